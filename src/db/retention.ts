import type { Table } from 'dexie';
import { end } from '../contract/moment.ts';
import { dropWithTheirRows } from './contradictions.ts';
import type { Database, Stored } from './database.ts';
import { dropRecords, keyIn, type RecordKey } from './drop.ts';
import { ownSettings, saveSettings } from './load.ts';

type Seen = Stored<{ org: string; id: string }>;

/**
 * Deletes each lead and deal that was last seen before an instant (epoch ms), with all that happened on it. What
 * happened on a record that stays, stays: without its first call it would be graded as never called. What hangs on no
 * record, pages and problems go by their own age. Returns whether anything went.
 */
export async function purge(db: Database, before: number): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
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
    const others = [db.tickets, db.customers] as unknown as Table<Seen>[];
    const gone = [
      ...(await Promise.all(others.map((table) => table.filter(old).delete()))),
      await dropOrphans(db, old),
      await db.sightings.filter(({ coverage }) => end(coverage.readAt) < before).delete(),
      await db.problems.filter(({ lastAt }) => lastAt < before).delete(),
    ];
    await dropWithTheirRows(db);
    await forgetSnoozes(db, deals);
    return deals.length + over.length + gone.reduce((sum, n) => sum + n, 0) > 0;
  });
}

const texts = (keys: unknown[]): string[] => keys.map((key) => JSON.stringify(key));

/** What happened on records that were never seen themselves, or are gone. */
async function dropOrphans(db: Database, old: (row: { seenAt: number }) => boolean): Promise<number> {
  const [leads, deals] = await Promise.all(
    [db.leads, db.deals].map(async (table) => new Set(texts(await table.toCollection().primaryKeys()))),
  );
  const isThere = { lead: leads, deal: deals };
  const tables = [db.activities, db.ownerChanges, db.stageChanges, db.quotes] as unknown as Table<Hanging>[];
  const gone = await Promise.all(
    tables.map((table) =>
      table
        .filter((row) => {
          const { kind, id } = row.on ?? { kind: 'deal', id: row.deal };
          return old(row) && !isThere[kind]?.has(JSON.stringify([row.org, id]));
        })
        .delete(),
    ),
  );
  return gone.reduce((sum, n) => sum + n, 0);
}

interface Hanging extends Seen {
  on?: { kind: 'lead' | 'deal'; id: string };
  deal?: string;
}

/** Why a check of a deal was put aside says something of that deal. */
async function forgetSnoozes(db: Database, deals: readonly RecordKey[]): Promise<void> {
  const gone = new Set(deals.map(([org, id]) => `${org}/deal/${id}`));
  const own = await ownSettings(db);
  const left = own.snoozes?.filter(({ deal }) => !gone.has(deal));
  if (left && left.length < (own.snoozes?.length ?? 0)) await saveSettings(db, { ...own, snoozes: left });
}
