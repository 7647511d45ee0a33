import { agree, isExact, type Moment } from '../contract/moment.ts';
import type { Activity, Deal, Lead, Subject } from '../contract/records.ts';
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

/** In the transaction that merges them. The same contradiction seen again writes nothing. */
export async function keepContradictions(
  db: Database,
  found: readonly Found[],
  seenBefore: number,
  now: number,
): Promise<void> {
  for (const { known, now: value, ...about } of found) {
    const { org, table, id, field } = about;
    const old = (await db.contradictions.get([org, table, id, field]))?.told ?? [];
    const first = { value: known, seenAt: seenBefore };
    const told = [...old];
    for (const one of [first, { value, seenAt: now }])
      if (!told.some((t) => JSON.stringify(t.value) === JSON.stringify(one.value))) told.push(one);
    if (told.length > old.length) await db.contradictions.put({ ...about, told: told.slice(-MOST) });
  }
}
