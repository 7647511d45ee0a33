import type { Table } from 'dexie';
import { clean } from '../contract/clean.ts';
import { linkWithoutContacts, withoutContacts } from '../contract/contacts.ts';
import type { Sighting } from '../contract/coverage.ts';
import type { Reading } from '../contract/interpret.ts';
import { end } from '../contract/moment.ts';
import type { Deal, Lead, OwnerChange, Records, StageChange, Subject } from '../contract/records.ts';
import { noticedOwner, noticedStage, sinceBegun } from './changes.ts';
import { contradictedRecord, dated, keepContradictions } from './contradictions.ts';
import type { Database, Stored, Telling } from './database.ts';
import { mergeRecord, SEEN_EVERY, same } from './merge.ts';
import { storeActivities } from './store-activities.ts';
import { byDeal, bySubject, storeChanges } from './store-changes.ts';
import { storeServices } from './store-services.ts';
import { mark, type Where } from './summaries.ts';
import { isTranslated, keepSurer, tellingOf } from './telling.ts';

/**
 * Merges one reading into the database, whole or not at all. The same page read again writes nothing, but for the
 * moment of sighting once a minute. Returns whether anything changed. Errors are IndexedDB's (quota, closed).
 * `read` is when the page was read, `clock` what the clock says now: a stamp later than that was made by a wrong one.
 */
export async function store(
  db: Database,
  reading: Reading,
  read: number,
  clock = Infinity,
): Promise<boolean> {
  const now = Math.min(read, clock);
  const records = [db.leads, db.deals, db.activities, db.quotes, db.tickets];
  const others = [db.stageChanges, db.ownerChanges, db.sightings, db.contradictions, db.summaries];
  const all = [...records, ...others];
  return db.transaction('rw', all, async () => {
    let changed = false;
    const ids: Ids = new Map();
    const { leads, deals, stageChanges, ownerChanges } = reading.records;
    const onItsPage = reading.sighting.kind === 'record';
    const telling = tellingOf(reading.sighting);
    const twice = namesTwice([...leads, ...deals]);
    const told = { stageChanges, ownerChanges, onItsPage, twice, telling };
    const at = { now, clock };
    for (const lead of leads) changed = (await storeRecord(db, 'lead', lead, told, ids, at)) || changed;
    for (const deal of deals) changed = (await storeRecord(db, 'deal', deal, told, ids, at)) || changed;
    const { activities, ...changes } = underStoredIds(reading.records, ids);
    changed = (await storeActivities(db, activities, at)) || changed;
    changed = (await storeChanges(db.stageChanges, changes.stageChanges, byDeal, telling, now)) || changed;
    changed = (await storeChanges(db.ownerChanges, changes.ownerChanges, bySubject, telling, now)) || changed;
    changed = (await storeServices(db, db.tickets, reading.records.tickets, at)) || changed;
    changed = (await storeServices(db, db.quotes, changes.quotes, at)) || changed;
    await storeSighting(db, withStoredIds(reading.sighting, ids), now);
    if (changed) await mark(db, toldOf(reading.records, ids));
    return changed;
  });
}

/** Every record of which the reading tells something, under the id that it is stored by. */
function toldOf({ leads, deals, activities, ownerChanges, stageChanges }: Records, ids: Ids): Where[] {
  const of = (kind: 'lead' | 'deal', rows: readonly Rec[]): Where[] =>
    rows.map(({ org, id }) => ({ org, kind, id }));
  const on = [...activities, ...ownerChanges].map(({ org, on }): Where => ({ org, ...on }));
  const moved = stageChanges.map(({ org, deal }): Where => ({ org, kind: 'deal', id: deal }));
  const all = [...of('lead', leads), ...of('deal', deals), ...on, ...moved];
  return all.map(({ org, kind, id }) => ({ org, kind, id: ids.get(`${kind} ${id}`) ?? id }));
}

/** Ids of records in the reading that are stored under another: `deal ~x` → `006…`. */
type Ids = Map<string, string>;
type Changes = Pick<Records, 'stageChanges' | 'ownerChanges'>;
/** What else the reading tells of a record; names that more than one of its rows has. */
type Told = Changes & { onItsPage: boolean; twice: Set<string>; telling: Telling };

