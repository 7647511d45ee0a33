import { describe, expect, it } from 'vitest';
import {
  medianInterval,
  medianRanks,
  smallestForMedian,
  smallestSample,
} from '../../src/metrics/order-statistics.ts';
import { oracles } from './make.ts';

const { order_stat: oracle, quantiles } = oracles;

describe('order statistics', () => {
  for (const [n, ranks] of Object.entries(oracle.ranks)) {
    it(`oracle ranks of ${n}`, () => expect(medianRanks(Number(n))).toEqual(ranks));
  }

  it('bounds the median of the oracle', () => {
    const [lo, hi] = oracle.median_ci_values;
    expect(medianRanks(12)).toEqual(oracle.median_ci_ranks_n12);
    expect(medianInterval([...quantiles.minutes].reverse())).toEqual({ lo, hi });
  });

  it('bounds nothing below the smallest sample', () => {
    expect(smallestForMedian()).toBe(oracle.min_n_median_two_sided95);
    expect(medianRanks(smallestForMedian() - 1)).toBeNull();
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
    expect(medianInterval([])).toBeNull();
  });

  for (const p of [75, 90, 95]) {
    it(`needs so many values for p${p}`, () => {
      expect(smallestSample(p / 100)).toBe(oracle[`min_n_p${p}_upper95`]);
    });
  }
});
