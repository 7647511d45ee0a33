import type { Table } from 'dexie';
import type { Database, Stored } from './database.ts';
import { dropRecords, keyIn } from './drop.ts';

type Seen = Stored<{ org: string; id: string }>;

/**
 * Deletes each lead and deal that was last seen before an instant (epoch ms), with all that happened on it. What
 * happened on a record that stays, stays: without its first call it would be graded as never called. Returns whether
 * anything went.
 */
export async function purge(db: Database, before: number): Promise<boolean> {
  const tables = [db.leads, db.deals, db.activities, db.stageChanges, db.ownerChanges, db.quotes];
  const others = [db.tickets, db.customers] as unknown as Table<Seen>[];
  return db.transaction('rw', [...tables, ...others, db.contradictions, db.summaries], async () => {
    const old = ({ seenAt }: { seenAt: number }) => seenAt < before;
    const deals = (await db.deals.filter(old).toArray()).map(keyIn);
    const dealsLeft = new Set(
      await db.deals
        .filter((deal) => !old(deal))
        .primaryKeys()
        .then(texts),
    );
    const leads = await db.leads.filter(old).toArray();
    // A lead is the beginning of the deal that it became.
    const over = leads.filter(({ org, deal }) => !deal || !dealsLeft.has(JSON.stringify([org, deal])));
    await dropRecords(db, 'deal', deals);
    await dropRecords(db, 'lead', over.map(keyIn));
    const gone = await Promise.all(others.map((table) => table.filter(old).delete()));
    return deals.length + over.length + gone.reduce((sum, n) => sum + n, 0) > 0;
  });
}

const texts = (keys: unknown[]): string[] => keys.map((key) => JSON.stringify(key));
