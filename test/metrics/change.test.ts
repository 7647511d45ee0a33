import { expect, it } from 'vitest';
import { changeOf } from '../../src/metrics/change.ts';
import { times } from './kpis/deals.ts';

const high = [...times(6, () => 4), ...times(6, () => 3)];
const low = [...times(6, () => 1), ...times(6, () => 2)];

it('a mean rose or fell only with certainty', () => {
  expect(changeOf(high, low)).toBe('up');
  expect(changeOf(low, high)).toBe('down');
  expect(changeOf(high, [...high.slice(1), 2])).toBeNull();
});

it('of fewer than ten on either side nothing is said', () => {
  expect(changeOf(high.slice(0, 9), low)).toBeNull();
  expect(changeOf(high, low.slice(0, 9))).toBeNull();
  expect(changeOf(high, [])).toBeNull();
});
