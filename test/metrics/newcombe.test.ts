import { describe, expect, it } from 'vitest';
import { newcombe } from '../../src/metrics/newcombe.ts';
import { oracles } from './make.ts';

describe('Newcombe', () => {
  for (const o of oracles.newcombe) {
    it(`oracle ${o.a} against ${o.b}`, () => {
      const { difference, lo, hi } = newcombe(o.a, o.b);
      expect(difference).toBeCloseTo(o.diff, 6);
      expect(lo).toBeCloseTo(o.lo, 6);
      expect(hi).toBeCloseTo(o.hi, 6);
    });
  }

  it('turns round with its groups', () => {
    const [there, back] = [newcombe([5, 20], [30, 40]), newcombe([30, 40], [5, 20])];
    expect(back.lo).toBeCloseTo(-there.hi, 12);
    expect(back.hi).toBeCloseTo(-there.lo, 12);
  });

  it('knows nothing of a group of nobody', () => {
    expect(newcombe([0, 0], [1, 2])).toEqual({ difference: null, lo: -1, hi: 1 });
    expect(newcombe([1, 2], [0, 0])).toEqual({ difference: null, lo: -1, hi: 1 });
  });
});
