import { type Band, bandOf } from './bands.ts';
import { settingsFor } from './goal.ts';
import type { Kpi } from './kpi.ts';
import { kpisOf } from './kpis.ts';
import { arePeersShown, repsOf } from './peers.ts';
import { type Facts, sceneOf } from './scene.ts';

/** One rep: each KPI, and where it stands. */
export interface Person {
  rep: string;
  kpis: Record<string, Kpi & Band>;
}

/** Everybody who owns something, by name: this is no ranking. */
export function peopleOf(
  facts: Facts,
  period: readonly [from: number, to: number],
  ids: readonly string[],
): Person[] {
  const team = arePeersShown(facts.settings) ? kpisOf(sceneOf(facts, period, null), ids) : {};
  return repsOf(facts).map((rep) => {
    const settings = settingsFor(facts.settings, rep);
    const own = kpisOf(sceneOf({ ...facts, settings }, period, rep), ids);
    const entries = Object.entries(own).map(([id, kpi]) => [id, { ...kpi, ...bandOf(id, kpi, team[id]) }]);
    return { rep, kpis: Object.fromEntries(entries) };
  });
}
