import type { Figure, Kpi, KpiFile } from './kpi.ts';
import { oncePer } from './once.ts';
import { progressOf } from './progress.ts';
import type { Scene } from './scene.ts';

const files = import.meta.glob<KpiFile>('./kpis/*.ts', { eager: true, import: 'kpi' });

/** Every KPI by its id. */
export const KPIS: Readonly<Record<string, KpiFile>> = Object.fromEntries(
  Object.entries(files).map(([path, file]) => [path.slice('./kpis/'.length, -'.ts'.length), file]),
);

/** Below it a value is shown, and said to be too little to go by (rule 32). */
const MINIMUM = 10;

/** All KPIs of a scene, or those named. Throws an Error that names an id which is none. */
export function kpisOf(scene: Scene, ids: readonly string[] = Object.keys(KPIS)): Record<string, Kpi> {
  return Object.fromEntries(ids.map((id) => [id, kpiOf(id, scene)]));
}

export function kpiOf(id: string, scene: Scene): Kpi {
  const made = madeOf(scene);
  const kpi = made.get(id) ?? makeKpi(id, scene);
  made.set(id, kpi);
  return kpi;
}

// Coaching and SWOT ask for what the Report shows, and every rep for the same of all peers.
const madeOf = oncePer((_: Scene) => new Map<string, Kpi>());

function makeKpi(id: string, scene: Scene): Kpi {
  const file = KPIS[id];
  if (!file) throw new Error(`"${id}" is no KPI. Known are: ${Object.keys(KPIS).join(', ')}.`);
  const figure = file.figure(scene);
  return {
    ...figure,
    unit: file.unit,
    state: stateOf(figure, file),
    ...progressOf(figure, file, scene.settings.target?.[id], scene.settings.baseline?.[id]),
  };
}

function stateOf({ value, n }: Figure, { sum }: KpiFile): Kpi['state'] {
  if (value === null) return 'not-computable';
  return sum || n >= MINIMUM ? 'ok' : 'insufficient';
}
