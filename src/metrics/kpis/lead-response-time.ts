import { type KpiFile, quantileOf } from '../kpi.ts';
import { calendarWaits } from '../response-waits.ts';

/**
 * How long half of the leads waited for a first answer.
 * @formula Kaplan–Meier median of speed-to-lead (hand-raise → first attempt by anyone) in calendar seconds, over the
 * cycles raised in the period; cycles still unanswered are censored, a date without a time counts with its end.
 * @source Speed-to-lead as in Varicent and LeanScale, by anyone in the team; median as in Intercom.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated
 * @missing No hand-raise in the period; or fewer than half of them are answered so far.
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['leads', 'activities'],
  settings: ['warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => quantileOf(calendarWaits(scene)),
};
