/**
 * A point in time as well as it is known: epoch milliseconds (UTC), or the half-open pair `[from, to)` when
 * only an interval is known. A pair is never collapsed; whoever needs one number says which end it takes.
 */
export type Moment = number | readonly [from: number, to: number];

export const start = (m: Moment): number => (typeof m === 'number' ? m : m[0]);
export const end = (m: Moment): number => (typeof m === 'number' ? m : m[1]);
export const isExact = (m: Moment): m is number => typeof m === 'number';

/**
 * The moment that agrees with both sightings of one event, or `null` when they contradict each other.
 * An instant that lies in a pair wins; two pairs give what they share.
 */
export function agree(a: Moment, b: Moment): Moment | null {
  if (isExact(a) && isExact(b)) return a === b ? a : null;
  if (isExact(a)) return a >= start(b) && a < end(b) ? a : null;
  if (isExact(b)) return agree(b, a);
  const from = Math.max(a[0], b[0]);
  const to = Math.min(a[1], b[1]);
  return from < to ? [from, to] : null;
}
