import { describe, expect, it } from 'vitest';
import type { OwnerChange } from '../../src/contract/records.ts';
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

  it('rules 1, 4: the next change is the one whose `from` comes first', () => {
    const day = change([RAISE + HOUR, RAISE + 48 * HOUR], 'A', 'B');
    const history = historyOf(lead({ owner: 'C' }), [], [change(RAISE + 40 * HOUR, 'B', 'C'), day]);
    expect(ownerAt(history, RAISE)).toBe('A');
    expect(ownerAt(history, RAISE + HOUR)).toBe('B');
  });

  it('rule 51: changes of one day follow each other as their owners do, whatever their ids', () => {
    const day = [RAISE, RAISE + 24 * HOUR] as const;
    const first = { ...change(day, 'A', 'B'), id: 'x9' };
    const second = { ...change(day, 'B', 'C'), id: 'x10' };
    const third = { ...change([RAISE + HOUR, RAISE + 2 * HOUR], 'C', 'D'), id: 'x11' };
    const owners = (changes: OwnerChange[]) =>
      tenures(historyOf(lead({ owner: 'D' }), [], changes), RAISE + 30 * HOUR).map(({ owner }) => owner);
    expect(owners([first, second])).toEqual(['A', 'B', 'C']);
    expect(owners([second, first])).toEqual(['A', 'B', 'C']);
    expect(owners([third, second, first])).toEqual(['A', 'B', 'C', 'D']);
    expect(ownerAt(historyOf(lead({ owner: 'D' }), [], [third, second, first]), RAISE - 1)).toBe('A');
  });

  it('rule 51: times that leave no doubt win over names', () => {
    const history = historyOf(
      lead({ owner: 'B' }),
      [],
      [change(RAISE + 2 * HOUR, 'A', 'B'), change(RAISE + HOUR, 'B', 'A')],
    );
    expect(tenures(history, RAISE + 3 * HOUR).map(({ owner }) => owner)).toEqual(['B', 'A', 'B']);
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
