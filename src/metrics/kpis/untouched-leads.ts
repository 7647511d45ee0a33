import { type KpiFile, ratio } from '../kpi.ts';
import { ageOf } from '../response-state.ts';
import { cohortOf } from '../response-waits.ts';
import { RUBRIC } from '../rubric.ts';

/**
 * Leads that nobody ever tried to reach.
 * @formula without an attempt ÷ all, over the leads first raised in the period at least 7 days before asOf. Leads that
 * ended without an attempt count as untouched; cold, spam and duplicate leads and imported ones that never acted do
 * not count at all.
 * @source Conversica, Sales Effectiveness Report (companies that never responded; more than a week is an F).
 * @fields lead: createdAt, raisedAt, source, warmth, imported, outcome, closedAt; activity: kind, direction, at,
 * state, automated
 * @missing No lead first raised in the period is 7 days old.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'lower',
  needs: ['leads', 'activities'],
  settings: ['warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => {
    const matured = cohortOf(scene).filter(({ cycle }) => ageOf(cycle, scene.asOf) >= RUBRIC.neverAfter);
    const untouched = matured.filter(({ cycle }) => !cycle.answer);
    return ratio(untouched.length, matured.length);
  },
};
