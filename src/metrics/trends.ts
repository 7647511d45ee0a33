import { lastWeeks } from './activity.ts';
import type { Kpi } from './kpi.ts';
import { kpiOf } from './kpis.ts';
import { type Facts, type Scene, sceneOf } from './scene.ts';

/** A KPI of one complete ISO week `[from, to)`, epoch ms. What cannot be said of a week stays null. */
export interface WeekPoint extends Pick<Kpi, 'value' | 'n' | 'state'> {
  week: readonly [from: number, to: number];
}

const WEEKS = 8;
/** They count the last weeks before asOf in any period: of a week they are what they were at its end. */
const LOOK_BACK: ReadonlySet<string> = new Set(['activity-meter']);
const BACK = 90 * 86_400_000;

/** The KPIs named, week by week, the oldest first; all as it is known at the facts' asOf. */
export function trendOf(
  facts: Facts,
  ids: readonly string[],
  rep: string | null = null,
  weeks = WEEKS,
): Record<string, WeekPoint[]> {
  const inWeeks = weeksBefore(facts, weeks).map((week) => ({ week, scene: sceneOf(facts, week, rep) }));
  const pointOf = (id: string, { week, scene }: (typeof inWeeks)[number]): WeekPoint => {
    const { value, n, state } = kpiOf(id, LOOK_BACK.has(id) ? atTheEnd(scene) : scene);
    return { week, value, n, state };
  };
  return Object.fromEntries(ids.map((id) => [id, inWeeks.map((one) => pointOf(id, one))]));
}

function weeksBefore({ asOf, calendar }: Facts, weeks: number): [number, number][] {
  const ends = Array.from({ length: weeks }, (_, i) => lastWeeks(asOf, calendar.zone, weeks - i)[0]);
  const [, last] = lastWeeks(asOf, calendar.zone, 1);
  return ends.map((from, i) => [from, ends[i + 1] ?? last]);
}

const atTheEnd = (scene: Scene): Scene => {
  const [, end] = scene.period;
  return { ...scene, asOf: end, period: [end - BACK, end] };
};
