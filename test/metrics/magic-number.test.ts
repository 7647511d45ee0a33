import { describe, expect, it } from 'vitest';
import { magic, magicInputs, weeksOf } from '../../src/metrics/magic-number.ts';
import { GOAL, goalRecords, together } from './kpis/goal-records.ts';
import { sceneWith } from './kpis/scene.ts';

const typed = { revenue: 15_000, weeks: 4, average: 2500, appointments: 0.6, closing: 0.4 };

describe('the magic number', () => {
  it('goes back from the goal to sales, proposals and first appointments, not rounded', () => {
    expect(magic(typed)).toEqual({ sales: 6, proposals: 15, appointments: 25, perWeek: 6.25 });
  });

  it('refuses what makes no sense', () => {
    for (const wrong of [{ weeks: 0 }, { closing: 1.1 }, { average: Number.NaN }, { appointments: -0.1 }])
      expect(() => magic({ ...typed, ...wrong })).toThrow(RangeError);
    expect(magic({ ...typed, appointments: 1, closing: 1 }).appointments).toBe(6);
  });
});

describe('the weeks of a goal', () => {
  it('are those typed, else made of its months', () => {
    expect(weeksOf({ revenue: 1, weeks: 5, months: 1 })).toBe(5);
    expect(weeksOf({ revenue: 1, months: 3 })).toBe(13);
    expect(weeksOf({ revenue: 1 })).toBeUndefined();
  });
});

describe('what the magic number is made of', () => {
  const inputsOf = (records = goalRecords(), settings = GOAL, rep: string | null = null) =>
    magicInputs(sceneWith(records, { settings, rep }));

  it('rule 79: is of the same period and rep, with the goal as typed', () => {
    const expected = { revenue: 15_000, weeks: 52 / 12, average: 2500, appointments: 0.6, closing: 0.4 };
    expect(inputsOf()).toEqual({ inputs: expected, n: 10 });
    const both = together(goalRecords(), goalRecords({ owner: 'Bo', amount: 5000, met: 20, proposed: 5 }));
    expect(inputsOf(both, GOAL, 'Bo')).toEqual({
      inputs: { ...expected, average: 5000, appointments: 0.25 },
      n: 10,
    });
  });

  it('is named where it is missing', () => {
    const { proposalStage } = GOAL;
    expect(inputsOf(goalRecords(), {})).toMatchObject({ value: null, why: 'needs settings.goal' });
    expect(inputsOf(goalRecords(), { goal: { revenue: 1 }, proposalStage })).toMatchObject({
      why: 'needs settings.goal',
    });
    expect(inputsOf(goalRecords({ won: 0 }))).toMatchObject({ why: 'no won deal' });
    expect(inputsOf(goalRecords({ proposed: 0 }))).toMatchObject({
      value: null,
      why: 'a ratio of it is not computable',
    });
    expect(magicInputs(sceneWith({}, { settings: GOAL }))).toMatchObject({ why: 'no deals seen' });
  });
});
