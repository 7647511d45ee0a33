import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/metrics/quantile.ts';
import { mean } from '../../src/metrics/rubric.ts';
import { oracles } from './make.ts';

describe('quantile', () => {
  const o = oracles.quantiles;

  it('oracle quantiles', () => {
    const reversed = [...o.minutes].reverse();
    expect(mean(reversed)).toBeCloseTo(o.mean, 6);
    expect(quantile(reversed, 0.5)).toBeCloseTo(o.median, 6);
    expect(quantile(reversed, 0.75)).toBeCloseTo(o.p75, 6);
    expect(quantile(reversed, 0.9)).toBeCloseTo(o.p90, 6);
    expect(quantile(reversed, 0.95)).toBeCloseTo(o.p95, 6);
  });

  it('has ends, is null for nothing, refuses other shares', () => {
    expect([quantile([3, 1, 2], 0), quantile([3, 1, 2], 1), quantile([7], 0.5)]).toEqual([1, 3, 7]);
    expect(quantile([], 0.5)).toBeNull();
    expect(() => quantile([1], 1.1)).toThrow(/1\.1.*0 … 1/);
  });
});
