import { Dexie } from 'dexie';
import type { Activity } from '../contract/records.ts';
import { under } from './around.ts';
import type { Database, Stored } from './database.ts';
import { betterKnown, isSameDeed, mergeActivity, same } from './merge.ts';

type Row = Stored<Activity>;

/** Merges the activities of one reading; returns whether anything changed. Runs in the transaction of `store`. */
export async function storeActivities(db: Database, seen: Activity[], now: number): Promise<boolean> {
  const stored = await storedOn(db, seen);
  const byId = new Map(stored.map((row) => [keyOf(row), row]));
  const ids = new Set(seen.map(keyOf));
  const nearby = stored.filter((row) => row.derived && !ids.has(keyOf(row)));
  const fresh: Row[] = [];
  const changed: Row[] = [];
  const gone: [string, string][] = [];
  for (const activity of seen) {
    const known = byId.get(keyOf(activity));
    const alike = known ? [known] : nearby.filter((row) => isOn(row, activity) && isSameDeed(row, activity));
    const [old] = alike;
    if (!old) fresh.push({ ...activity, seenAt: now });
    else if (alike.length > 1) {
      // One of several that are better known, but nobody can say which.
      if (betterKnown(old, activity) !== old) fresh.push({ ...activity, seenAt: now });
    } else {
      const { id } = known ? activity : betterKnown(old, activity);
      if (id !== old.id) gone.push([old.org, old.id]);
      if (!known) nearby.splice(nearby.indexOf(old), 1);
      changed.push(...merged(old, { ...activity, id }, now));
    }
  }
  changed.push(...(await addNew(db, fresh, now)));
  if (gone.length > 0) await db.activities.bulkDelete(gone);
  if (changed.length > 0) await db.activities.bulkPut(changed);
  return fresh.length + changed.length > 0;
}

/** A stored activity after a later sighting of it; nothing when that says nothing new. */
function merged(old: Row, seen: Activity, now: number): Row[] {
  const { seenAt: _, ...before } = old;
  const after = { ...mergeActivity(before, seen), id: seen.id };
  return same(before, after) ? [] : [{ ...after, seenAt: now }];
}

/** Adds what is not known on its record. Returns what has to be put in the place of the same deeds on other records. */
async function addNew(db: Database, rows: Row[], now: number): Promise<Row[]> {
  if (rows.length === 0) return [];
  try {
    await db.activities.bulkAdd(rows);
    return [];
  } catch (error) {
    // Asked for only where adding fails: to look up each of many new ones takes half as long as to store them.
    const { failuresByPos } = error as { failuresByPos?: Record<number, Error> };
    const isThere = ({ name }: Error) => name === Dexie.errnames.Constraint;
    if (!failuresByPos || !Object.values(failuresByPos).every(isThere)) throw error;
    const twice = Object.keys(failuresByPos).flatMap((i) => rows[Number(i)] ?? []);
    const there = await db.activities.bulkGet(twice.map(({ org, id }) => [org, id]));
    return twice.flatMap(({ seenAt: _, ...row }, i) => (there[i] ? merged(there[i], row, now) : []));
  }
}

const keyOf = ({ org, id }: Activity): string => `${org} ${id}`;

const isOn = (a: Activity, b: Activity): boolean =>
  a.org === b.org && a.on.kind === b.on.kind && a.on.id === b.on.id;

/** What is stored on the same records. */
function storedOn(db: Database, seen: Activity[]): Promise<Row[]> {
  const keys = new Map(seen.map(({ org, on }) => [`${org} ${on.kind} ${on.id}`, [org, on.kind, on.id]]));
  return under(db.activities, '[org+on.kind+on.id]', [...keys.values()]);
}
