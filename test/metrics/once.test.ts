import { expect, it } from 'vitest';
import { oncePer } from '../../src/metrics/once.ts';

it('works out once for each of them, undefined included', () => {
  const asked: object[] = [];
  const look = oncePer((of: object) => void asked.push(of));
  const [a, b] = [{}, {}];
  for (const of of [a, b, a, a]) expect(look(of)).toBeUndefined();
  expect(asked).toEqual([a, b]);
});
