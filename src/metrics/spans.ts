import { end, isExact, type Moment, start } from '../contract/moment.ts';

/** Seconds, or the least and the most when a Moment they are counted from or to is a pair. */
export type Seconds = number | [least: number, most: number];

/** Measures the time between two instants: the calendar's, or business time. */
export type Stopwatch = (from: number, to: number) => number;

const calendarSeconds: Stopwatch = (from, to) => (to - from) / 1000;

/** A duration that was watched; `censored` when it was still running when watching ended. */
export interface Wait {
  seconds: Seconds;
  censored: boolean;
}

/** The ends of a duration; survival curves and "surely within" take the upper one (rules 19, 65). */
export const least = (s: Seconds): number => (typeof s === 'number' ? s : s[0]);
export const most = (s: Seconds): number => (typeof s === 'number' ? s : s[1]);

const momentOf = (from: number, to: number): Moment => (from < to ? [from, to] : from);

/** Rule 1: known once its `from` is reached; a `to` still ahead is cut to asOf. */
export function known(m: Moment | undefined, asOf: number): Moment | undefined {
  if (m === undefined || start(m) > asOf) return undefined;
  return isExact(m) ? m : momentOf(m[0], Math.min(m[1], asOf));
}

/** Surely earlier: also where pairs are involved, whose `to` is not in them. */
export const isBefore = (a: Moment, b: Moment): boolean => (isExact(a) ? a < start(b) : end(a) <= start(b));

/** When the first of several uncertain events happened: `[least from, least to]` (rule 15). */
export function earliest(moments: readonly Moment[]): Moment | undefined {
  if (moments.length === 0) return undefined;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const at of moments) {
    from = Math.min(from, start(at));
    to = Math.min(to, end(at));
  }
  return momentOf(from, to);
}

/** When both of two uncertain events had happened. */
export const later = (a: Moment, b: Moment): Moment =>
  momentOf(Math.max(start(a), start(b)), Math.max(end(a), end(b)));

/** Seconds from `a` to `b`, never below 0: `[b.from − a.to, b.to − a.from]`, one number when both are instants. */
export function between(a: Moment, b: Moment, stopwatch: Stopwatch = calendarSeconds): Seconds {
  const longest = Math.max(0, stopwatch(start(a), end(b)));
  if (isExact(a) && isExact(b)) return longest;
  return [Math.max(0, stopwatch(end(a), start(b))), longest];
}

/** Order of `from`, by which a Moment becomes known (rule 1), then of `to`. */
export const byStart = (a: Moment, b: Moment): number => start(a) - start(b) || end(a) - end(b);

/** Order of `to`, then of `from` (rule 14). */
export const byEnd = (a: Moment, b: Moment): number => end(a) - end(b) || start(a) - start(b);