const namesTwice = (rows: Rec[]): Set<string> => {
  const names = rows.flatMap((row) => row.name ?? []);
  return new Set(names.filter((name, i) => names.indexOf(name) !== i));
};

/** What happened on a record goes where the record went. */
function underStoredIds(records: Records, ids: Ids): Pick<Records, 'activities' | 'quotes'> & Changes {
  const idOf = (kind: string, id: string) => ids.get(`${kind} ${id}`) ?? id;
  const moved = <T extends { on: Subject }>(row: T): T => ({
    ...row,
    on: { kind: row.on.kind, id: idOf(row.on.kind, row.on.id) },
  });
  return {
    activities: records.activities.map(moved),
    ownerChanges: records.ownerChanges.map(moved),
    stageChanges: records.stageChanges.map((c) => ({ ...c, deal: idOf('deal', c.deal) })),
    quotes: records.quotes.map((q) => ({ ...q, deal: idOf('deal', q.deal) })),
  };
}

/** A page points at what is stored. */
function withStoredIds(sighting: Sighting, ids: Ids): Sighting {
  const stored = ({ kind, id }: Subject) => ({ kind, id: ids.get(`${kind} ${id}`) ?? id });
  const { subject, shown } = sighting;
  return {
    ...sighting,
    ...(subject ? { subject: stored(subject) } : {}),
    ...(shown ? { shown: shown.map(stored) } : {}),
  };
}

const tableOf = (db: Database, kind: 'lead' | 'deal') =>
  (kind === 'lead' ? db.leads : db.deals) as unknown as RecordTable;
type Rec = Lead | Deal;
/** When the page was read, and what the clock says as it is stored. */
export type At = { now: number; clock: number };
type RecordTable = Table<Stored<Rec>, [string, string]>;

async function storeRecord(
  db: Database,
  kind: 'lead' | 'deal',
  seen: Rec,
  told: Told,
  ids: Ids,
  { now, clock }: At,
): Promise<boolean> {
  const table = tableOf(db, kind);
  const old = (await table.get([seen.org, seen.id])) ?? (await sameByName(table, seen, told.twice));
  if (!old) {
    const { closedAt: _, ...open } = seen;
    const first = seen.outcome === 'open' ? (open as Rec) : seen;
    await table.put({ ...first, seenAt: now, ...(isAny(told.telling) && { told: told.telling }) });
    return true;
  }
  const { seenAt: stamp, told: toldBefore, ...before } = old;
  const isAhead = stamp > clock;
  const seenAt = isAhead ? sinceBegun(old, now) : stamp;
  // A reading that arrives after a newer one only adds what that one did not show.
  const isLate = now < seenAt;
  const merged = isLate
    ? mergeRecord(seen, before as Rec, true)
    : mergeRecord(before as Rec, seen, told.onItsPage);
  const telling = keepSurer(merged, before as Rec, seen, toldBefore, told.telling);
  if (merged.id !== seen.id) ids.set(`${kind} ${seen.id}`, merged.id);
  const noticed = isLate ? {} : await notice(db, kind, { ...old, seenAt }, seen, told, now);
  if (noticed.stage) await db.stageChanges.put({ ...noticed.stage, deal: merged.id, seenAt: now });
  if (noticed.owner)
    await db.ownerChanges.put({ ...noticed.owner, on: { kind, id: merged.id }, seenAt: now });
  if (merged.id !== old.id) await adopt(db, kind, old, merged.id);
  const known = { ...before, id: merged.id } as Rec;
  await keepContradictions(db, dated(contradictedRecord(kind, known, seen), Math.min(stamp, now)), now);
  const changed = !same(before, merged);
  if (changed || isAhead || now - seenAt > SEEN_EVERY || !same(toldBefore ?? {}, telling))
    await table.put({ ...merged, seenAt: Math.max(now, seenAt), ...(isAny(telling) && { told: telling }) });
  return changed;
}

const isAny = (telling: Telling): boolean => Object.keys(telling).length > 0;

