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

/** Of two sightings of one time: what both allow; when they contradict each other, the exact one, else the older. */
const mergeMoment = (old: Moment, now: Moment): Moment =>
  agree(old, now) ?? (isExact(now) && !isExact(old) ? now : old);

const MOMENTS = new Set(['at', 'createdAt', 'closedAt', 'assignedAt', 'raisedAt']);

/**
 * A record and a later sighting of it → the record. What the sighting does not show stays; what changes in a CRM
 * takes its newer value; a time takes the narrower one; and no better fact gives way to a worse one.
 */
export function mergeRecord<T extends Lead | Deal>(old: T, seen: T): T {
  const merged: Row = { ...old };
  for (const [key, value] of Object.entries(seen)) {
    if (value === undefined) continue;
    merged[key] =
      MOMENTS.has(key) && merged[key] !== undefined
        ? mergeMoment(merged[key] as Moment, value as Moment)
        : value;
  }
  const result = merged as T;
  // Without a stage or a status the page could not say that the record is closed, nor that it is open again.
  if (seen.outcome === 'open' && !('stage' in seen) && !('status' in seen)) result.outcome = old.outcome;
  if (result.outcome === 'open') delete result.closedAt;
  if ('raisedAt' in old && 'raisedAt' in seen) keepEarlier(result as Lead, old as Lead, seen as Lead);
  keepExactAmount(result as Deal, old as Deal, seen as Deal);
  if (!old.derived || !seen.derived) {
    result.id = old.derived ? seen.id : old.id;
    delete result.derived;
  }
  return result;
}

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
    merged.at = mergeMoment(old.at, seen.at);
  // "You" may be read before the user has said who that is.
  if (old.personal && seen.personal) {
    const known = Object.entries(old.personal).filter(([, v]) => v !== null);
    const now = Object.entries(seen.personal).filter(([, v]) => v !== null);
    merged.personal = { ...old.personal, ...Object.fromEntries([...known, ...now]) };
  }
  return merged;
}
