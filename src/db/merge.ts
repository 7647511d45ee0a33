import { agree, end, isExact, type Moment, start } from '../contract/moment.ts';
import type { Activity, Deal, Lead, Quote, Ticket } from '../contract/records.ts';

type Row = Record<string, unknown>;

/** A record seen unchanged is marked as seen again this often at most (ms); nothing else of it is written. */
export const SEEN_EVERY = 60_000;

/** Equal as stored values: the order of keys does not matter. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b))
    return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => same((a as Row)[k], (b as Row)[k]));
}

/**
 * Of two sightings of one time: what both allow; when they contradict each other, the exact one; else the older of
 * what happens once, the newer of what can happen again.
 */
function mergeMoment(old: Moment, now: Moment, again = false): Moment {
  const both = agree(old, now);
  if (both !== null) return both;
  if (isExact(now) !== isExact(old)) return isExact(now) ? now : old;
  return again ? now : old;
}

const MOMENTS = new Set([
  'createdAt',
  'closedAt',
  'assignedAt',
  'raisedAt',
  'openedAt',
  'firstReplyAt',
  'resolvedAt',
  'requestedAt',
  'sentAt',
]);
const AGAIN = new Set(['closedAt', 'assignedAt', 'resolvedAt', 'sentAt']);

/**
 * A record and a later sighting of it → the record. What the sighting does not show stays; what changes in a CRM
 * takes its newer value; a time takes the narrower one; and no better fact gives way to a worse one. `onItsPage`:
 * it was seen on the record's own page, not in a list.
 */
export function mergeRecord<T extends Lead | Deal>(old: T, seen: T, onItsPage = false): T {
  const result = mergeFields(old, seen);
  // Without a stage or status nobody can say that it is open again; with the same one as before only its own page can,
  // for a list may not show the mark that says "closed" there.
  const place = placeOf(seen);
  if (seen.outcome === 'open' && (place === undefined || (!onItsPage && place === placeOf(old))))
    result.outcome = old.outcome;
  if (result.outcome === 'open') delete result.closedAt;
  if ('raisedAt' in old && 'raisedAt' in seen) keepEarlier(result as Lead, old as Lead, seen as Lead);
  keepExactAmount(result as Deal, old as Deal, seen as Deal);
  if (!old.derived || !seen.derived) {
    result.id = old.derived ? seen.id : old.id;
    delete result.derived;
  } else result.id = old.id;
  return result;
}

function mergeFields<T extends Lead | Deal | Ticket | Quote>(old: T, seen: T): T {
  const merged: Row = { ...old };
  for (const [key, value] of Object.entries(seen)) {
    if (value === undefined) continue;
    merged[key] =
      MOMENTS.has(key) && merged[key] !== undefined
        ? mergeMoment(merged[key] as Moment, value as Moment, AGAIN.has(key))
        : value;
  }
  return merged as T;
}

/** A ticket or quote and another sighting of it; `isLate`: one that arrives after a newer one only adds to it. */
export const mergeService = <T extends Ticket | Quote>(old: T, seen: T, isLate: boolean): T =>
  isLate ? mergeFields(seen, old) : mergeFields(old, seen);

const placeOf = (record: Lead | Deal): string | undefined =>
  'stage' in record ? record.stage : 'status' in record ? record.status : undefined;

function keepEarlier(result: Lead, old: Lead, seen: Lead): void {
  if (old.raisedAt === undefined || seen.raisedAt === undefined) return;
  if (agree(old.raisedAt, seen.raisedAt) === null)
    result.raisedAt = start(seen.raisedAt) < start(old.raisedAt) ? seen.raisedAt : old.raisedAt;
}

function keepExactAmount(result: Deal, old: Deal, seen: Deal): void {
  if (seen.amount === undefined) return;
  if (seen.amountInexact && old.amount !== undefined && !old.amountInexact) {
    result.amount = old.amount;
    delete result.amountInexact;
  } else if (!seen.amountInexact) delete result.amountInexact;
}

/** An activity and a later sighting of it: a collapsed card knows less than an expanded one and takes nothing away. */
export function mergeActivity(old: Activity, seen: Activity): Activity {
  const merged: Activity = { ...old, ...seen };
  if (old.at !== undefined && seen.at !== undefined && old.state === seen.state)
    merged.at = mergeMoment(old.at, seen.at, seen.state === 'planned');
  // "Done" is also what a card says that does not show how it ended.
  if (seen.state === 'done' && seen.result === undefined && old.state !== 'planned') merged.state = old.state;
  // "You" may be read before the user has said who that is.
  if (old.personal && seen.personal) {
    const known = Object.entries(old.personal).filter(([, v]) => v !== null);
    const now = Object.entries(seen.personal).filter(([, v]) => v !== null);
    merged.personal = { ...old.personal, ...Object.fromEntries([...known, ...now]) };
  }
  return merged;
}

const width = ({ at }: Activity): number => (at === undefined ? Infinity : end(at) - start(at));
const fits = <T>(a: T | undefined, b: T | undefined): boolean =>
  a === undefined || b === undefined || a === b;

/**
 * Whether two activities that the CRM shows without ids are one deed, told once as "2 hours ago" and once with its
 * minute: their times agree, not both exact, and all else that tells them apart is the same.
 */
export const isSameDeed = (a: Activity, b: Activity): boolean =>
  a.derived === true &&
  b.derived === true &&
  a.at !== undefined &&
  b.at !== undefined &&
  width(a) !== width(b) &&
  agree(a.at, b.at) !== null &&
  (['kind', 'subject', 'state', 'direction'] as const).every((key) => a[key] === b[key]) &&
  fits(a.by, b.by) &&
  fits(a.result, b.result);

/** Of one deed told twice the id is made of the better known time, so that the next telling finds it. */
export const betterKnown = (a: Activity, b: Activity): Activity => (width(a) < width(b) ? a : b);
