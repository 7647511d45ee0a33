import type { Reading } from '../../src/contract/interpret.ts';
import { type Activity, noRecords, type Records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { store } from '../../src/db/store.ts';
import { rollUp } from '../../src/show/roll-up.ts';
import { bigHistory } from './history.ts';

/* Runs in a page of the extension: the database as it ships, in the browser's own IndexedDB. */

const TABLES = Object.keys(noRecords()) as (keyof Records)[];

/** Fills the extension's own database and has everything worked out, as the background does after an import. */
async function fill(leads: number, reps: number, soldOf: number): Promise<void> {
  const now = Date.now();
  const db = new Database();
  const history = bigHistory(leads, reps, now, soldOf);
  for (const name of TABLES)
    await db.table(name).bulkPut((history[name] as object[]).map((row) => ({ ...row, seenAt: now })));
  db.close();
  await chrome.runtime.sendMessage({ type: 'settings', patch: { timeZone: 'UTC' } });
}

/** The same, without having anybody wait: it takes longer than a driver may. */
function startFill(...args: Parameters<typeof fill>): void {
  fill(...args).then(
    () => Object.assign(globalThis, { filled: true }),
    (error: unknown) => Object.assign(globalThis, { filled: String(error) }),
  );
}

/** Milliseconds of one read of the roll-ups. */
async function readRollUps(): Promise<number> {
  const db = await new Database().open();
  const from = performance.now();
  await db.table('summaries').toArray();
  const took = performance.now() - from;
  db.close();
  return took;
}

const NEW = 'fourfold-bench';

/** A store in which so many leads stand already, and a reading of as many new activities on them. */
async function prepare(count: number): Promise<{ db: Database; reading: Reading; now: number }> {
  const now = Date.UTC(2026, 3, 1);
  const { leads, activities } = bigHistory(count / 10, 50, now, Infinity);
  const db = new Database(NEW);
  await db.delete();
  await db.open();
  await db.leads.bulkPut(leads.map((lead) => ({ ...lead, seenAt: now })));
  await rollUp(db, now);
  return { db, reading: readingOf(activities, now), now };
}

const readingOf = (activities: Activity[], now: number): Reading => ({
  records: { ...noRecords(), activities },
  sighting: {
    org: 'salesforce:bench',
    page: 'activities',
    url: 'https://bench.example/activities',
    adapter: 'salesforce',
    kind: 'list',
    people: [],
    unread: [],
    coverage: {
      seen: { activities: activities.length },
      announced: {},
      complete: true,
      collapsed: 0,
      filter: null,
      locale: null,
      timeZone: 'UTC',
      readAt: now,
    },
  },
});

/** Milliseconds that new activities take until the roll-up knows them. */
async function storeNew(count: number): Promise<number> {
  const { db, reading, now } = await prepare(count);
  const from = performance.now();
  await store(db, reading, now);
  await rollUp(db, now);
  const took = performance.now() - from;
  await db.delete();
  return took;
}

/** Milliseconds that the browser takes to add the same rows to an empty table of the same indexes. */
async function addRaw(count: number): Promise<number> {
  const { db, reading, now } = await prepare(count);
  const rows = reading.records.activities.map((row) => ({ ...row, seenAt: now }));
  const raw = db.backendDB();
  const from = performance.now();
  const transaction = raw.transaction('activities', 'readwrite');
  const table = transaction.objectStore('activities');
  for (const row of rows) table.add(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  const took = performance.now() - from;
  await db.delete();
  return took;
}

const WRITES = ['add', 'put', 'delete', 'clear'] as const;

/** What the same reading costs when all of it is stored already: milliseconds, and calls that write. */
async function storeAgain(count: number): Promise<{ hash: number; took: number; writes: number }> {
  const { db, reading, now } = await prepare(count);
  await store(db, reading, now);
  await rollUp(db, now);
  const hash = await timed(async () =>
    crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(reading))),
  );
  const counted = countWrites();
  const took = await timed(async () => {
    if (await store(db, reading, now + 1000)) await rollUp(db, now + 1000);
  });
  const writes = counted();
  await db.delete();
  return { hash, took, writes };
}

function countWrites(): () => number {
  let writes = 0;
  const own = IDBObjectStore.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const undo = WRITES.map((name) => {
    const method = own[name];
    own[name] = function counted(this: unknown, ...args: unknown[]) {
      writes++;
      return method?.apply(this, args);
    };
    return () => Object.assign(own, { [name]: method });
  });
  return () => {
    for (const back of undo) back();
    return writes;
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

export type Inside = typeof inside;
const inside = { startFill, readRollUps, storeNew, addRaw, storeAgain };

/** What a library throws is no error to the driver, which then tells no more than that there was one. */
const telling =
  <A extends unknown[], R>(run: (...args: A) => R) =>
  async (...args: A): Promise<Awaited<R>> => {
    try {
      return await run(...args);
    } catch (error) {
      throw new Error(String(error), { cause: error });
    }
  };

const called = Object.entries(inside).map(([name, run]) => [name, telling(run as () => unknown)]);
Object.assign(globalThis, { inside: Object.fromEntries(called) });
