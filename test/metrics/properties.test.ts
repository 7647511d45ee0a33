import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import { type Activity, type Records, records as schema } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { businessSeconds, calendarOf } from '../../src/metrics/clock.ts';
import { kaplanMeier, timeOf } from '../../src/metrics/kaplan-meier.ts';
import { kpisOf } from '../../src/metrics/kpis.ts';
import { reportOf } from '../../src/metrics/report.ts';
import { factsOf, sceneOf } from '../../src/metrics/scene.ts';
import { anyRecords, FROM, TO } from './arbitrary.ts';
import { HOUR, t } from './make.ts';

vi.setConfig({ testTimeout: 60_000 });

const SETTINGS: Settings = {
  firstAppointmentStage: 'Appointment',
  proposalStage: 'Proposal',
  stageOutcomes: [
    { pipeline: 'Sales', stage: 'Closed Won', outcome: 'won' },
    { pipeline: 'Sales', stage: 'Closed Lost', outcome: 'lost' },
    { stage: 'Closed Lost', outcome: 'no-decision' },
  ],
  goal: { revenue: 100_000, months: 3 },
  quota: { Ana: 50_000, Bo: 50_000 },
  costs: [
    { kind: 'marketing', amount: 900, from: '2026-01-01', to: '2026-04-01' },
    { kind: 'sales', amount: 900, from: '2026-01-01', to: '2026-04-01' },
    { kind: 'support', amount: 900, from: '2026-01-01', to: '2026-04-01' },
  ],
};
const PERIOD: [number, number] = [t('2026-01-15T00:00'), t('2026-03-15T00:00')];

const kpis = (records: Records, asOf = TO, period = PERIOD, settings = SETTINGS) =>
  kpisOf(sceneOf(factsOf(records, settings, asOf), period, null));

describe('a Report', () => {
  it('comes from records that a History may hold', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        expect(schema.safeParse(records).error).toBeUndefined();
      }),
    );
  });

  it('does not depend on the order of records', () => {
    const shuffled = anyRecords.chain((records) =>
      fc
        .tuple(
          ...Object.values(records).map((rows) =>
            fc.shuffledSubarray(rows as object[], { minLength: rows.length }),
          ),
        )
        .map((tables) => {
          const keys = Object.keys(records);
          return [
            records,
            Object.fromEntries(keys.map((key, i) => [key, tables[i]])) as unknown as Records,
          ] as const;
        }),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(null, 'Ana'), ([records, other], rep) => {
        const question = { asOf: TO, period: PERIOD, rep };
        expect(closeTo(reportOf(other, SETTINGS, question))).toEqual(
          closeTo(reportOf(records, SETTINGS, question)),
        );
      }),
    );
  });

  it('does not depend on what comes after asOf', () => {
    const asOf = t('2026-02-20T00:00');
    fc.assert(
      fc.property(anyRecords, (records) => {
        const before = { ...records, activities: records.activities.filter((a) => from(a.at) <= asOf) };
        expect(kpis(before, asOf)).toEqual(kpis(records, asOf));
      }),
    );
  });

  it('gives a value or the reason why not, and never a number that is none', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        for (const [id, kpi] of Object.entries(kpis(records))) {
          expect([id, kpi.value === null]).toEqual([id, kpi.state === 'not-computable']);
          expect([id, kpi.value === null]).toEqual([id, kpi.why !== undefined]);
          for (const number of [kpi.value, kpi.lo, kpi.hi, kpi.n, kpi.coverage])
            if (number != null) expect([id, Number.isFinite(number)]).toEqual([id, true]);
        }
      }),
    );
  });
});

const RESPONSE = [
  'lead-response-time',
  'lead-response-time-p90',
  'lead-response-time-business',
  'answered-within-target',
  'untouched-leads',
  'owner-response-time',
  'routing-delay',
  'first-contact-time',
  'attempts-per-lead',
];

