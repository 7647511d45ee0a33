import { pointsOf } from '../final-scores.ts';
import type { KpiFile } from '../kpi.ts';

/**
 * How personal the first message is, as grade points.
 * @formula Mean points (A 4, B 3, C 2, D 1, F 0) over the leads first raised in the period whose grade is final:
 * elements of five (greeting, sender, signature, relevance, forward) in the first human message, 5 A, 4 B, 3 C, 2 D,
 * fewer or no attempt F, or the firm’s own bounds; scaled to five and rounded down when only four could be seen, left
 * out when fewer could or no message was sent.
 * @source Conversica, Sales Effectiveness Report: the five elements and the average; the letters' bounds are ours.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated, personal
 * @missing No lead first raised in the period has a final letter.
 */
export const kpi: KpiFile = {
  unit: 'points',
  better: 'higher',
  needs: ['leads', 'activities'],
  settings: ['rubric', 'warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => pointsOf(scene, 'personalization'),
};
