import { start } from '../contract/moment.ts';
import type { Activity } from '../contract/records.ts';
import { under } from './around.ts';
import { contradictedActivity, dated, keepContradictions } from './contradictions.ts';
import type { Database, Stored } from './database.ts';
import { keyIn, type RecordKey } from './drop.ts';
import { betterKnown, isSameDeed, mergeActivity, same } from './merge.ts';
import type { At } from './store.ts';

type Row = Stored<Activity>;
/** One under its own id, as it was stored and as it is seen now. */
type Again = { old: Row; seen: Activity };

/** Merges the activities of one reading; returns whether anything changed. Runs in the transaction of `store`. */
export async function storeActivities(db: Database, seen: Activity[], at: At): Promise<boolean> {
  const stored = await storedOn(db, seen);
  const byId = new Map(stored.map((row) => [keyOf(row), row]));
  const ids = new Set(seen.map(keyOf));
  const nearby = stored.filter((row) => row.derived && !ids.has(keyOf(row)));
  const fresh: Row[] = [];
  const again: Again[] = [];
  const changed: Row[] = [];
  const gone: [string, string][] = [];
  for (const activity of seen) {
    const known = byId.get(keyOf(activity));
    if (known) {
      again.push({ old: known, seen: activity });
      continue;
    }
    const alike = nearby.filter((row) => isOn(row, activity) && isSameDeed(row, activity));
    const [old] = alike;
    if (!old) fresh.push({ ...activity, seenAt: at.now });
    else if (alike.length > 1) {
      // One of several that are better known, but nobody can say which.
      if (betterKnown(old, activity) !== old) fresh.push({ ...activity, seenAt: at.now });
    } else {
      const before = withoutFuture(old, at.clock);
      const { id } = betterKnown(before, activity);
      if (id !== old.id) gone.push([old.org, old.id]);
      nearby.splice(nearby.indexOf(old), 1);
      changed.push(...merged(old, { ...activity, id }, at));
    }
  }
  again.push(...(await addNew(db, fresh)));
  changed.push(...again.flatMap(({ old, seen }) => merged(old, seen, at)));
  const contradicted = again.flatMap(({ old, seen }) =>
    dated(contradictedActivity(withoutFuture(old, at.clock), seen), Math.min(old.seenAt, at.now)),
  );
  await keepContradictions(db, contradicted, at.now);
  if (gone.length > 0) await db.activities.bulkDelete(gone);
  if (changed.length > 0) await db.activities.bulkPut(changed);
  return fresh.length + changed.length > 0;
}

/** A stored activity after a later sighting of it; nothing when that says nothing new. */
function merged({ seenAt: _, ...stored }: Row, seen: Activity, { now, clock }: At): Row[] {
  const after = { ...mergeActivity(withoutFuture(stored, clock), seen), id: seen.id };
  return same(stored, after) ? [] : [{ ...after, seenAt: now }];
}

/** What was done cannot lie ahead: it was told while the machine's clock was wrong. */
function withoutFuture<T extends Activity>(old: T, clock: number): T {
  if (old.state !== 'done' || old.at === undefined || start(old.at) <= clock) return old;
  const { at: _, ...rest } = old;
  return rest as T;
}

/** Adds what is not known on its record. Returns those that are known on another. */
async function addNew(db: Database, rows: Row[]): Promise<Again[]> {
  if (rows.length === 0) return [];
  const there = await db.activities.bulkGet(await perhapsTaken(db, rows.map(keyIn)));
  const known = new Map(there.flatMap((row) => (row ? [[keyOf(row), row]] : [])));
  await db.activities.bulkAdd(rows.filter((row) => !known.has(keyOf(row))));
  return rows.flatMap(({ seenAt: _, ...seen }) => {
    const old = known.get(keyOf(seen));
    return old ? [{ old, seen }] : [];
  });
}

/** From so many on, rows are asked for at once, and not one by one. */
const MANY = 50;

/** Those under which something may be stored: all that is, and those beyond what was looked through. */
async function perhapsTaken(db: Database, keys: RecordKey[]): Promise<RecordKey[]> {
  if (keys.length < MANY) return keys;
  const most = 2 * keys.length;
  const taken = await between(db, '[org+id]', keys).limit(most).primaryKeys();
  const known = new Set(taken.map(([org, id]) => keyOf({ org, id })));
  const last = taken.length < most ? undefined : taken.at(-1);
  const isBeyond = (key: RecordKey): boolean => last !== undefined && isBelow(last, key);
  return keys.filter((key) => known.has(keyOf({ org: key[0], id: key[1] })) || isBeyond(key));
}

type Key = readonly string[];

/** What stands in an index from the first of these keys to the last. */
function between(db: Database, index: string, keys: readonly Key[]) {
  const first = keys.reduce((a, b) => (isBelow(b, a) ? b : a));
  const last = keys.reduce((a, b) => (isBelow(a, b) ? b : a));
  return db.activities.where(index).between(first, last, true, true);
}

/** In the order of the database. */
function isBelow(a: Key, b: Key): boolean {
  const i = a.findIndex((part, at) => part !== b[at]);
  return i >= 0 && (a[i] ?? '') < (b[i] ?? '');
}

const keyOf = ({ org, id }: { org: string; id: string }): string => `${org} ${id}`;

const isOn = (a: Activity, b: Activity): boolean =>
  a.org === b.org && a.on.kind === b.on.kind && a.on.id === b.on.id;

const ON = '[org+on.kind+on.id]';
/** So many rows may stand there for each record of a page before each is asked for by itself. */
const FEW = 20;

/** What is stored on the same records. */
async function storedOn(db: Database, seen: Activity[]): Promise<Row[]> {
  const keyOn = ({ org, on }: Activity): string => `${org} ${on.kind} ${on.id}`;
  const keys = new Map(seen.map((row) => [keyOn(row), [row.org, row.on.kind, row.on.id]]));
  const all = [...keys.values()];
  if (all.length < MANY || (await between(db, ON, all).count()) > FEW * all.length)
    return under(db.activities, ON, all);
  const rows = await between(db, ON, all).toArray();
  return rows.filter((row) => keys.has(keyOn(row)));
}
