import { end } from '../../contract/moment.ts';
import { businessSeconds, dueAt } from '../clock.ts';
import { type KpiFile, ratio } from '../kpi.ts';
import { cyclesIn } from '../response-waits.ts';
import type { Scene } from '../scene.ts';
import { between, least, most, type Seconds } from '../spans.ts';
import { TARGETS, warmthOf } from '../warmth.ts';

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

/** Rules 9, 17, 18: cycles whose target has surely passed, with the time that an answer took, if there is one. */
function maturedIn(scene: Scene): { target: number; seconds?: Seconds }[] {
  const { calendar, settings, asOf } = scene;
  const stopwatch = (from: number, to: number) => businessSeconds(from, to, calendar);
  return cyclesIn(scene).flatMap(({ lead, cycle: { raise, answer, early } }) => {
    const target = TARGETS[warmthOf(lead.history.record, settings)];
    const due = target === null ? null : dueAt(end(raise), target, calendar);
    if (early || target === null || due === null || due > asOf) return [];
    return answer ? { target, seconds: between(raise, answer.at, stopwatch) } : { target };
  });
}
