import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie, type Table } from 'dexie';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Database, VERSION } from '../../src/db/database.ts';
import { due } from '../../src/db/summaries.ts';
import { troubleOf } from '../../src/db/trouble.ts';
import { tally } from '../tally.ts';
import { FAULTS, withFault } from './faults.ts';

/* A database of every version that was ever released, as that version stored it, taken over by this one. */

interface StoredBy {
  stores: Record<string, string>;
  rows: Record<string, object[]>;
}
const folder = `${import.meta.dirname}/stored`;
const versions = readdirSync(folder).map((name) => Number(/^version-(\d+)\.json$/.exec(name)?.[1]));
const storedBy = (version: number): StoredBy =>
  JSON.parse(readFileSync(`${folder}/version-${version}.json`, 'utf8'));

const counts = { tried: 0, lost: 0, wrong: 0 };
afterAll(() =>
  tally('loss-upgrades', { what: 'upgrades of every released store, ended at each request', ...counts }),
);

let made = 0;
async function asLeftBy(version: number, { stores, rows } = storedBy(Math.min(version, VERSION))) {
  const name = `from-${version}-${++made}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkPut(all);
  old.close();
  return name;
}

/** What there is of what was stored; summaries are worked out anew. */
const kept = async (name: string, rows: StoredBy['rows']) => {
  const db = new Database(name);
  const { summaries: _, ...all } = rows;
  const tables = Object.keys(all);
  const found = await Promise.all(tables.map((table) => (db as Dexie).table(table).toArray()));
  db.close();
  return Object.fromEntries(tables.map((table, i) => [table, found[i]]));
};
const wanted = ({ summaries: _, ...rows }: StoredBy['rows']) =>
  Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, expect.arrayContaining(all)]));

it('every version has its stored database, and that of this one has all its tables', () => {
  const all = Array.from({ length: VERSION }, (_, i) => i + 1);
  expect(versions.toSorted(), 'add test/db/stored/version-N.json with the tables and a row of each').toEqual(
    all,
  );
  const { stores, rows } = storedBy(VERSION);
  const tables = new Database('unopened').tables.map(({ name }) => name).sort();
  expect(Object.keys(stores).sort()).toEqual(tables);
  expect(Object.keys(rows).sort()).toEqual(tables);
});

describe.each(versions)('a database of version %i', (version) => {
  it('loses nothing', async () => {
    const { rows } = storedBy(version);
    const name = await asLeftBy(version);
    expect(await kept(name, rows)).toEqual(wanted(rows));
  });

  it.each(FAULTS)(
    'loses nothing when its upgrade ends at any request, and is taken over after that (%s)',
    async (fault) => {
      const { rows } = storedBy(version);
      for (let at = 1; ; at++) {
        const name = await asLeftBy(version);
        const db = new Database(name);
        const { struck } = await withFault(fault, at, () => db.open());
        db.close();
        if (!struck) break;
        counts.tried += 1;
        const now = await kept(name, rows);
        try {
          expect(now).toEqual(wanted(rows));
        } catch (error) {
          counts.lost += 1;
          throw error;
        }
      }
    },
  );
});

it('is summed up anew where the version before had no sums', async () => {
  const db = new Database(await asLeftBy(1));
  expect((await due(db, 1)).map(({ id }) => id).sort()).toEqual(['0061', '00Q1', '~a1']);
});

describe('a database of a newer version', () => {
  it('is refused, read and untouched, and says why', async () => {
    const newer = storedBy(VERSION);
    newer.stores.other = 'key';
    newer.rows.other = [{ key: 'x' }];
    // What a newer version has no use for any more is not made again.
    delete newer.stores.summaries;
    delete newer.rows.summaries;
    const name = await asLeftBy(VERSION + 1, newer);
    const db = new Database(name);
    const why = await db.leads.toArray().then(() => undefined, troubleOf);
    expect(why?.why).toBe('newer');
    // The second time it is no less closed.
    await expect(db.leads.put({ org: 'a', id: 'b', outcome: 'open', seenAt: 1 })).rejects.toThrow();
    db.close();
    const after = new Dexie(name);
    await after.open();
    expect([after.verno, after.tables.map((t) => t.name).sort()]).toEqual([
      VERSION + 1,
      Object.keys(newer.stores).sort(),
    ]);
    const rows = await Promise.all(Object.keys(newer.rows).map((t) => after.table(t).toArray()));
    expect(rows.map((all) => all.length)).toEqual(Object.values(newer.rows).map((all) => all.length));
    after.close();
  });
});

describe('a database held open by an older tab that does not let go', () => {
  it('keeps what is stored meanwhile waiting, says so, and loses none of it', async () => {
    const name = await asLeftBy(2);
    const tab = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const db = new Database(name);
    const blocked = vi.fn();
    db.on('blocked', blocked);
    const writing = (db.leads as Table).put({ org: 'a', id: 'late', outcome: 'open', seenAt: 1 });
    await vi.waitFor(() => expect(blocked).toHaveBeenCalled());
    tab.close();
    await writing;
    expect((await db.leads.toArray()).map(({ id }) => id).sort()).toEqual(['00Q1', 'late', '~a1']);
    db.close();
  });

  it('lets go itself when a newer version comes', async () => {
    const name = await asLeftBy(VERSION);
    const tab = new Database(name);
    await tab.open();
    const newer = new Dexie(name);
    newer.version(VERSION + 1).stores(storedBy(VERSION).stores);
    expect(await newer.table('leads').count()).toBe(storedBy(VERSION).rows.leads?.length);
    tab.close();
    newer.close();
  });
});
