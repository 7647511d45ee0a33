import { describe, expect, it } from 'vitest';
import { cyclesOf } from '../../src/metrics/cycles.ts';
import { ageOf, stateOf } from '../../src/metrics/response-state.ts';
import { act, DAY, historyOf, lead, RAISE } from './make.ts';

const states = (createdAt: number | [number, number], ...days: number[]) =>
  days.map((day) => {
    const asOf = RAISE + day * DAY;
    const [cycle] = cyclesOf(historyOf(lead({ createdAt })), {}, asOf);
    return cycle && [ageOf(cycle, asOf), stateOf(cycle, asOf)];
  });

describe('response state', () => {
  it('rule 21: pending before seven days, never from then on', () => {
    expect(states(RAISE, 0, 7)).toEqual([
      [0, 'pending'],
      [7 * 86_400, 'never'],
    ]);
  });

  it('takes the age that has surely been reached', () => {
    expect(states([RAISE, RAISE + DAY], 0.5, 7, 8)).toEqual([
      [0, 'pending'],
      [6 * 86_400, 'pending'],
      [7 * 86_400, 'never'],
    ]);
  });

  it('is answered once attempted, however late', () => {
    const [cycle] = cyclesOf(historyOf(lead(), [act(RAISE + 8 * DAY)]), {}, RAISE + 9 * DAY);
    expect(cycle && stateOf(cycle, RAISE + 9 * DAY)).toBe('answered');
  });
});