describe('clocks', () => {
  it('are not changed by anything automatic', () => {
    const automatic = fc.record({
      on: fc.constantFrom<Activity['on']>({ kind: 'lead', id: 'L0' }, { kind: 'deal', id: 'D0' }),
      kind: fc.constantFrom<Activity['kind']>('email', 'sms', 'chat', 'call', 'form'),
      direction: fc.constantFrom<Activity['direction']>('in', 'out'),
      at: fc.integer({ min: FROM, max: TO }),
    });
    fc.assert(
      fc.property(anyRecords, automatic, (records, extra) => {
        const added: Activity = { org: 'crm:test', id: 'auto', state: 'done', automated: true, ...extra };
        const more = { ...records, activities: [...records.activities, added] };
        expect(pick(kpis(more), RESPONSE)).toEqual(pick(kpis(records), RESPONSE));
      }),
    );
  });

  it('show the same calendar durations when everything moves by the same time', () => {
    const calendar = RESPONSE.filter(
      (id) => id !== 'lead-response-time-business' && id !== 'answered-within-target',
    );
    fc.assert(
      fc.property(anyRecords, fc.integer({ min: -400, max: 400 }), (records, hours) => {
        const by = hours * HOUR;
        const timed = { ...records, deals: records.deals.map(({ closeDate: _, ...deal }) => deal) };
        const moved = shifted(timed, by) as Records;
        expect(pick(kpis(moved, TO + by, [PERIOD[0] + by, PERIOD[1] + by]), calendar)).toEqual(
          pick(kpis(timed), calendar),
        );
      }),
    );
  });

  it('never show more business time than calendar time, and all of it when always open', () => {
    const always = calendarOf({ week: { '0-6': [['00:00', '24:00']] } });
    const office = calendarOf({ timeZone: 'Europe/Bucharest' });
    const instant = fc.integer({ min: FROM, max: TO });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        expect(businessSeconds(first, last, office)).toBeLessThanOrEqual((last - first) / 1000);
        expect(businessSeconds(first, last, always)).toBeCloseTo((last - first) / 1000, 6);
      }),
    );
  });

  it('are never shortened by a lead that still waits', () => {
    const items = fc.array(fc.record({ time: fc.integer({ min: 0, max: 500 }), happened: fc.boolean() }), {
      maxLength: 30,
    });
    const p = fc.constantFrom(0.25, 0.5, 0.9);
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 500 }), p, (all, time, share) => {
        const before = timeOf(kaplanMeier(all), share);
        const after = timeOf(kaplanMeier([...all, { time, happened: false }]), share);
        if (before !== null) expect(after ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(before);
        else expect(after).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('a period', () => {
  /** Counts of things that begin, or end, in it. */
  const COUNTS = [
    'total-sales',
    'sales-volume',
    'issues-resolved',
    'complaints',
    'win-rate',
    'lead-response-time',
  ];

  it('that is split has the same counts in all', () => {
    const cut = fc.integer({ min: PERIOD[0] + 1, max: PERIOD[1] - 1 });
    fc.assert(
      fc.property(anyRecords, cut, (records, middle) => {
        const [whole, one, two] = [PERIOD, [PERIOD[0], middle], [middle, PERIOD[1]]].map((period) =>
          kpis(records, TO, period as [number, number]),
        );
        for (const id of COUNTS)
          expect([id, (one?.[id]?.n ?? 0) + (two?.[id]?.n ?? 0)]).toEqual([id, whole?.[id]?.n]);
      }),
    );
  });
});

const from = (at: Moment | undefined): number => (at === undefined ? 0 : typeof at === 'number' ? at : at[0]);

const pick = (all: Record<string, object>, ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, all[id]]));

/** Sums of the same numbers in another order may differ in their last bit. */
const closeTo = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'number' ? Number(v.toPrecision(12)) : v)));

/** Every time in it moved: numbers as large as an epoch are nothing else here. */
function shifted(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value > 1e12 ? value + by : value;
  if (Array.isArray(value)) return value.map((one) => shifted(one, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shifted(one, by)]));
}
