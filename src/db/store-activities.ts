import { start } from '../contract/moment.ts';
import type { Activity } from '../contract/records.ts';
import { contradictedActivity, type Found, keepContradictions } from './contradictions.ts';
import type { Database, Stored } from './database.ts';
import { betterKnown, isSameDeed, mergeActivity, same } from './merge.ts';
import type { At } from './store.ts';

/** Merges the activities of one reading; returns whether anything changed. Runs in the transaction of `store`. */
export async function storeActivities(db: Database, seen: Activity[], { now, clock }: At): Promise<boolean> {
  const known = await db.activities.bulkGet(seen.map((a) => [a.org, a.id]));
  const unknown = seen.filter((a, i) => a.derived && !known[i]);
  const nearby = await storedBeside(db, unknown, seen);
  const gone: [string, string][] = [];
  const contradicted: { found: Found[]; seenAt: number }[] = [];
  const rows = seen.flatMap((activity, i) => {
    const alike = known[i]
      ? [known[i]]
      : nearby.filter((other) => isOn(other, activity) && isSameDeed(other, activity));
    const [old] = alike;
    if (!old) return [{ ...activity, seenAt: now }];
    // One of several that are better known, but nobody can say which.
    if (alike.length > 1) return betterKnown(old, activity) === old ? [] : [{ ...activity, seenAt: now }];
    const { seenAt, ...stored } = old;
    const before = withoutFuture(stored, clock);
    const { id } = known[i] ? activity : betterKnown(before, activity);
    if (id !== old.id) gone.push([old.org, old.id]);
    if (!known[i]) nearby.splice(nearby.indexOf(old), 1);
    if (known[i]) contradicted.push({ found: contradictedActivity(before, activity), seenAt });
    const merged = { ...mergeActivity(before, activity), id };
    return same(stored, merged) ? [] : [{ ...merged, seenAt: now }];
  });
  if (gone.length > 0) await db.activities.bulkDelete(gone);
  if (rows.length > 0) await db.activities.bulkPut(rows);
  for (const { found, seenAt } of contradicted)
    await keepContradictions(db, found, Math.min(seenAt, now), now);
  return rows.length > 0;
}

/** What was done cannot lie ahead: it was told while the machine's clock was wrong. */
function withoutFuture(old: Activity, clock: number): Activity {
  if (old.state !== 'done' || old.at === undefined || start(old.at) <= clock) return old;
  const { at: _, ...rest } = old;
  return rest;
}

const isOn = (a: Activity, b: Activity): boolean =>
  a.org === b.org && a.on.kind === b.on.kind && a.on.id === b.on.id;

/** What is stored without the CRM's id on the same records as these, and is not in the reading itself. */
async function storedBeside(db: Database, rows: Activity[], seen: Activity[]): Promise<Stored<Activity>[]> {
  const keys = new Map(rows.map(({ org, on }) => [`${org} ${on.kind} ${on.id}`, [org, on.kind, on.id]]));
  if (keys.size === 0) return [];
  const stored = await db.activities
    .where('[org+on.kind+on.id]')
    .anyOf([...keys.values()])
    .toArray();
  const ids = new Set(seen.map((a) => a.id));
  return stored.filter((a) => a.derived && !ids.has(a.id));
}
