import { pointsOf } from '../final-scores.ts';
import type { KpiFile } from '../kpi.ts';

/**
 * How often leads that stay silent are tried again, as grade points.
 * @formula Mean points (A 4, B 3, C 2, D 1, F 0) over the leads first raised in the period whose grade is final:
 * attempts within 30 days, 8 or more A, 5–7 B, 3–4 C, 1–2 D, none F, or the firm’s own bounds. A lead that answered
 * or ended before the eighth attempt has no letter and is left out; coverage is absent, because nothing is missing
 * there.
 * @source Conversica, Sales Effectiveness Report: eight attempts and the average; the other bounds are ours.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated, result, seconds
 * @missing No lead first raised in the period has a final letter.
 */
export const kpi: KpiFile = {
  unit: 'points',
  better: 'higher',
  needs: ['leads', 'activities'],
  settings: ['rubric', 'warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => {
    const { coverage: _, ...figure } = pointsOf(scene, 'persistence');
    return figure;
  },
};
