import type { Reading } from '../contract/interpret.ts';
import type { Activity, Deal, Lead, StageChange } from '../contract/records.ts';
import { noticedOwner, noticedStage, superseded } from './changes.ts';
import type { Database, Stored } from './database.ts';
import { mergeActivity, mergeRecord, same } from './merge.ts';

/** A record seen unchanged is marked as seen again this often at most (ms); nothing else of it is written. */
const SEEN_EVERY = 60_000;

/**
 * Merges one reading into the database, whole or not at all. The same page read again writes nothing, but for the
 * moment of sighting once a minute. Returns whether anything changed. Errors are IndexedDB's (quota, closed).
 */
export async function store(db: Database, { records, sighting }: Reading, now: number): Promise<boolean> {
  const all = [db.leads, db.deals, db.activities, db.stageChanges, db.ownerChanges, db.sightings];
  return db.transaction('rw', all, async () => {
    let changed = false;
    for (const lead of records.leads) changed = (await storeRecord(db, 'lead', lead, [], now)) || changed;
    for (const deal of records.deals)
      changed = (await storeRecord(db, 'deal', deal, records.stageChanges, now)) || changed;
    changed = (await storeActivities(db, records.activities, now)) || changed;
    changed = (await storeStageChanges(db, records.stageChanges, now)) || changed;
    await storeSighting(db, sighting, now);
    return changed;
  });
}

const tableOf = (db: Database, kind: 'lead' | 'deal') =>
  (kind === 'lead' ? db.leads : db.deals) as unknown as RecordTable;
type Rec = Lead | Deal;
type RecordTable = import('dexie').Table<Stored<Rec>, [string, string]>;

async function storeRecord(
  db: Database,
  kind: 'lead' | 'deal',
  seen: Rec,
  told: StageChange[],
  now: number,
): Promise<boolean> {
  const table = tableOf(db, kind);
  const old = (await table.get([seen.org, seen.id])) ?? (await sameByName(table, seen));
  if (!old) {
    await table.put({ ...seen, seenAt: now });
    return true;
  }
  const { seenAt, ...before } = old;
  const merged = mergeRecord(before as Rec, seen);
  const stage = kind === 'deal' ? noticedStage(old as Stored<Deal>, seen as Deal, told, now) : undefined;
  const owner = noticedOwner(kind, old, seen, now);
  if (stage) await db.stageChanges.put({ ...stage, deal: merged.id, seenAt: now });
  if (owner) await db.ownerChanges.put({ ...owner, on: { kind, id: merged.id }, seenAt: now });
  if (merged.id !== old.id) await adopt(db, kind, old, merged.id);
  const changed = !same(before, merged);
  if (changed || now - seenAt > SEEN_EVERY) await table.put({ ...merged, seenAt: Math.max(now, seenAt) });
  return changed;
}

/**
 * Lists of some CRMs show no ids. Such a row is the record of the same name when there is exactly one, and nothing
 * that both show and that does not change contradicts it; else it stays apart.
 */
async function sameByName(table: RecordTable, seen: Rec): Promise<Stored<Rec> | undefined> {
  if (seen.name === undefined) return undefined;
  const named = await table.where('[org+name]').equals([seen.org, seen.name]).toArray();
  const [only, ...others] = named.filter((r) => seen.derived || r.derived);
  if (!only || others.length > 0 || (!seen.derived && named.length > 1)) return undefined;
  const differs = only.company !== undefined && seen.company !== undefined && only.company !== seen.company;
  return differs ? undefined : only;
}

/** The record's real id became known: what was noticed under the derived one moves along. */
async function adopt(db: Database, kind: 'lead' | 'deal', old: Stored<Rec>, id: string): Promise<void> {
  await tableOf(db, kind).delete([old.org, old.id]);
  if (kind === 'deal')
    await db.stageChanges.where('[org+deal]').equals([old.org, old.id]).modify({ deal: id });
  await db.ownerChanges
    .where('[org+on.kind+on.id]')
    .equals([old.org, kind, old.id])
    .modify({ on: { kind, id } });
}

async function storeActivities(db: Database, seen: Activity[], now: number): Promise<boolean> {
  const known = await db.activities.bulkGet(seen.map((a) => [a.org, a.id]));
  const rows = seen.flatMap((activity, i) => {
    const old = known[i];
    if (!old) return [{ ...activity, seenAt: now }];
    const { seenAt: _, ...before } = old;
    const merged = mergeActivity(before, activity);
    return same(before, merged) ? [] : [{ ...merged, seenAt: now }];
  });
  if (rows.length > 0) await db.activities.bulkPut(rows);
  return rows.length > 0;
}

async function storeStageChanges(db: Database, seen: StageChange[], now: number): Promise<boolean> {
  let changed = false;
  for (const change of seen) {
    const known = await db.stageChanges.where('[org+deal]').equals([change.org, change.deal]).toArray();
    const old = known.find((c) => c.id === change.id);
    if (old) continue;
    const vaguer = superseded(change, known);
    await db.stageChanges.bulkDelete(vaguer.map((c) => [c.org, c.id]));
    await db.stageChanges.put({ ...change, seenAt: now });
    changed = true;
  }
  return changed;
}

async function storeSighting(db: Database, sighting: Reading['sighting'], now: number): Promise<void> {
  const old = await db.sightings.get([sighting.org, sighting.page]);
  const content = (s: typeof sighting) => ({ ...s, coverage: { ...s.coverage, readAt: 0 } });
  const fresh =
    old && now - Number(old.coverage.readAt) <= SEEN_EVERY && same(content(old), content(sighting));
  if (!fresh) await db.sightings.put(sighting);
}

/** Counts something that could not be kept, so that it can be seen. */
export async function countProblem(db: Database, what: string, why: string, now: number): Promise<void> {
  const key = `${what}: ${why}`.slice(0, 300);
  await db.transaction('rw', db.problems, async () => {
    const count = ((await db.problems.get(key))?.count ?? 0) + 1;
    await db.problems.put({ key, what, why: why.slice(0, 300), count, lastAt: now });
  });
}
