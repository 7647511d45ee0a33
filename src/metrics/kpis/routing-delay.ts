import { type KpiFile, quantileOf, withCoverage } from '../kpi.ts';
import { cohortOf } from '../response-waits.ts';
import { routingDelay } from '../routing-delay.ts';

/**
 * How long half of the leads waited until they were somebody's.
 * @formula Kaplan–Meier median of hand-raise → first assignment in calendar seconds, never below 0, over the leads
 * first raised in the period; censored while nobody owns the lead. A lead with an owner but no time of assignment is
 * left out.
 * @source The systems delay of LeanScale: speed-to-lead less the time from assignment to first touch.
 * @fields lead: createdAt, raisedAt, assignedAt, owner, source, warmth, outcome, closedAt; ownerChange: to, at;
 * activity: kind, direction, at, state, automated
 * @missing Of no lead first raised in the period is the assignment known; or fewer than half are assigned so far.
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['leads', 'activities', 'ownerChanges'],
  settings: ['warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => {
    const firsts = cohortOf(scene).filter(({ cycle }) => !cycle.early);
    const delays = firsts.map(({ lead, cycle }) => routingDelay(lead.history, cycle, scene.asOf));
    const { rows, coverage } = withCoverage(delays, (delay) => delay !== null);
    return { ...quantileOf(rows.filter((delay) => delay !== null)), coverage };
  },
};
