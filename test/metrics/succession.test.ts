import { expect, it } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import { byEnd } from '../../src/metrics/spans.ts';
import { inSuccession } from '../../src/metrics/succession.ts';
import { DAY, RAISE } from './make.ts';

const day: Moment = [RAISE, RAISE + DAY];
const change = (id: string, from: string | null, to: string, at: Moment = day) => ({ id, from, to, at });
const order = (changes: ReturnType<typeof change>[]) => inSuccession(changes, byEnd).map(({ to }) => to);

it('changes of one day follow the one they take over from, whatever their ids', () => {
  const changes = [change('c10', 'Bob', 'Eve'), change('c2', 'Eve', 'Dora'), change('c9', null, 'Bob')];
  expect(order(changes)).toEqual(['Bob', 'Eve', 'Dora']);
  expect(order([...changes].reverse())).toEqual(['Bob', 'Eve', 'Dora']);
});

it('times that leave no doubt win over names', () => {
  const changes = [change('c1', 'Bob', 'Eve', RAISE), change('c2', null, 'Bob', RAISE + 2 * DAY)];
  expect(order(changes)).toEqual(['Eve', 'Bob']);
});

it('where nothing tells, the id decides', () => {
  expect(order([change('b', 'X', 'Y'), change('a', 'V', 'W')])).toEqual(['W', 'Y']);
});
