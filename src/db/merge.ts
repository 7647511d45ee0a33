import { agree, isExact, type Moment, start } from '../contract/moment.ts';
import type { Activity, Deal, Lead } from '../contract/records.ts';

type Row = Record<string, unknown>;

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

const MOMENTS = new Set(['at', 'createdAt', 'closedAt', 'assignedAt', 'raisedAt']);
const AGAIN = new Set(['closedAt', 'assignedAt']);

/**
 * A record and a later sighting of it → the record. What the sighting does not show stays; what changes in a CRM
 * takes its newer value; a time takes the narrower one; and no better fact gives way to a worse one. `onItsPage`:
 * it was seen on the record's own page, not in a list.
 */
export function mergeRecord<T extends Lead | Deal>(old: T, seen: T, onItsPage = false): T {
  const merged: Row = { ...old };
  for (const [key, value] of Object.entries(seen)) {
    if (value === undefined) continue;
    merged[key] =
      MOMENTS.has(key) && merged[key] !== undefined
        ? mergeMoment(merged[key] as Moment, value as Moment, AGAIN.has(key))
        : value;
  }
  const result = merged as T;
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
