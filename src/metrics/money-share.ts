import type { Figure } from './kpi.ts';
import { type Money, sumOf } from './money.ts';
import { wilson } from './wilson.ts';

type Amount = Money['amounts'][number];

/** The share of a positive sum that is `chosen`; without limits where an amount below 0 makes it no share. */
export function shareOfMoney(amounts: readonly Amount[], isChosen: (amount: Amount) => boolean): Figure {
  const all = sumOf(amounts);
  const value = sumOf(amounts.filter(isChosen)) / all;
  const figure = { value, n: amounts.length };
  if (amounts.some(({ amount }) => amount < 0)) return figure;
  const cases = all ** 2 / amounts.reduce((sum, { amount }) => sum + amount ** 2, 0);
  const { lo, hi } = wilson(Math.min(value, 1) * cases, cases);
  return { ...figure, lo, hi };
}
