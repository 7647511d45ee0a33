import { finalScores } from '../final-scores.ts';
import { average, type KpiFile } from '../kpi.ts';

/**
 * How many times a lead is tried.
 * @formula Mean number of attempts over the leads first raised in the period whose persistence is final: from the
 * hand-raise until the first contact, the lead's end or 30 days, whichever comes first, all included. Touches within
 * 10 minutes of an attempt's first one are the same attempt; a lead that was never tried counts with 0.
 * @source Persistency as the number of attempts: InsideSales.com, Lead Response Report 2014.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated, result, seconds
 * @missing No lead first raised in the period is final: 30 days old, ended, answered, or untried for 7 days.
 */
export const kpi: KpiFile = {
  unit: 'per-lead',
  better: 'higher',
  needs: ['leads', 'activities'],
  settings: ['warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => average(finalScores(scene).map(({ persistence }) => persistence.attempts)),
};
