import { wilson } from './wilson.ts';

/**
 * Difference of two shares, `a` − `b`, with its 95 % limits from the Wilson limits of each (Newcombe 1998, method 10).
 * They differ with certainty only when 0 lies outside. A group of nobody says nothing: limits −1 and 1.
 */
export function newcombe(
  a: readonly [x: number, n: number],
  b: readonly [x: number, n: number],
): { difference: number | null; lo: number; hi: number } {
  const [p, q] = [wilson(...a), wilson(...b)];
  if (p.value === null || p.lo === null || p.hi === null) return UNKNOWN;
  if (q.value === null || q.lo === null || q.hi === null) return UNKNOWN;
  const difference = p.value - q.value;
  return {
    difference,
    lo: difference - Math.hypot(p.value - p.lo, q.hi - q.value),
    hi: difference + Math.hypot(p.hi - p.value, q.value - q.lo),
  };
}

const UNKNOWN = { difference: null, lo: -1, hi: 1 };
