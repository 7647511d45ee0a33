import { describe, expect, it } from 'vitest';
import { between, earliest, isBefore, known, later, least, most } from '../../src/metrics/spans.ts';

describe('spans of Moments', () => {
  it('rule 1: is known from its `from` on, and cut at asOf', () => {
    expect(known(undefined, 10)).toBeUndefined();
    expect(known(11, 10)).toBeUndefined();
    expect(known(10, 10)).toBe(10);
    expect(known([5, 20], 10)).toEqual([5, 10]);
    expect(known([10, 20], 10)).toBe(10);
    expect(known([11, 20], 10)).toBeUndefined();
  });

  it('is before only when that is sure; a pair does not hold its `to`', () => {
    expect(isBefore(1, 2)).toBe(true);
    expect(isBefore(2, 2)).toBe(false);
    expect(isBefore([1, 2], 2)).toBe(true);
    expect(isBefore([1, 3], 2)).toBe(false);
    expect(isBefore(1, [1, 3])).toBe(false);
    expect(isBefore([0, 1], [1, 3])).toBe(true);
  });

  it('rule 15: the first of several is [least from, least to]', () => {
    expect(earliest([])).toBeUndefined();
    expect(earliest([5, 3])).toBe(3);
    expect(earliest([[0, 10], 4])).toEqual([0, 4]);
    expect(earliest(Array.from({ length: 200_000 }, (_, i) => 200_000 - i))).toBe(1);
    expect(later([0, 10], 4)).toEqual([4, 10]);
    expect(later(3, 4)).toBe(4);
  });

  it('rules 15, 76: a duration is a pair unless both ends are instants, unrounded, never below 0', () => {
    expect(between(0, 300_001)).toBe(300.001);
    expect(between([0, 5000], 9000)).toEqual([4, 9]);
    expect(between(3000, [0, 5000])).toEqual([0, 2]);
    expect(between(9000, 5000)).toBe(0);
    expect([least([4, 9]), most([4, 9]), least(3), most(3)]).toEqual([4, 9, 3, 3]);
  });
});
