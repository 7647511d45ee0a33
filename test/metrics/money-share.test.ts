import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../src/metrics/money.ts';
import { shareOfMoney } from '../../src/metrics/money-share.ts';
import { wilson } from '../../src/metrics/wilson.ts';
import { lost, won } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';

const shareWon = (wins: number[], losses: number[]) => {
  const deals = [...wins.map((amount) => won(amount)), ...losses.map((amount) => lost(amount))];
  const { amounts } = moneyOf(sceneWith({ deals }).deals, {});
  return shareOfMoney(amounts, ({ deal }) => deal.closed?.outcome === 'won');
};

describe('a share of money', () => {
  it('has the limits of the share of cases where all amounts are alike', () => {
    const { lo, hi } = wilson(2, 8);
    expect(shareWon([5, 5], [5, 5, 5, 5, 5, 5])).toEqual({
      value: 0.25,
      n: 8,
      lo: expect.closeTo(lo ?? Number.NaN, 9),
      hi: expect.closeTo(hi ?? Number.NaN, 9),
    });
  });

  it('is less certain where few deals hold most of it', () => {
    const widthOf = ({ lo, hi }: ReturnType<typeof shareWon>) => (hi ?? Number.NaN) - (lo ?? Number.NaN);
    const even = shareWon([31, 31, 31], [31, 31, 31]);
    expect(widthOf(shareWon([91, 1, 1], [91, 1, 1]))).toBeGreaterThan(widthOf(even) + 0.1);
  });

  it('has no limits where an amount is below 0', () => {
    expect(shareWon([10, -2], [8])).toEqual({ value: 0.5, n: 3 });
  });
});
