import { describe, expect, it } from 'vitest';
import { ownerAt, tenures } from '../../src/metrics/owners.ts';
import { change, HOUR, historyOf, lead, RAISE } from './make.ts';

const changes = [change(RAISE + 2 * HOUR, 'A', 'B'), change(RAISE + HOUR, null, 'A')];

describe('owners', () => {
  it('rule 4: the owner at asOf is who had it before the next change', () => {
    const history = historyOf(lead({ owner: 'B' }), [], changes);
    expect(ownerAt(history, RAISE + 3 * HOUR)).toBe('B');
    expect(ownerAt(history, RAISE + HOUR)).toBe('A');
    expect(ownerAt(history, RAISE)).toBeNull();
    expect(ownerAt(historyOf(lead()), RAISE)).toBeUndefined();
  });

  it('lists who had it when, nobody left out, changes after asOf unknown', () => {
    const history = historyOf(lead({ owner: 'B' }), [], changes);
    const a = { owner: 'A', from: RAISE + HOUR, to: RAISE + 2 * HOUR };
    expect(tenures(history, RAISE + 3 * HOUR)).toEqual([a, { owner: 'B', from: RAISE + 2 * HOUR }]);
    expect(tenures(history, RAISE + HOUR)).toEqual([{ owner: 'A', from: RAISE + HOUR }]);
    expect(tenures(history, RAISE)).toEqual([]);
  });

  it('dates the first owner by the assignment, unless that is a later one', () => {
    const assigned = (at: number) =>
      historyOf(lead({ owner: 'B', assignedAt: at }), [], [change(RAISE + HOUR, 'A', 'B')]);
    expect(tenures(assigned(RAISE + 5), RAISE + 3 * HOUR)[0]).toEqual({
      owner: 'A',
      from: RAISE + 5,
      to: RAISE + HOUR,
    });
    expect(tenures(assigned(RAISE + HOUR), RAISE + 3 * HOUR)[0]).toEqual({ owner: 'A', to: RAISE + HOUR });
    expect(tenures(historyOf(lead({ owner: 'A', assignedAt: RAISE })), RAISE)).toEqual([
      { owner: 'A', from: RAISE },
    ]);
  });
});
