import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/contract/records.ts';
import { courseOf, coursesOf, createdIn } from '../../src/metrics/sales-cycle.ts';
import { ASOF, MARCH, sceneWith } from './kpis/scene.ts';
import { DAY, deal, RAISE } from './make.ts';

const course = (fields: Partial<Deal>) => {
  const [facts] = sceneWith({ deals: [deal(fields)] }).deals;
  return facts && courseOf(facts, ASOF);
};

describe('the course of a deal', () => {
  it('runs from its creation to its closing, or to asOf while it is open', () => {
    expect(course({ outcome: 'won', closedAt: RAISE + 1.5 * DAY })).toEqual({ time: 1.5, end: 'won' });
    expect(course({ outcome: 'lost', closedAt: RAISE + DAY })).toEqual({ time: 1, end: 'lost' });
    expect(course({})).toEqual({ time: (ASOF - RAISE) / DAY, end: null });
  });

  it('rule 36: takes the upper end of what is uncertain, and is never below 0', () => {
    const pair: [number, number] = [RAISE, RAISE + DAY];
    expect(course({ createdAt: pair, outcome: 'won', closedAt: pair })?.time).toBe(1);
    expect(course({ outcome: 'won', closedAt: RAISE - DAY })?.time).toBe(0);
  });

  it('is unknown where its creation or the time of its closing is', () => {
    expect(course({ createdAt: undefined })).toBeUndefined();
    expect(course({ outcome: 'won' })).toBeUndefined();
    const { deals } = sceneWith({ deals: [deal(), deal({ id: 'D2', outcome: 'lost' })] });
    expect(coursesOf(deals, ASOF)).toHaveLength(1);
  });
});

describe('deals created in a period', () => {
  it('are those whose creation begins in it, whatever became of them', () => {
    const [from, to] = MARCH;
    const created = [[from - 1, to] as [number, number], from, to - 1, to];
    const deals = created.map((createdAt, i) => deal({ id: `D${i}`, createdAt, outcome: 'lost' }));
    const scene = sceneWith({ deals }, { asOf: to + DAY });
    expect(createdIn(scene).map(({ deal: { id } }) => id)).toEqual(['D1', 'D2']);
  });
});
