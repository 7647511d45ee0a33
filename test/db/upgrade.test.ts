import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { Database } from '../../src/db/database.ts';
import { due } from '../../src/db/summaries.ts';

/** The tables as version 1 had them. */
const VERSION_1 = {
  leads: '[org+id], [org+name]',
  deals: '[org+id], [org+name]',
  activities: '[org+id], [org+on.kind+on.id]',
  stageChanges: '[org+id], [org+deal]',
  ownerChanges: '[org+id], [org+on.kind+on.id]',
  quotes: '[org+id], [org+deal]',
  tickets: '[org+id]',
  customers: '[org+id]',
  sightings: '[org+page]',
  problems: 'key',
  settings: 'key',
};

it('a database of version 1 loses nothing, and is summed up anew', async () => {
  const old = new Dexie('from-1');
  old.version(1).stores(VERSION_1);
  const lead = { org: 'crm:test', id: 'L1', outcome: 'open', seenAt: 1 };
  await old.table('leads').put(lead);
  await old.table('deals').put({ ...lead, id: 'D1' });
  old.close();
  const db = new Database('from-1');
  expect(await db.leads.toArray()).toEqual([lead]);
  const where = { org: 'crm:test', until: 0 };
  expect(await due(db, 1)).toEqual([
    { ...where, kind: 'deal', id: 'D1' },
    { ...where, kind: 'lead', id: 'L1' },
  ]);
  await db.delete();
});
