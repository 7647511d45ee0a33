import { firstContactTime } from '../first-contact-time.ts';
import { type KpiFile, quantileOf } from '../kpi.ts';
import { cyclesIn } from '../response-waits.ts';

/**
 * How long it took until half of the leads were spoken with.
 * @formula Kaplan–Meier median of hand-raise → first contact in calendar seconds, over the cycles raised in the period;
 * censored while there is none. Contact is a connected call, a meeting held, or a message from the lead after the
 * first attempt; where an attempt is only marked as replied, the reply counts with its latest time.
 * @source Time to first contact, apart from the first attempt, as in Prospeo.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated, result, seconds
 * @missing No hand-raise in the period; or fewer than half led to a contact so far.
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['leads', 'activities'],
  settings: ['warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => quantileOf(cyclesIn(scene).flatMap(({ cycle }) => firstContactTime(cycle) ?? [])),
};
