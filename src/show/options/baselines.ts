import type { Settings } from '../../contract/settings.ts';
import { lastWeeks } from '../../metrics/activity.ts';
import { type Baseline, baselinesOf } from '../../metrics/baseline.ts';
import type { Kpi } from '../../metrics/kpi.ts';
import { KPIS, kpisOf } from '../../metrics/kpis.ts';
import { type Facts, factsOf, sceneOf } from '../../metrics/scene.ts';
import { openDatabase } from '../demo/kept.ts';
import { wholeHistory } from '../whole-history.ts';

const WEEKS = 12;

/** All that follows from what is stored, as far as it was known at `asOf`. */
async function facts(asOf: number): Promise<Facts> {
  const db = await openDatabase();
  try {
    const { records, settings } = await wholeHistory(db);
    return factsOf(records, settings, asOf);
  } finally {
    db.close();
  }
}

/** Every KPI that can be said of the twelve complete weeks before `asOf`, as settings keep it. */
export async function frozenAt(asOf: number): Promise<NonNullable<Settings['baseline']>> {
  const all = baselinesOf(await facts(asOf), Object.keys(KPIS));
  const known = Object.entries(all).filter(([, { value }]) => value !== null);
  return Object.fromEntries(known.map(([id, kpi]) => [id, { ...kpi }]));
}

/** The same KPIs over the twelve complete weeks before now. */
export async function nowOf(ids: string[], now: number): Promise<Record<string, Kpi>> {
  const found = await facts(now);
  return kpisOf(sceneOf(found, lastWeeks(now, found.calendar.zone, WEEKS), null), ids);
}

/** A frozen KPI, of this extension or of a History file that says less of it. */
export type Frozen = Omit<Baseline, 'period'> & Partial<Pick<Baseline, 'period'>>;

export function frozenIn({ baseline = {} }: Settings): Record<string, Frozen> {
  const known = Object.entries(baseline).flatMap(([id, kept]) => {
    const unit = KPIS[id]?.unit;
    const state = kept.value === null ? ('not-computable' as const) : ('ok' as const);
    return unit ? [[id, { state, n: 0, asOf: 0, ...kept, unit } as Frozen] as const] : [];
  });
  return Object.fromEntries(known);
}
