import { type Moment, start } from '../contract/moment.ts';
import type { OwnerChange } from '../contract/records.ts';
import type { RecordHistory } from './histories.ts';
import { byEnd, isBefore, known } from './spans.ts';

/** A time that a record was one person's; without `from` it was so before anything is known of it. */
export interface Tenure {
  owner: string;
  from?: Moment;
  to?: Moment;
}

const inOrder = (changes: readonly OwnerChange[]): OwnerChange[] =>
  [...changes].sort((a, b) => byEnd(a.at, b.at) || (a.id < b.id ? -1 : 1));

/** Rule 4: whose the record was at asOf; `null` or `""` when nobody's, `undefined` when that is unknown. */
export function ownerAt({ record, ownerChanges }: RecordHistory, asOf: number): string | null | undefined {
  const next = inOrder(ownerChanges).find((change) => start(change.at) > asOf);
  return next ? next.from : record.owner;
}

/** When the lead was assigned, as the lead itself says. */
export const assignedAt = ({ record }: RecordHistory): Moment | undefined =>
  'assignedAt' in record ? record.assignedAt : undefined;

/** Who had the record when, up to asOf; times without an owner are left out. */
export function tenures(history: RecordHistory, asOf: number): Tenure[] {
  const changes = inOrder(history.ownerChanges).flatMap((change) => {
    const at = known(change.at, asOf);
    return at === undefined ? [] : [{ from: change.from, to: change.to, at }];
  });
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
