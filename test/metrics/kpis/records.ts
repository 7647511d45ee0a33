import type { Lead, Records } from '../../../src/contract/records.ts';
import type { RecordHistory } from '../../../src/metrics/histories.ts';
import { act, historyOf, lead, oracles, RAISE, SECOND } from '../make.ts';
import { times } from '../service.ts';
import { ASOF } from './scene.ts';

/** Histories of leads as the tables that they come from. */
export function recordsOf(histories: readonly RecordHistory[]): Partial<Records> {
  const on = ({ kind, record }: RecordHistory) => ({ on: { kind, id: record.id } });
  return {
    leads: histories.map(({ record }) => record as Lead),
    activities: histories.flatMap((h) => h.activities.map((activity) => ({ ...activity, ...on(h) }))),
    ownerChanges: histories.flatMap((h) => h.ownerChanges.map((change) => ({ ...change, ...on(h) }))),
  };
}

/** A lead and what its first attempt was, so many seconds after its hand-raise; none when left out. */
export const answered = (id: string, seconds?: number, fields: Partial<Lead> = {}): RecordHistory => {
  const at = fields.createdAt ?? RAISE;
  const raise = typeof at === 'number' ? at : at[0];
  return historyOf(
    lead({ id, ...fields }),
    seconds === undefined ? [] : [act(raise + seconds * SECOND, { by: fields.owner ?? undefined })],
  );
};

/** Oracle km_response: seven leads that were answered and five that still wait at the end of March. */
export const waitingLeads: Partial<Records> = recordsOf([
  ...oracles.km_response.answered_min.map((min: number, i: number) => answered(`A${i}`, min * 60)),
  ...oracles.km_response.unanswered_age_min.map((min: number, i: number) =>
    answered(`U${i}`, undefined, { createdAt: ASOF - min * 60 * SECOND }),
  ),
]);

/** So many leads answered after the same time. */
export const alike = (count: number, seconds?: number, fields: Partial<Lead> = {}): RecordHistory[] =>
  times(count, (i) => answered(`${fields.owner ?? 'X'}${i}`, seconds, fields));
