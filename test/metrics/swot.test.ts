import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { kpisOf } from '../../src/metrics/kpis.ts';
import { swot } from '../../src/metrics/swot.ts';
import { lost, open, times, won } from './kpis/deals.ts';
import { GOAL, goalRecords, together } from './kpis/goal-records.ts';
import { alike, recordsOf } from './kpis/records.ts';
import { sceneWith } from './kpis/scene.ts';
import { t } from './make.ts';

function swotOf(records: Partial<Records>, settings: Settings = {}, rep: string | null = null) {
  const scene = sceneWith(records, { settings, rep });
  return swot(scene, kpisOf(scene));
}
const NOTHING = { strengths: [], weaknesses: [], opportunities: [], threats: [] };
const decided = (x: number, n: number, owner = 'Ana') => [
  ...times(x, () => won(1, { owner })),
  ...times(n - x, () => lost(1, { owner })),
];

it('says nothing of nothing', () => {
  expect(swotOf({})).toEqual(NOTHING);
});

describe('against a target', () => {
  // 40 of 50: 67 to 89 %.
  const against = (target: NonNullable<Settings['target']>[string], deals = decided(40, 50)) =>
    swotOf({ deals }, { target: { 'win-rate': target } });

  it('is a strength or a weakness only when the whole interval lies on one side', () => {
    const line = (key: string, target: number) => ({ key, kpi: 'win-rate', params: { value: 0.8, target } });
    expect(against(0.6)).toEqual({ ...NOTHING, strengths: [line('swot_beyond_target', 0.6)] });
    expect(against(0.95)).toEqual({ ...NOTHING, weaknesses: [line('swot_short_of_target', 0.95)] });
    for (const target of [0.7, 0.8, 0.88]) expect(against(target)).toEqual(NOTHING);
  });

  it('goes by the direction of the target, else by that of the KPI', () => {
    expect(against({ value: 0.6, direction: 'lower' }).weaknesses).toHaveLength(1);
    const untouched = swotOf(recordsOf(alike(20)), { target: { 'untouched-leads': 0.5 } });
    expect(untouched.weaknesses.map(({ kpi }) => kpi)).toEqual(['untouched-leads']);
    expect(untouched.strengths).toEqual([]);
  });

  it('is neither of too few', () => {
    expect(against(0.1, decided(9, 9))).toEqual(NOTHING);
    expect(against(0.1, decided(10, 10)).strengths).toHaveLength(1);
  });
});

describe('against the peers', () => {
  const team = (own: ReturnType<typeof decided>, names = ['Bo', 'Cy', 'Di']) => ({
    deals: [...own, ...names.flatMap((name) => decided(10, 20, name))],
  });

  it('is a strength or a weakness when the ratio differs for certain from that of all peers together', () => {
    const line = (key: string, value: number) => ({ key, kpi: 'win-rate', params: { value, peers: 0.5 } });
    expect(swotOf(team(decided(18, 20)), {}, 'Ana')).toEqual({
      ...NOTHING,
      strengths: [line('swot_above_peers', 0.9)],
    });
    expect(swotOf(team(decided(2, 20)), {}, 'Ana').weaknesses).toEqual([line('swot_below_peers', 0.1)]);
    expect(swotOf(team(decided(13, 20)), {}, 'Ana')).toEqual(NOTHING);
  });

  it('needs three peers, ten of one’s own, and a rep', () => {
    expect(swotOf(team(decided(18, 20), ['Bo', 'Cy']), {}, 'Ana')).toEqual(NOTHING);
    expect(swotOf(team(decided(9, 9)), {}, 'Ana')).toEqual(NOTHING);
    expect(swotOf(team(decided(10, 10)), {}, 'Ana').strengths).toHaveLength(1);
    expect(swotOf(team(decided(18, 20)))).toEqual(NOTHING);
  });
});

describe('an opportunity', () => {
  const peers = (proposed: number, wins: number, names = ['Bo', 'Cy', 'Di']) =>
    names.map((owner) => goalRecords({ owner, proposed, won: wins, lost: 10 - wins }));
  const opportunities = (others: Records[]) =>
    swotOf(together(goalRecords(), ...others), GOAL, 'Ana').opportunities;

  it('is the ratio whose rise to the peers’ median lowers the magic number most', () => {
    // Ana's ratios are 0.6 and 0.4.
    const [line, ...more] = opportunities(peers(9, 8));
    const magic = Number(line?.params.magic);
    expect(line).toMatchObject({
      key: 'swot_raise_ratio',
      kpi: 'closing-ratio',
      params: { value: 0.4, peers: 0.8 },
    });
    expect(line?.params.after).toBeCloseTo(magic / 2, 9);
    expect(more).toEqual([]);
    expect(opportunities(peers(9, 5))[0]?.kpi).toBe('first-appointment-to-proposal');
  });

  it('takes the median of the peers, not their mean', () => {
    const mixed = [...peers(6, 4, ['Bo', 'Cy']), ...peers(6, 10, ['Di'])];
    expect(opportunities(mixed)).toEqual([]);
  });

  it('is none without three peers above, or a magic number', () => {
    expect(opportunities(peers(9, 8, ['Bo', 'Cy']))).toEqual([]);
    expect(opportunities(peers(6, 4))).toEqual([]);
    const { proposalStage } = GOAL;
    const all = together(goalRecords(), ...peers(9, 8));
    expect(swotOf(all, proposalStage ? { proposalStage } : {}, 'Ana').opportunities).toEqual([]);
  });
});

describe('a threat', () => {
  const kept = (n: number) =>
    times(n, () => won(1, { closeDate: '2026-02-20', closedAt: t('2026-02-20T12:00') }));
  const slipped = (n: number) => times(n, () => open(1));

  it('is what got worse for certain against the period before', () => {
    expect(swotOf({ deals: [...kept(20), ...slipped(20)] })).toEqual({
      ...NOTHING,
      threats: [{ key: 'swot_rising', kpi: 'slippage', params: { value: 1, before: 0 } }],
    });
    expect(swotOf({ deals: [...kept(1), ...slipped(1)] })).toEqual(NOTHING);
    expect(swotOf({ deals: slipped(20) })).toEqual(NOTHING);
  });

  it('is not what got better', () => {
    const late = times(20, () => open(1, { closeDate: '2026-02-20' }));
    const done = times(20, () => won(1, { closeDate: '2026-03-10' }));
    expect(swotOf({ deals: [...late, ...done] })).toEqual(NOTHING);
  });

  it('is a competitor to whom surely more than a tenth was lost', () => {
    const against = (n: number) => [
      ...times(n, () => lost(1, { competitor: 'Acme' })),
      ...decided(20 - n, 20 - n),
    ];
    expect(swotOf({ deals: against(8) }).threats).toEqual([
      { key: 'swot_competitor', params: { competitor: 'Acme', lost: 8 } },
    ]);
    expect(swotOf({ deals: against(4) }).threats).toEqual([]);
  });
});
