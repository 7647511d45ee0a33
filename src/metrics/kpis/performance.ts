import { pointsOf } from '../final-scores.ts';
import type { KpiFile } from '../kpi.ts';

/**
 * Whether what was sent reached the leads, as grade points.
 * @formula Mean points (A 4, B 3, C 2, D 1, F 0) over the leads first raised in the period whose grade is final: best
 * evidence since the hand-raise, contact, reply, click or meeting A; else spam complaint or unsubscribing F; else
 * tracked open B (where opens are trusted); else sent or voicemail C; else deferred D; else F. Left out when all that
 * is seen is a call without a result.
 * @source Conversica, Sales Effectiveness Report: letters and average; the evidence is ours, as nobody sees the inbox.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated, result, seconds
 * @missing No lead first raised in the period has a final letter.
 */
export const kpi: KpiFile = {
  unit: 'points',
  better: 'higher',
  needs: ['leads', 'activities'],
  settings: ['trustOpens', 'warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => pointsOf(scene, 'performance'),
};
