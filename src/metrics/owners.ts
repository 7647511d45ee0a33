import { type Moment, start } from '../contract/moment.ts';
import type { RecordHistory } from './histories.ts';
import { byEnd, byStart, isBefore, known } from './spans.ts';
import { inSuccession } from './succession.ts';

/** A time that a record was one person's; without `from` it was so before anything is known of it. */
export interface Tenure {
  owner: string;
  from?: Moment;
  to?: Moment;
}

/** Rule 4: whose the record was at asOf; `null` or `""` when nobody's, `undefined` when that is unknown. */
export function ownerAt({ record, ownerChanges }: RecordHistory, asOf: number): string | null | undefined {
  const [next] = inSuccession(
    ownerChanges.filter(({ at }) => start(at) > asOf),
    byStart,
  );
  return next ? next.from : record.owner;
}

/** When the lead was assigned, as the lead itself says. */
export const assignedAt = ({ record }: RecordHistory): Moment | undefined =>
  'assignedAt' in record ? record.assignedAt : undefined;

/** Who had the record when, up to asOf; times without an owner are left out. */
export function tenures(history: RecordHistory, asOf: number): Tenure[] {
  const seen = history.ownerChanges.flatMap((change) => {
    const at = known(change.at, asOf);
    return at === undefined ? [] : [{ ...change, at }];
  });
  const changes = inSuccession(seen, byEnd);
  const [first] = changes;
  const assigned = known(assignedAt(history), asOf);
  // Some CRMs overwrite the assignment at each reassignment: it dates the first owner only if no change came before.
  const isFirst = assigned !== undefined && (!first || isBefore(assigned, first.at));
  const owners = [
    { owner: first ? first.from : ownerAt(history, asOf), from: isFirst ? assigned : undefined },
    ...changes.map((change) => ({ owner: change.to, from: change.at })),
  ];
  return owners.flatMap(({ owner, from }, i) => {
    if (!owner) return [];
    const to = changes[i]?.at;
    return [{ owner, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
