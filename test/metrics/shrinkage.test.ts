import { describe, expect, it } from 'vitest';
import { pooled, shrink } from '../../src/metrics/shrinkage.ts';
import { oracles } from './make.ts';

const { shrinkage } = oracles;

describe('shrinkage', () => {
  it('pools the team', () => {
    expect(pooled(shrinkage.reps)).toBeCloseTo(shrinkage.pooled, 6);
    expect(pooled([])).toBeNull();
  });

  for (const { rep, x, n, shrunk } of shrinkage.reps) {
    it(`oracle ${rep}`, () => {
      expect(shrink(x, n, pooled(shrinkage.reps) ?? 0, shrinkage.M)).toBeCloseTo(shrunk, 6);
    });
  }

  it('gives the mean where nothing is known, and mixes in 20 cases unless told otherwise', () => {
    expect(shrink(0, 0, 0.4)).toBeCloseTo(0.4, 12);
    expect(shrink(3, 4, 0.4)).toBe(shrink(3, 4, 0.4, 20));
  });
});
