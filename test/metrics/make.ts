import { readFileSync } from 'node:fs';
import type { Moment } from '../../src/contract/moment.ts';
import type { Activity, Deal, Lead, OwnerChange } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { scoreRecord } from '../../src/metrics/four-p.ts';
import type { RecordHistory } from '../../src/metrics/histories.ts';
import type { LeadScore } from '../../src/metrics/score.ts';

/** The worked examples, computed by a script that shares no code with the engine. */
export const oracles = JSON.parse(readFileSync(new URL('../oracles/metrics.json', import.meta.url), 'utf8'));

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant of an ISO text; UTC unless it says otherwise. */
export const t = (iso: string): number => Date.parse(/Z|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`);

/** Monday 2 March 2026, 09:00 UTC: when leads here raise their hand unless a test says otherwise. */
export const RAISE = t('2026-03-02T09:00');

let count = 0;
export const nextId = () => `x${String(++count).padStart(5, '0')}`;

export const lead = (fields: Partial<Lead> = {}): Lead => ({
  org: 'crm:test',
  id: 'L1',
  createdAt: RAISE,
  outcome: 'open',
  ...fields,
});

export const deal = (fields: Partial<Deal> = {}): Deal => ({
  org: 'crm:test',
  id: 'D1',
  createdAt: RAISE,
  outcome: 'open',
  ...fields,
});

/** An outbound, done e-mail unless `fields` say otherwise. */
export const act = (at: Moment | undefined, fields: Partial<Activity> = {}): Activity => ({
  org: 'crm:test',
  id: nextId(),
  on: { kind: 'lead', id: 'L1' },
  kind: 'email',
  direction: 'out',
  state: 'done',
  ...(at !== undefined && { at }),
  ...fields,
});

export const call = (at: Moment, fields: Partial<Activity> = {}): Activity =>
  act(at, { kind: 'call', result: 'no-answer', ...fields });

export const reply = (at: Moment, fields: Partial<Activity> = {}): Activity =>
  act(at, { direction: 'in', ...fields });

export const form = (at: Moment, fields: Partial<Activity> = {}): Activity =>
  act(at, { kind: 'form', direction: 'in', ...fields });

export const change = (at: Moment, from: string | null | undefined, to: string | null): OwnerChange => ({
  org: 'crm:test',
  id: nextId(),
  on: { kind: 'lead', id: 'L1' },
  to,
  at,
  ...(from !== undefined && { from }),
});

/** Ids of deals begin with D. */
export const historyOf = (
  record: Lead | Deal,
  activities: Activity[] = [],
  ownerChanges: OwnerChange[] = [],
): RecordHistory => ({
  kind: record.id.startsWith('D') ? 'deal' : 'lead',
  record,
  activities,
  ownerChanges,
});

/** The five elements of a message: so many seen, so many missing, the rest not visible. */
export function elements(seen: number, missing = 5 - seen): NonNullable<Activity['personal']> {
  const at = (i: number) => (i < seen ? true : i < seen + missing ? false : null);
  return { greeting: at(0), sender: at(1), signature: at(2), relevance: at(3), forward: at(4) };
}

/** Every rotation and the reverse of a list: enough to show that its order does not matter. */
export const orders = <T>(list: readonly T[]): T[][] => [
  [...list].reverse(),
  ...list.map((_, i) => [...list.slice(i), ...list.slice(0, i)]),
];

/** The four Ps of a lead with these activities; throws when it has none. */
export function scored(
  activities: Activity[],
  asOf: number,
  record: Lead | Deal = lead(),
  settings: Settings = {},
): LeadScore {
  const score = scoreRecord(historyOf(record, activities), settings, asOf);
  if (!score) throw new Error('the record has no cycle');
  return score;
}
