import { finalScores } from '../final-scores.ts';
import { average, type KpiFile, withCoverage } from '../kpi.ts';

/**
 * How well leads are followed up, all four Ps together, as grade points.
 * @formula Mean of the leads' grade points (0–4) over the leads first raised in the period whose grade is final; a
 * lead's own are the mean of those of its promptness, persistence, personalization and performance that have a
 * letter. A lead without an attempt has 0.
 * @source Conversica, Sales Effectiveness Report: overall is the average grade across the four Ps.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated, result, seconds, personal
 * @missing No lead first raised in the period has a final grade.
 */
export const kpi: KpiFile = {
  unit: 'points',
  better: 'higher',
  needs: ['leads', 'activities'],
  settings: ['rubric', 'trustOpens', 'warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => {
    const { rows, coverage } = withCoverage(finalScores(scene), ({ gpa }) => gpa !== null);
    return { ...average(rows.flatMap(({ gpa }) => gpa ?? [])), coverage };
  },
};
