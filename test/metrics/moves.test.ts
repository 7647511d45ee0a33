import { describe, expect, it } from 'vitest';
import type { StageChange } from '../../src/contract/records.ts';
import type { DealHistory } from '../../src/metrics/histories.ts';
import { movesOf, stageAt } from '../../src/metrics/moves.ts';
import { move } from './kpis/deals.ts';
import { DAY, deal, historyOf, orders, RAISE } from './make.ts';

const one = deal({ stage: 'Proposal' });
const moves = [
  move(one, 'New', 'Qualify', RAISE),
  move(one, 'Qualify', 'Proposal', [RAISE + DAY, RAISE + 3 * DAY]),
];
const history = (stageChanges: StageChange[]) => ({ ...historyOf(one), stageChanges }) as DealHistory;

describe('the moves of a deal', () => {
  it('are those known at asOf, in order, cut there where they are uncertain', () => {
    for (const order of orders(moves)) {
      expect(movesOf(history(order), RAISE).map(({ to }) => to)).toEqual(['Qualify']);
      expect(movesOf(history(order), RAISE + 2 * DAY).map(({ to, at }) => [to, at])).toEqual([
        ['Qualify', RAISE],
        ['Proposal', [RAISE + DAY, RAISE + 2 * DAY]],
      ]);
    }
  });

  it('tell where it stood at asOf, else the deal itself does', () => {
    expect(stageAt(history(moves), RAISE - 1)).toBe('New');
    expect(stageAt(history(moves), RAISE)).toBe('Qualify');
    expect(stageAt(history(moves), RAISE + 3 * DAY)).toBe('Proposal');
    expect(stageAt(historyOf(one) as DealHistory, RAISE)).toBe('Proposal');
    expect(stageAt(history([move(one, undefined, 'Proposal', RAISE)]), RAISE - 1)).toBeUndefined();
  });
});
