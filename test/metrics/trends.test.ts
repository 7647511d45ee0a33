import { describe, expect, it } from 'vitest';
import { kpiOf } from '../../src/metrics/kpis.ts';
import { sceneOf } from '../../src/metrics/scene.ts';
import { trendOf } from '../../src/metrics/trends.ts';
import { sceneWith } from './kpis/scene.ts';
import { DAY, deal, t } from './make.ts';

/** A Wednesday: the last complete week ended on Monday 30 March. */
const ASOF = t('2026-04-01T15:00');
const closed = (id: string, outcome: 'won' | 'lost', at: string, owner = 'Ana') =>
  deal({ id, owner, outcome, createdAt: t('2025-12-01T00:00'), closedAt: t(at), amount: 100 });
const deals = [
  closed('D1', 'won', '2026-03-31T09:00'),
  closed('D2', 'won', '2026-03-29T23:59'),
  closed('D3', 'lost', '2026-03-23T00:00', 'Bo'),
  closed('D4', 'won', '2026-03-10T12:00'),
];
const facts = sceneWith({ deals }, { asOf: ASOF }).team;

describe('a trend', () => {
  it('is of complete weeks, the oldest first, and leaves the running one out', () => {
    const points = trendOf(facts, ['win-rate'])['win-rate'] ?? [];
    expect(points).toHaveLength(8);
    expect(points.at(-1)?.week).toEqual([t('2026-03-23T00:00'), t('2026-03-30T00:00')]);
    for (const [i, { week }] of points.slice(1).entries()) expect(week[0]).toBe(points[i]?.week[1]);
  });

  it('has the value that the KPI has in that week, with n and state', () => {
    for (const { week, ...point } of trendOf(facts, ['win-rate', 'total-sales'], null, 4)['win-rate'] ?? []) {
      const { value, n, state } = kpiOf('win-rate', sceneOf(facts, week, null));
      expect(point).toEqual({ value, n, state });
    }
    expect(trendOf(facts, ['win-rate'], null, 1)['win-rate']).toMatchObject([
      { value: 0.5, n: 2, state: 'insufficient' },
    ]);
  });

  it('keeps a week of which nothing can be said open', () => {
    const values = trendOf(facts, ['win-rate'], null, 3)['win-rate']?.map(({ value }) => value);
    expect(values).toEqual([1, null, 0.5]);
  });

  it('is of one rep where one is named', () => {
    const values = trendOf(facts, ['win-rate'], 'Bo', 2)['win-rate']?.map(({ value }) => value);
    expect(values).toEqual([null, 0]);
  });

  it('of the activity meter is what it showed at the end of each week', () => {
    const settings = {
      goal: { revenue: 5200, weeks: 52 },
      proposalStage: 'Proposal',
      firstAppointmentStage: 'Met',
    };
    const move = (id: string, to: string, days: number) => ({
      org: 'crm:test',
      id: `${id}${to}`,
      deal: id,
      to,
      at: t('2026-02-02T00:00') + days * DAY,
    });
    const stageChanges = ['D1', 'D2', 'D4'].flatMap((id, i) => [
      move(id, 'Met', 7 * i),
      move(id, 'Proposal', 7 * i + 1),
    ]);
    const with_ = sceneWith({ deals, stageChanges }, { asOf: ASOF, settings }).team;
    const [last] = trendOf(with_, ['activity-meter'], null, 1)['activity-meter'] ?? [];
    const [first] = trendOf(with_, ['activity-meter'], null, 3)['activity-meter'] ?? [];
    expect(last?.n).toBe(0);
    expect(first?.n).toBeGreaterThan(0);
  });
});
