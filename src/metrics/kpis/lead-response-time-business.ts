import { businessSeconds } from '../clock.ts';
import { type KpiFile, quantileOf } from '../kpi.ts';
import { responseWaits } from '../response-waits.ts';

/**
 * How long half of the leads waited for a first answer, counted while the office was open.
 * @formula Kaplan–Meier median of speed-to-lead (hand-raise → first attempt by anyone) in business seconds: elapsed
 * time within the opening hours in the settings' time zone, without holidays. Over the cycles raised in the period;
 * cycles still unanswered are censored, a date without a time counts with its end.
 * @source Business hours as in timetoreply, Email Meter and Zendesk; the hours in force now hold for all of the past.
 * @fields lead: createdAt, raisedAt, source, warmth, outcome, closedAt; activity: kind, direction, at, state,
 * automated
 * @missing No hand-raise in the period; or fewer than half of them are answered so far.
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['leads', 'activities'],
  settings: ['timeZone', 'week', 'holidays', 'warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) =>
    quantileOf(responseWaits(scene, (from, to) => businessSeconds(from, to, scene.calendar))),
};
