import type { Activity, OwnerChange, Records, Subject } from '../contract/records.ts';
import type { Database } from '../db/database.ts';
import type { RecordHistory } from '../metrics/histories.ts';

/** A record anywhere: which account, which kind, which id. */
export interface Where extends Subject {
  org: string;
}
type Table = 'leads' | 'deals';
const tableOf = (kind: Subject['kind']): Table => (kind === 'lead' ? 'leads' : 'deals');

/** What happened to a lead counts on the deal it became, too. */
function subjectsOf(where: Where, deal: string | undefined): Where[] {
  return deal === undefined ? [where] : [where, { org: where.org, kind: 'deal', id: deal }];
}
const dealOf = (record: object): string | undefined =>
  'deal' in record && typeof record.deal === 'string' ? record.deal : undefined;

/** The history of one record among records that are stored nowhere: a preview. */
export function fromRecords(records: Records, where: Where): RecordHistory | undefined {
  const record = records[tableOf(where.kind)].find((r) => r.org === where.org && r.id === where.id);
  if (!record) return undefined;
  const subjects = subjectsOf(where, dealOf(record));
  const isOn = (x: Activity | OwnerChange) =>
    subjects.some((s) => s.org === x.org && s.kind === x.on.kind && s.id === x.on.id);
  return {
    kind: where.kind,
    record,
    activities: records.activities.filter(isOn),
    ownerChanges: records.ownerChanges.filter(isOn),
  };
}

/** The history of one stored record; `undefined` when it is not stored. */
export async function fromDatabase(db: Database, where: Where): Promise<RecordHistory | undefined> {
  const record = await db[tableOf(where.kind)].get([where.org, where.id]);
  if (!record) return undefined;
  const keys = subjectsOf(where, dealOf(record)).map((s) => [s.org, s.kind, s.id]);
  const [activities, ownerChanges] = await Promise.all([
    db.activities.where('[org+on.kind+on.id]').anyOf(keys).toArray(),
    db.ownerChanges.where('[org+on.kind+on.id]').anyOf(keys).toArray(),
  ]);
  return { kind: where.kind, record, activities, ownerChanges };
}

export const sameRecord = (a: Where, b: Where): boolean =>
  a.org === b.org && a.kind === b.kind && a.id === b.id;
export const whereOf = (history: RecordHistory): Where => ({
  org: history.record.org,
  kind: history.kind,
  id: history.record.id,
});
