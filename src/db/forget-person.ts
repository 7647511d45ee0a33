import type { Database } from './database.ts';
import { dropRecords, keyIn } from './drop.ts';

const plain = (name: string | undefined): string => name?.normalize('NFKC').trim().toLowerCase() ?? '';

/** Deletes the leads and customers of this name, and all that happened on them. Returns how many there were. */
export async function forgetPerson(db: Database, name: string): Promise<number> {
  const tables = [db.leads, db.deals, db.activities, db.stageChanges, db.ownerChanges, db.quotes];
  return db.transaction('rw', [...tables, db.customers, db.summaries], async () => {
    const isMeant = (row: { name?: string | undefined }) => plain(row.name) === plain(name);
    const leads = await db.leads.filter(isMeant).toArray();
    await dropRecords(db, 'lead', leads.map(keyIn));
    return leads.length + (await db.customers.filter(isMeant).delete());
  });
}
