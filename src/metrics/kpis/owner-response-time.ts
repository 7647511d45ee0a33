import { type KpiFile, quantileOf } from '../kpi.ts';
import { ownerResponseTimes } from '../owner-response-time.ts';
import { cyclesIn } from '../response-waits.ts';
import type { LeadFacts } from '../scene.ts';

/**
 * How long half of the owners took, from the moment the lead was theirs.
 * @formula Kaplan–Meier median, in calendar seconds, of max(hand-raise, assignment) → the owner's first attempt; one
 * observation per owner and cycle raised in the period while it was unanswered, censored at reassignment, a
 * colleague's answer, the end or asOf. For a rep: the observations of that owner, also on leads passed on since.
 * @source Assigned → first activity by the owner as in Varicent FunnelCake and HubSpot; splitting the wait is ours.
 * @fields lead: createdAt, raisedAt, assignedAt, owner, source, warmth, outcome, closedAt; ownerChange: from, to, at;
 * activity: kind, direction, at, state, automated, by
 * @missing Nobody owned an unanswered cycle raised in the period; or fewer than half of the owners have answered.
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['leads', 'activities', 'ownerChanges'],
  settings: ['warmthOf', 'defaultWarmth', 'scoreDeals'],
  figure: (scene) => {
    // The owner then decides (rule 51), not the owner at asOf by whom a rep's leads are chosen.
    const { rep, team, asOf } = scene;
    const theirs = rep === null ? scene : { ...scene, leads: team.leads.filter((lead) => wasOf(lead, rep)) };
    const waits = cyclesIn(theirs).flatMap(({ lead, cycle }) =>
      ownerResponseTimes(lead.history, cycle, asOf),
    );
    return quantileOf(waits.filter(({ owner }) => rep === null || owner === rep));
  },
};

/** Spares working out the tenures of everybody else's leads. */
const wasOf = ({ owner, history }: LeadFacts, rep: string): boolean =>
  owner === rep || history.ownerChanges.some(({ from, to }) => from === rep || to === rep);
