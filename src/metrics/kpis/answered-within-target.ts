import { type KpiFile, ratio } from '../kpi.ts';
import { maturedIn } from '../matured-cycles.ts';
import { least, most, type Seconds } from '../spans.ts';

/**
 * Leads that were answered as fast as their warmth asks for.
 * @formula answered within target ÷ matured, over the cycles raised in the period. Targets in business time: hot
 * 5 min, warm 1 h, cool 24 h; cold leads have none. Matured: at least the target has passed since the hand-raise.
 * Unanswered cycles are not within target, closed ones too. An answer known by its date alone counts when even its
 * latest time is within; `possible` is the share if each such answer came at its earliest.
 * @source Targets per kind of lead as in LeanScale; their lengths are ours, after LeanScale, Conversica and DevriX.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated
 * @missing No cycle raised in the period is as old as its target.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['leads', 'activities'],
  settings: ['timeZone', 'week', 'holidays', 'warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => {
    const rows = maturedIn(scene);
    const within = (bound: (seconds: Seconds) => number) =>
      rows.filter(({ target, seconds }) => seconds !== undefined && bound(seconds) <= target).length;
    const possible = rows.length === 0 ? null : within(least) / rows.length;
    return { ...ratio(within(most), rows.length), possible };
  },
};
