import type { Subject } from '../contract/records.ts';
import type { Database } from './database.ts';

export type RecordKey = [org: string, id: string];
export const keyIn = ({ org, id }: { org: string; id: string }): RecordKey => [org, id];

/** Deletes leads or deals with all that happened on them, in the transaction that it is called in. */
export async function dropRecords(db: Database, kind: Subject['kind'], keys: RecordKey[]): Promise<void> {
  const on = keys.map(([org, id]) => [org, kind, id]);
  await db.activities.where('[org+on.kind+on.id]').anyOf(on).delete();
  await db.ownerChanges.where('[org+on.kind+on.id]').anyOf(on).delete();
  await db.contradictions.where('[org+on.kind+on.id]').anyOf(on).delete();
  if (kind === 'deal') {
    await db.stageChanges.where('[org+deal]').anyOf(keys).delete();
    await db.quotes.where('[org+deal]').anyOf(keys).delete();
  }
  await (kind === 'lead' ? db.leads : db.deals).bulkDelete(keys);
  await db.summaries.bulkDelete(on as [string, string, string][]);
}