/** The changes that two sightings prove. A stage in another language is not another stage. */
async function notice(
  db: Database,
  kind: 'lead' | 'deal',
  old: Stored<Rec>,
  seen: Rec,
  { stageChanges, ownerChanges, telling }: Told,
  now: number,
): Promise<{ stage?: StageChange | undefined; owner?: OwnerChange | undefined }> {
  const passes = ownerChanges.filter((c) => c.on.kind === kind && c.on.id === seen.id);
  const owner = noticedOwner(kind, old, seen, passes, now);
  if (kind === 'lead' || isTranslated(old.told, telling)) return { owner };
  const moves = stageChanges.filter((c) => c.deal === seen.id);
  return { owner, stage: await missedStage(db, old as Stored<Deal>, seen as Deal, moves, now) };
}

/** The stage change that was noticed, unless the last one that is known already leads there. */
async function missedStage(
  db: Database,
  old: Stored<Deal>,
  seen: Deal,
  told: StageChange[],
  now: number,
): Promise<StageChange | undefined> {
  const change = noticedStage(old, seen, told, now);
  if (!change) return undefined;
  const known = await db.stageChanges.where('[org+deal]').equals([old.org, old.id]).toArray();
  const last = known.sort((a, b) => end(a.at) - end(b.at)).at(-1);
  return last?.to === change.to ? undefined : change;
}

/**
 * Lists of some CRMs show no ids. Such a row is the record of the same name when there is exactly one, here and on the
 * page, and what else both show agrees, but for one field that may have changed; else it stays apart.
 */
async function sameByName(
  table: RecordTable,
  seen: Rec,
  twice: Set<string>,
): Promise<Stored<Rec> | undefined> {
  if (seen.name === undefined || twice.has(seen.name)) return undefined;
  const named = await table.where('[org+name]').equals([seen.org, seen.name]).toArray();
  const [only, ...others] = named.filter((r) => seen.derived || r.derived);
  if (!only || others.length > 0 || (!seen.derived && named.length > 1)) return undefined;
  return looksLike(only, seen) ? only : undefined;
}

const TELLING = ['company', 'owner', 'stage', 'status', 'amount', 'closeDate', 'createdAt'];

function looksLike(known: Rec, seen: Rec): boolean {
  const value = (record: Rec, field: string) => (record as Record<string, unknown>)[field];
  const shared = TELLING.filter((f) => value(known, f) !== undefined && value(seen, f) !== undefined);
  const differing = shared.filter((f) => !same(value(known, f), value(seen, f)));
  if (differing.includes('company')) return false;
  return differing.length === 0 || (differing.length === 1 && shared.length > 1);
}

/** The record's real id became known: what was noticed under the derived one moves along. */
async function adopt(db: Database, kind: 'lead' | 'deal', old: Stored<Rec>, id: string): Promise<void> {
  await tableOf(db, kind).delete([old.org, old.id]);
  await db.summaries.delete([old.org, kind, old.id]);
  if (kind === 'deal')
    for (const table of [db.stageChanges, db.quotes] as Table[])
      await table.where('[org+deal]').equals([old.org, old.id]).modify({ deal: id });
  for (const table of [db.activities, db.ownerChanges, db.contradictions] as Table[])
    await table.where('[org+on.kind+on.id]').equals([old.org, kind, old.id]).modify({ on: { kind, id } });
}

async function storeSighting(db: Database, sighting: Reading['sighting'], now: number): Promise<void> {
  const old = await db.sightings.get([sighting.org, sighting.page]);
  const url = linkWithoutContacts(sighting.url);
  const content = (s: typeof sighting) => ({ ...s, url, coverage: { ...s.coverage, readAt: 0 } });
  const fresh =
    old && Math.abs(now - Number(old.coverage.readAt)) <= SEEN_EVERY && same(content(old), content(sighting));
  // The address of a search holds whom was searched for.
  if (!fresh) await db.sightings.put({ ...sighting, url });
}

/** Counts something that could not be kept, so that it can be seen. */
export async function countProblem(
  db: Database,
  what: string,
  why: string,
  now: number,
  times = 1,
): Promise<void> {
  const said = withoutContacts(clean(why)).slice(0, 300);
  const key = `${what}: ${said}`.slice(0, 300);
  await db.transaction('rw', db.problems, async () => {
    const count = ((await db.problems.get(key))?.count ?? 0) + times;
    await db.problems.put({ key, what, why: said, count, lastAt: now });
  });
}
