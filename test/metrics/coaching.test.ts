import { describe, expect, it } from 'vitest';
import type { Deal, Records } from '../../src/contract/records.ts';
import { coaching } from '../../src/metrics/coaching.ts';
import { lost, quote, times, won } from './kpis/deals.ts';
import { GOAL, goalRecords } from './kpis/goal-records.ts';
import { sceneWith } from './kpis/scene.ts';
import { DAY, oracles, t } from './make.ts';

const adviceOf = (rule: string, records: Partial<Records>, options = {}) =>
  coaching(sceneWith(records, options)).find((advice) => advice.rule === rule);
const PERIOD: [number, number] = [t('2026-01-01T00:00'), t('2026-04-01T00:00')];

const proposals = (x: number, n: number): Partial<Records> => {
  const deals = [...times(x, () => won(1)), ...times(n - x, () => lost(1))];
  return { deals, quotes: deals.map((d) => quote(d, t('2026-02-01T00:00'))) };
};

describe('coaching by ratios', () => {
  for (const { x, n, state } of oracles.coach) {
    it(`oracle ${x} of ${n}: ${state}`, () => {
      expect(adviceOf('closing-ratio', proposals(x, n))).toMatchObject({
        kpi: 'closing-ratio',
        state,
        value: expect.closeTo(x / n, 6),
        threshold: 0.65,
        n,
      });
    });
  }

  it('gives tips, as message keys, where something is to be done', () => {
    expect(adviceOf('closing-ratio', proposals(24, 60))?.tips).toEqual(
      [1, 2, 3, 4].map((i) => `tip_closing_ratio_${i}`),
    );
    expect(adviceOf('closing-ratio', proposals(12, 20))?.tips).toHaveLength(4);
    expect(adviceOf('closing-ratio', proposals(50, 60))?.tips).toEqual([]);
    expect(adviceOf('closing-ratio', proposals(4, 8))?.tips).toEqual([]);
  });

  it('takes the threshold of the settings', () => {
    const settings = { thresholds: { closingRatio: 0.3, appointmentRatio: 0.9 } };
    expect(adviceOf('closing-ratio', proposals(50, 60), { settings })).toMatchObject({
      state: 'ok',
      threshold: 0.3,
    });
    const met = goalRecords({ met: 40, proposed: 24 });
    expect(adviceOf('first-appointment-to-proposal', met, { settings: GOAL })).toMatchObject({
      state: 'watch',
      value: 0.6,
      n: 40,
      tips: [1, 2, 3].map((i) => `tip_first_appointment_to_proposal_${i}`),
    });
    expect(
      adviceOf('first-appointment-to-proposal', met, { settings: { ...GOAL, ...settings } })?.state,
    ).toBe('coach');
  });

  it('is insufficient where there is no value', () => {
    expect(adviceOf('closing-ratio', {})).toMatchObject({
      state: 'insufficient',
      value: null,
      n: 0,
      tips: [],
    });
  });
});

describe('coaching by the activity meter', () => {
  it('takes the value alone', () => {
    const of = (threshold?: number, asOf = t('2026-03-30T00:00')) =>
      adviceOf('activity-meter', goalRecords({ met: 20, proposed: 12 }), {
        settings: { ...GOAL, ...(threshold && { thresholds: { activityMeter: threshold } }) },
        asOf,
      });
    expect(of()).toMatchObject({ state: 'coach', value: expect.closeTo(0.866667, 6), threshold: 1, n: 20 });
    expect(of()?.tips).toHaveLength(5);
    expect(of(0.8)).toMatchObject({ state: 'ok', tips: [] });
    expect(adviceOf('activity-meter', goalRecords())).toMatchObject({ state: 'insufficient', value: null });
  });
});

describe('coaching by the distance from the peers', () => {
  const { peer_arps: revenue, peer_cycle: cycle } = oracles.kpi;
  const sales = (owner: string, n: number, amount: number, fields: Partial<Deal> = {}) =>
    times(n, () => won(amount, { owner, ...fields }));
  const team = (own: number, peers: number[], n = 10) => [
    ...sales('Ana', 10, own),
    ...peers.flatMap((amount, i) => sales(`Peer ${i}`, n, amount)),
  ];
  const gapOf = (deals: Deal[], options = {}) =>
    adviceOf('average-revenue-per-sale', { deals }, { rep: 'Ana', ...options });

  it('is the oracle’s for revenue: 40 % below the median of three', () => {
    expect(gapOf(team(revenue.rep, [100, revenue.peers_median, 9000]))).toEqual({
      rule: 'average-revenue-per-sale',
      kpi: 'average-revenue-per-sale',
      state: 'coach',
      value: expect.closeTo(revenue.gap, 9),
      threshold: -0.4,
      n: 10,
      tips: ['tip_average_revenue_per_sale_1', 'tip_average_revenue_per_sale_2'],
    });
    expect(gapOf(team(revenue.rep + 1, [100, 3000, 9000]))).toMatchObject({ state: 'ok', tips: [] });
    const settings = { thresholds: { revenueGap: 0.5 } };
    expect(gapOf(team(1800, [3000, 3000, 3000]), { settings })).toMatchObject({
      state: 'ok',
      threshold: -0.5,
    });
  });

  it('is the oracle’s for the cycle: 30 % shorter is worth spreading', () => {
    const wins = (owner: string, days: number) =>
      sales(owner, 10, 1, { createdAt: PERIOD[0], closedAt: PERIOD[0] + days * DAY });
    const at = (own: number) => [
      ...wins('Ana', own),
      ...[50, cycle.peers, 80].flatMap((days, i) => wins(`Peer ${i}`, days)),
    ];
    const of = (own: number) =>
      adviceOf('sales-cycle-length', { deals: at(own) }, { rep: 'Ana', period: PERIOD });
    expect(of(cycle.rep)).toMatchObject({
      state: 'coach',
      value: expect.closeTo(cycle.gap, 9),
      threshold: -0.3,
      tips: ['tip_sales_cycle_length_1'],
    });
    expect(of(cycle.rep + 1)?.state).toBe('ok');
  });

  it('needs three peers with ten wins, and ten of one’s own', () => {
    expect(gapOf(team(1800, [3000, 3000]))).toMatchObject({ state: 'insufficient', value: null });
    expect(gapOf(team(1800, [3000, 3000, 3000], 9))).toMatchObject({ state: 'insufficient', value: null });
    expect(gapOf(team(1800, [3000, 3000, 3000]).slice(1))).toMatchObject({
      state: 'insufficient',
      n: 9,
      tips: [],
    });
  });

  it('compares within the rep’s pipelines', () => {
    const other = sales('Peer 2', 10, 3000, { pipeline: 'Renewals' });
    expect(gapOf([...team(1800, [3000, 3000]), ...other])?.state).toBe('insufficient');
    const all = [...team(1800, [3000, 3000]), ...other].map((d) => ({ ...d, pipeline: 'Renewals' }));
    expect(gapOf(all)?.state).toBe('coach');
  });

  it('is no rule for the team', () => {
    const rules = coaching(sceneWith({ deals: team(1, [2, 2, 2]) })).map(({ rule }) => rule);
    expect(rules).toEqual(['first-appointment-to-proposal', 'closing-ratio', 'activity-meter']);
  });
});
