import { lastWeeks } from './activity.ts';
import type { Kpi } from './kpi.ts';
import { kpisOf } from './kpis.ts';
import { type Facts, sceneOf } from './scene.ts';

/** A KPI as it was before a goal was set, with the period that it was taken from (epoch ms). */
export interface Baseline extends Omit<Kpi, 'target' | 'baseline' | 'progress' | 'reached'> {
  period: readonly [from: number, to: number];
  asOf: number;
}

const WEEKS = 12;

/** The KPIs named over the twelve complete weeks before the facts' asOf, to be kept in `settings.baseline`. */
export function baselinesOf(
  facts: Facts,
  ids: readonly string[],
  rep: string | null = null,
): Record<string, Baseline> {
  const period = lastWeeks(facts.asOf, facts.calendar.zone, WEEKS);
  const kpis = kpisOf(sceneOf(facts, period, rep), ids);
  return Object.fromEntries(
    Object.entries(kpis).map(([id, { target: _, baseline: __, progress: ___, reached: ____, ...kpi }]) => [
      id,
      { ...kpi, period, asOf: facts.asOf },
    ]),
  );
}
