import { binomial } from './funnel.ts';

const CONFIDENCE = 0.95;
// 1 − 0.95 must not miss a tail that is exactly as large by its last bit.
const ROUNDING = 1e-12;

/** Ranks (from 1) of the values that bound the median with at least 95 %; `null` below six values. */
export function medianRanks(n: number): [lo: number, hi: number] | null {
  const most = (1 - CONFIDENCE) / 2 + ROUNDING;
  let rank = 0;
  let tail = 0;
  for (const mass of binomial(n, 0.5)) {
    tail += mass;
    if (tail > most) break;
    rank++;
  }
  return rank === 0 ? null : [rank, n + 1 - rank];
}

/** 95 % interval of the median of `values` (any order), free of any assumption on their distribution. */
export function medianInterval(values: readonly number[]): { lo: number; hi: number } | null {
  const ranks = medianRanks(values.length);
  if (!ranks) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const [lo, hi] = ranks.map((rank) => sorted[rank - 1]);
  return lo === undefined || hi === undefined ? null : { lo, hi };
}

/** Fewest values whose largest one is an upper 95 % bound of the quantile `p`: 1 − pⁿ ≥ 0.95. */
export const smallestSample = (p: number): number =>
  Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(p) - ROUNDING);

/** Fewest values that bound the median on both sides. */
export const smallestForMedian = (): number => Math.ceil(Math.log2(2 / (1 - CONFIDENCE)) - ROUNDING);
