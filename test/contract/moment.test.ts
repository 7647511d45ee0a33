import { describe, expect, it } from 'vitest';
import { agree, end, isExact, type Moment, start } from '../../src/contract/moment.ts';

describe('a moment is an instant or a half-open pair', () => {
  it('has two ends, which an instant has at one place', () => {
    expect([start(5), end(5), isExact(5)]).toEqual([5, 5, true]);
    expect([start([5, 9]), end([5, 9]), isExact([5, 9])]).toEqual([5, 9, false]);
  });
});

describe('two sightings of one event agree', () => {
  it.each<[Moment, Moment, Moment | null]>([
    [5, 5, 5],
    [5, 6, null],
    [5, [5, 9], 5],
    [9, [5, 9], null],
    [4, [5, 9], null],
    [0, [0, 1], 0],
    [
      [1, 6],
      [4, 9],
      [4, 6],
    ],
    [
      [1, 9],
      [4, 6],
      [4, 6],
    ],
    [[1, 4], [4, 9], null],
    [[1, 2], [4, 9], null],
  ])('%j and %j: %j', (a, b, both) => {
    expect(agree(a, b)).toEqual(both);
    expect(agree(b, a)).toEqual(both);
  });
});
