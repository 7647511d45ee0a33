import { activitiesIn } from '../interactions.ts';
import { type KpiFile, ratio, withCoverage } from '../kpi.ts';
import { isConversation } from '../touches.ts';

/**
 * Conversations that gave the customer something of value.
 * @formula marked as valuable ÷ all connected calls and held meetings of the period that say whether they were. A call
 * is connected by its result, without one from 60 seconds on; a meeting is held unless it was a no-show. Nothing on
 * spam or duplicate leads counts; for a rep, what the rep did.
 * @source Calls with value-added messages: the Greek and Japanese founding articles and Carew; the test is ours.
 * @fields activity: kind, at, state, automated, result, seconds, value, by; lead: outcome
 * @missing No connected call or held meeting in the period says whether it gave value.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['activities'],
  settings: [],
  figure: (scene) => {
    const conversations = activitiesIn(scene).filter(isConversation);
    const { rows, coverage } = withCoverage(conversations, ({ value }) => value !== undefined);
    const valuable = rows.filter(({ value }) => value === true);
    return { ...ratio(valuable.length, rows.length), coverage };
  },
};
