import { pointsOf } from '../final-scores.ts';
import type { KpiFile } from '../kpi.ts';

/**
 * How fast leads get their first answer, as grade points.
 * @formula Mean points (A 4, B 3, C 2, D 1, F 0) over the leads first raised in the period whose grade is final:
 * first attempt within 5 min A, 1 h B, 24 h C, 7 d D of calendar time, later or never F, or the firm’s own bounds. A
 * lead whose answer is known too vaguely for one letter, or was attempted before its hand-raise, is left out.
 * @source Conversica, Sales Effectiveness Report: A, F and the average; B to D are ours, after HBR 2011.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated
 * @missing No lead first raised in the period has a final letter.
 */
export const kpi: KpiFile = {
  unit: 'points',
  better: 'higher',
  needs: ['leads', 'activities'],
  settings: ['rubric', 'warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => pointsOf(scene, 'promptness'),
};
