import { expect, it } from 'vitest';
import { changeOfMeans } from '../../src/metrics/means.ts';
import { times } from './kpis/deals.ts';

const high = [...times(6, () => 4), ...times(6, () => 3)];
const low = [...times(6, () => 1), ...times(6, () => 2)];

it('a mean rose or fell only with certainty', () => {
  expect(changeOfMeans(high, low)).toBe('up');
  expect(changeOfMeans(low, high)).toBe('down');
  expect(changeOfMeans(high, [...high.slice(1), 2])).toBeNull();
});

it('of fewer than ten on either side nothing is said', () => {
  expect(changeOfMeans(high.slice(0, 9), low)).toBeNull();
  expect(changeOfMeans(high, low.slice(0, 9))).toBeNull();
  expect(changeOfMeans(high, [])).toBeNull();
});
