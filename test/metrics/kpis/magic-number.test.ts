import { describe, expect, it } from 'vitest';
import { magic, weeksOf } from '../../../src/metrics/magic-number.ts';
import { oracles, t } from '../make.ts';
import { lost, won } from './deals.ts';
import { GOAL, goalRecords, together } from './goal-records.ts';
import { kpiWith } from './scene.ts';

const month = 52 / 12;
const HARDESTY = { revenue: 15_000, weeks: month, average: 2500, appointments: 0.6, closing: 0.4 };

describe('the arithmetic', () => {
  const cases = {
    hardesty_52_12: HARDESTY,
    hardesty_4: { ...HARDESTY, weeks: 4 },
    improved_65_65: { ...HARDESTY, appointments: 0.65, closing: 0.65 },
    quarter: { revenue: 90_000, average: 6000, appointments: 0.5, closing: 0.3, weeks: 13 },
  };
  for (const [name, inputs] of Object.entries(cases)) {
    it(`oracle ${name}`, () => {
      const { sales, proposals, first_appointments, weekly } = oracles.magic[name];
      const result = magic(inputs);
      expect(result.sales).toBeCloseTo(sales, 6);
      expect(result.proposals).toBeCloseTo(proposals, 6);
      expect(result.appointments).toBeCloseTo(first_appointments, 6);
      expect(result.perWeek).toBeCloseTo(weekly, 6);
    });
  }

  it('refuses inputs that are not above 0, and ratios above 1', () => {
    for (const bad of [
      { revenue: 0 },
      { weeks: -1 },
      { average: 0 },
      { closing: 0 },
      { appointments: 1.1 },
    ]) {
      expect(() => magic({ ...HARDESTY, ...bad })).toThrow(RangeError);
    }
    expect(() => magic({ ...HARDESTY, closing: Number.NaN })).toThrow(RangeError);
  });

  it('takes typed weeks before months of 52 ÷ 12', () => {
    expect(weeksOf({ revenue: 1, months: 3 })).toBeCloseTo(13, 12);
    expect(weeksOf({ revenue: 1, months: 3, weeks: 12 })).toBe(12);
    expect(weeksOf({ revenue: 1 })).toBeUndefined();
  });
});

describe('magic number', () => {
  it('is the oracle’s, from the period’s own figures, however few', () => {
    const kpi = kpiWith('magic-number', goalRecords(), { settings: GOAL });
    expect(kpi.value).toBeCloseTo(oracles.magic.hardesty_52_12.weekly, 6);
    expect(kpi).toMatchObject({ n: 10, unit: 'per-week', state: 'ok' });
    expect(kpiWith('magic-number', goalRecords({ met: 5, proposed: 3 }), { settings: GOAL })).toMatchObject({
      n: 5,
      state: 'ok',
    });
  });

  it('takes the goal as typed for a rep, with the rep’s own figures', () => {
    const records = together(goalRecords(), goalRecords({ owner: 'Bo', amount: 5000 }));
    expect(kpiWith('magic-number', records, { settings: GOAL, rep: 'Bo' }).value).toBeCloseTo(
      5.769231 / 2,
      5,
    );
    expect(kpiWith('magic-number', records, { settings: GOAL }).value).toBeCloseTo((5.769231 * 2) / 3, 5);
  });

  it('never becomes infinite: it says what is missing', () => {
    const whyOf = (records: object, settings = GOAL) => kpiWith('magic-number', records, { settings }).why;
    expect(whyOf({})).toBe('no deals seen');
    expect(whyOf(goalRecords(), {})).toBe('needs settings.goal');
    expect(whyOf(goalRecords(), { ...GOAL, goal: { revenue: 5 } })).toBe('needs settings.goal');
    expect(whyOf(goalRecords({ won: 0 }))).toBe('no won deal');
    expect(whyOf(goalRecords({ amount: 0 }))).toBe('a ratio of it is not computable');
    expect(whyOf(goalRecords({ proposed: 0 }))).toBe('a ratio of it is not computable');
    expect(whyOf(goalRecords(), { goal: { revenue: 5, weeks: 1 } })).toBe('needs settings.proposalStage');
    expect(whyOf({ deals: [won(5), lost(5)] })).toBe('needs settings.firstAppointmentStage');
  });

  it('uses nothing later than asOf', () => {
    const options = { settings: GOAL, asOf: t('2026-03-09T00:00') };
    expect(kpiWith('magic-number', goalRecords(), options)).toMatchObject({
      value: null,
      why: 'no won deal',
    });
  });
});
