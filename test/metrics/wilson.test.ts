import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/metrics/wilson.ts';
import { oracles } from './make.ts';

describe('wilson', () => {
  for (const o of oracles.wilson95) {
    it(`oracle ${o.x} of ${o.n}`, () => {
      const { value, lo, hi } = wilson(o.x, o.n);
      expect(value).toBeCloseTo(o.p, 6);
      expect(lo).toBeCloseTo(o.lo, 6);
      expect(hi).toBeCloseTo(o.hi, 6);
    });
  }

  it('says nothing of nothing, and refuses what is no share', () => {
    expect(wilson(0, 0)).toEqual({ x: 0, n: 0, value: null, lo: null, hi: null });
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(/-1 of 2/);
    expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
  });
});
