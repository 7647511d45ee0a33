import { type KpiFile, quantileOf } from '../kpi.ts';
import { calendarWaits } from '../response-waits.ts';

/**
 * How long nine of ten leads waited for a first answer at most.
 * @formula Kaplan–Meier 90th percentile of speed-to-lead (hand-raise → first attempt by anyone) in calendar seconds,
 * over the cycles raised in the period; cycles still unanswered are censored, a date without a time counts with its end.
 * @source Speed-to-lead as in Varicent and LeanScale; a high percentile beside the median as in Prospeo, the 90th is ours.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated
 * @missing No hand-raise in the period; or fewer than nine of ten are answered so far ("beyond the last event").
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['leads', 'activities'],
  settings: ['warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => quantileOf(calendarWaits(scene), 0.9),
};
