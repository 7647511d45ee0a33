import { describe, expect, it } from 'vitest';
import { binomial, funnel } from '../../src/metrics/funnel.ts';
import { oracles } from './make.ts';

describe('funnel', () => {
  for (const o of oracles.funnel.cases) {
    it(`oracle ${o.x} of ${o.n}: ${o.flag}`, () => {
      const { low, high, flag } = funnel(o.x, o.n, oracles.funnel.target);
      expect(low).toBeCloseTo(o.p_low, 6);
      expect(high).toBeCloseTo(o.p_high, 6);
      expect(flag).toBe(o.flag);
    });
  }

  it('has room for everything at the ends', () => {
    expect(funnel(0, 5, 0)).toEqual({ low: 1, high: 1, flag: 'within' });
    expect(funnel(4, 5, 1).flag).toBe('alarm');
    expect(funnel(0, 0, 0.4).flag).toBe('within');
  });

  it('sums to 1 for large samples too', () => {
    expect(binomial(10_000, 0.01).reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 9);
  });

  it('refuses what is no share', () => {
    expect(() => funnel(3, 2, 0.4)).toThrow(RangeError);
    expect(() => funnel(1, 2, 1.4)).toThrow(/1.4/);
  });
});
