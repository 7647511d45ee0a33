import { describe, expect, it } from 'vitest';
import { againstBaseline } from '../../src/metrics/against-baseline.ts';
import type { Kpi } from '../../src/metrics/kpi.ts';
import { wilson } from '../../src/metrics/wilson.ts';

const share = (x: number, n: number): Kpi => {
  const { value, lo, hi } = wilson(x, n);
  return { unit: 'ratio', state: n < 10 ? 'insufficient' : 'ok', value, x, n, lo: lo ?? 0, hi: hi ?? 1 };
};
const median = (value: number, lo: number | null, hi: number | null): Kpi => ({
  ...{ unit: 's', state: 'ok', value, n: 40, lo, hi },
});
const sum = (value: number): Kpi => ({ unit: 'money', state: 'ok', value, n: 12 });

describe('a change of a share', () => {
  it('is told of only where chance does not explain it', () => {
    expect(againstBaseline(share(30, 100), share(28, 100), 'higher').state).toBe('not-certain');
    const risen = againstBaseline(share(50, 100), share(28, 100), 'higher');
    expect(risen.state).toBe('better');
    expect(risen.difference).toBeCloseTo(0.22);
    // Newcombe's method 10, from the Wilson limits of 50 and 28 of 100.
    expect([risen.lo, risen.hi].map((limit) => limit?.toFixed(3))).toEqual(['0.085', '0.344']);
  });

  it('is worse where the figure should fall', () => {
    expect(againstBaseline(share(50, 100), share(28, 100), 'lower').state).toBe('worse');
    expect(againstBaseline(share(28, 100), share(50, 100), 'lower').state).toBe('better');
  });

  it('of fewer than ten says nothing', () => {
    expect(againstBaseline(share(9, 9), share(10, 100), 'higher').state).toBe('too-few');
    expect(againstBaseline(share(90, 100), share(1, 9), 'higher').state).toBe('too-few');
  });
});

describe('a change of a median', () => {
  it('is certain when the intervals do not meet', () => {
    expect(againstBaseline(median(300, 200, 400), median(900, 500, 1200), 'lower').state).toBe('better');
    expect(againstBaseline(median(300, 200, 600), median(900, 500, 1200), 'lower').state).toBe('not-certain');
  });

  it('is not certain when an end lies beyond what was seen', () => {
    expect(againstBaseline(median(300, 200, null), median(9000, 8000, null), 'lower').state).toBe(
      'not-certain',
    );
  });
});

it('sums have no interval: they differ, or they do not', () => {
  expect(againstBaseline(sum(10), sum(8), 'higher')).toEqual({ difference: 2, state: 'figure' });
  expect(againstBaseline(sum(8), sum(8), 'higher')).toEqual({ difference: 0, state: 'same' });
});

it('what cannot be said cannot be compared', () => {
  const none: Kpi = { unit: 'money', state: 'not-computable', value: null, n: 0 };
  expect(againstBaseline(none, sum(8), 'higher')).toEqual({ difference: null, state: 'unknown' });
  expect(againstBaseline(sum(8), none, 'higher')).toEqual({ difference: null, state: 'unknown' });
});
