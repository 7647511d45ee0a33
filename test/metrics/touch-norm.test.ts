import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/contract/records.ts';
import { touchNormIn, touchNormsOf } from '../../src/metrics/touch-norm.ts';
import { move, times, won } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';
import { act, DAY, deal, lead, reply, t } from './make.ts';

const START = t('2026-01-05T09:00');
const norm = (records: Partial<Records>, stage?: string) =>
  touchNormIn(touchNormsOf(sceneWith(records)), stage);
const sold = won(1, { id: 'D1', closedAt: START + 60 * DAY });
const on = { on: { kind: 'deal' as const, id: 'D1' } };
/** Touches with these pauses (days) between them. */
const paused = (pauses: number[]) =>
  [0, ...pauses].map((_, i) => {
    const days = pauses.slice(0, i).reduce((sum, pause) => sum + pause, 0);
    return act(START + days * DAY, on);
  });
const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('the usual pause between touches', () => {
  it('is the p75 of those of won deals', () => {
    expect(norm({ deals: [sold], activities: paused(TEN) })).toEqual({ days: 7.75, n: 10 });
  });

  it('is none of fewer than ten', () => {
    expect(norm({ deals: [sold], activities: paused(TEN.slice(1)) })).toBeNull();
  });

  it('is not that of lost or open deals', () => {
    for (const outcome of ['lost', 'open'] as const) {
      const deals = [{ ...sold, outcome }];
      expect(norm({ deals, activities: paused(TEN) })).toBeNull();
    }
  });

  it('lies between what customers took part in: replies, and touches on the lead before; no notes', () => {
    const deals = [sold];
    const touches = paused(TEN);
    const activities = [
      ...touches.map((touch, i) => (i % 2 ? reply(START, { ...on, at: touch.at }) : touch)),
      act(START + DAY / 2, { ...on, kind: 'note', direction: 'none' }),
    ];
    expect(norm({ deals, activities })).toEqual({ days: 7.75, n: 10 });
    const leads = [lead({ deal: 'D1' })];
    const onLead = paused(TEN.slice(1)).map((touch, i) =>
      i === 0 ? { ...touch, on: { kind: 'lead' as const, id: 'L1' } } : touch,
    );
    expect(norm({ leads, deals, activities: [...onLead, act(START - DAY, on)] })?.n).toBe(10);
  });
});

describe('the usual pause in a stage', () => {
  const moved = [move(deal(), 'New', 'Proposal', START + 15.5 * DAY)];
  const twenty = [...times(15, () => 1), ...times(12, () => 3)];

  it('is that of the pauses that ended in it, however it is typed', () => {
    const records = { deals: [sold], stageChanges: moved, activities: paused(twenty) };
    expect(norm(records, 'new')).toEqual({ days: 1, n: 15 });
    expect(norm(records, ' PROPOSAL ')).toEqual({ days: 3, n: 12 });
  });

  it('is that of all stages where it has too few itself', () => {
    const records = { deals: [sold], stageChanges: moved, activities: paused(twenty.slice(0, 20)) };
    expect(norm(records, 'Proposal')).toEqual({ days: 1.5, n: 20 });
  });
});
