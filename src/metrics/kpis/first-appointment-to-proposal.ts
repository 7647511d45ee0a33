import { end } from '../../contract/moment.ts';
import { DAY } from '../../contract/zone.ts';
import { lacksProposals } from '../closed.ts';
import type { DealFacts } from '../deals.ts';
import { type KpiFile, notComputable, ratio, type Why } from '../kpi.ts';
import { isWithin, type Scene } from '../scene.ts';
import { isBefore } from '../spans.ts';

// A first appointment needs this long to be judged.
const MATURE = 14 * DAY;

/**
 * First appointments that led to a proposal.
 * @formula Deals with a proposal at or after their first appointment (by asOf) ÷ deals whose first appointment lies in
 * the period and is at least 14 days old. First appointment: the earliest held meeting marked as one, on the deal or
 * its lead, or entry into the stage of first appointments; proposal: entry into the proposal stage or a quote sent.
 * @source Hardesty, first appointment → next step.
 * @fields activity: kind, milestone, state, result, at; stageChange: to, at; quote: sentAt; deal: lead
 * @missing No deal was seen; nothing marks a first appointment (settings.firstAppointmentStage) or a proposal
 * (settings.proposalStage); or no first appointment of the period is old enough.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['deals', 'activities', 'stageChanges', 'quotes'],
  settings: ['firstAppointmentStage', 'proposalStage'],
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const why = unmarked(scene);
    if (why) return notComputable(why);
    const mature = scene.deals.filter(
      ({ firstAppointment: at }) => at !== undefined && isWithin(at, scene) && scene.asOf - end(at) >= MATURE,
    );
    return ratio(mature.filter(wentOn).length, mature.length);
  },
};

/** A share of 0 would be untrue where nothing could be seen. */
function unmarked({ settings, team }: Scene): Why | undefined {
  const hasAppointments = team.deals.some(({ firstAppointment }) => firstAppointment !== undefined);
  if (!hasAppointments && !settings.firstAppointmentStage) return 'needs settings.firstAppointmentStage';
  return lacksProposals(team) ? 'needs settings.proposalStage' : undefined;
}

const wentOn = ({ firstAppointment: first, proposals }: DealFacts): boolean =>
  first !== undefined && proposals.some((at) => !isBefore(at, first));
