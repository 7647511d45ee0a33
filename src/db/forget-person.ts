import type { Database } from './database.ts';
import { dropRecords, keyIn } from './drop.ts';

const plain = (name: string | undefined): string => name?.normalize('NFKC').trim().toLowerCase() ?? '';

const isNamed =
  (name: string) =>
  (row: { name?: string | undefined }): boolean =>
    plain(row.name) === plain(name);

/** How many leads and customers would go. */
export const countOfPerson = async (db: Database, name: string): Promise<number> =>
  (await db.leads.filter(isNamed(name)).count()) + (await db.customers.filter(isNamed(name)).count());

/** Deletes the leads and customers of this name, and all that happened on them. Returns how many there were. */
export async function forgetPerson(db: Database, name: string): Promise<number> {
  const tables = [db.leads, db.deals, db.activities, db.stageChanges, db.ownerChanges, db.quotes];
  return db.transaction('rw', [...tables, db.customers, db.contradictions, db.summaries], async () => {
    const leads = await db.leads.filter(isNamed(name)).toArray();
    await dropRecords(db, 'lead', leads.map(keyIn));
    return leads.length + (await db.customers.filter(isNamed(name)).delete());
  });
}
