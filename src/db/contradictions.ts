import type { Table } from 'dexie';
import { agree, isExact, type Moment } from '../contract/moment.ts';
import type { Activity, Deal, Lead, Quote, Subject, Ticket } from '../contract/records.ts';
import type { Contradiction, Database } from './database.ts';

/* What can be only one and was told as two: neither is thrown away, and data health shows both. */

type Values = Contradiction['told'][number]['value'];
export type Found = Omit<Contradiction, 'told'> & { known: Values; now: Values };

const MINUTE = 60_000;
/** More than this many sightings of one field say no more. */
const MOST = 5;

/** A page that shows minutes and one that shows seconds tell the same. */
const differ = (a: Moment | undefined, b: Moment | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  agree(a, b) === null &&
  !(isExact(a) && isExact(b) && Math.floor(a / MINUTE) === Math.floor(b / MINUTE));

/** Of a lead or deal: it was created once. */
export function contradictedRecord(kind: Subject['kind'], old: Lead | Deal, seen: Lead | Deal): Found[] {
  if (old.createdAt === undefined || seen.createdAt === undefined) return [];
  if (!differ(old.createdAt, seen.createdAt)) return [];
  const { org, id } = old;
  const about = { org, table: `${kind}s` as const, id, on: { kind, id } };
  return [{ ...about, field: 'createdAt', known: old.createdAt, now: seen.createdAt }];
}

/** Of an activity under one id: it was done once, in one way and one direction. */
export function contradictedActivity(old: Activity, seen: Activity): Found[] {
  const { org, id, on } = old;
  const about = { org, table: 'activities' as const, id, on };
  const found: Found[] = [];
  if (old.kind !== seen.kind) found.push({ ...about, field: 'kind', known: old.kind, now: seen.kind });
  const ways = [old.direction, seen.direction];
  if (ways.includes('in') && ways.includes('out'))
    found.push({ ...about, field: 'direction', known: old.direction, now: seen.direction });
  const isDone = old.state === 'done' && seen.state === 'done';
  if (isDone && old.at !== undefined && seen.at !== undefined && differ(old.at, seen.at))
    found.push({ ...about, field: 'activity.at', known: old.at, now: seen.at });
  return found;
}

/** Of a ticket or quote: what happens once. It may be solved, or sent, again. */
export function contradictedService(old: Ticket | Quote, seen: Ticket | Quote): Found[] {
  const { org, id } = old;
  const about =
    'deal' in old
      ? { org, table: 'quotes' as const, id, on: { kind: 'deal' as const, id: old.deal } }
      : { org, table: 'tickets' as const, id };
  return (['openedAt', 'firstReplyAt', 'requestedAt'] as const).flatMap((field) => {
    const known = (old as Partial<Ticket & Quote>)[field];
    const now = (seen as Partial<Ticket & Quote>)[field];
    return known !== undefined && now !== undefined && differ(known, now)
      ? [{ ...about, field, known, now }]
      : [];
  });
}

/** A contradiction, and when what was known of it had been seen (epoch ms). */
export type Dated = Found & { seenBefore: number };
export const dated = (found: readonly Found[], seenBefore: number): Dated[] =>
  found.map((one) => ({ ...one, seenBefore }));

/**
 * In the transaction that merges them, once for all rows of a table: over some hundred awaits in a row that ask nothing
 * of the database Dexie loses its transaction. The same contradiction seen again writes nothing.
 */
export async function keepContradictions(db: Database, found: readonly Dated[], now: number): Promise<void> {
  for (const { known, now: value, seenBefore, ...about } of found) {
    const { org, table, id, field } = about;
    const old = (await db.contradictions.get([org, table, id, field]))?.told ?? [];
    const first = { value: known, seenAt: seenBefore };
    const told = [...old];
    for (const one of [first, { value, seenAt: now }])
      if (!told.some((t) => JSON.stringify(t.value) === JSON.stringify(one.value))) told.push(one);
    if (told.length > old.length) await db.contradictions.put({ ...about, told: told.slice(-MOST) });
  }
}

/** What was told of rows that are gone goes with them; called in the transaction that deletes them. */
export async function dropWithTheirRows(db: Database): Promise<void> {
  const all = await db.contradictions.toArray();
  const isLeft = await Promise.all(
    all.map(async ({ org, table, id, on }) => {
      // A record that has its real id by now was told of under a derived one.
      const record = on && (await (on.kind === 'lead' ? db.leads : db.deals).get([org, on.id]));
      return !!record || !!(await (db[table] as Table).get([org, id]));
    }),
  );
  const gone = all.filter((_, i) => !isLeft[i]);
  await db.contradictions.bulkDelete(gone.map(({ org, table, id, field }) => [org, table, id, field]));
}
