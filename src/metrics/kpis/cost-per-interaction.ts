import { costIn } from '../costs.ts';
import { activitiesIn, isInteraction } from '../interactions.ts';
import { type KpiFile, notComputable } from '../kpi.ts';

/**
 * What one exchange with a customer cost.
 * @formula (support + sales cost) ÷ interactions, both of the period up to asOf. Interactions are e-mails, calls,
 * meetings, text messages, chats, social messages and letters that people did, in either direction; none on spam or
 * duplicate leads. A cost counts by the share of its time that lies in the period; for a rep, only costs that name the
 * rep and what the rep did.
 * @source MetricNet, Sales Contact Center KPIs, and Selvo (cost per contact); the Romanian founding article.
 * @fields activity: kind, at, state, automated, by; lead: outcome
 * @missing No support or sales cost is given for the period (and rep); or nothing was done in it.
 */
export const kpi: KpiFile = {
  unit: 'money',
  better: 'lower',
  needs: ['activities'],
  settings: ['costs', 'currency', 'timeZone'],
  sum: true,
  figure: (scene) => {
    const n = activitiesIn(scene).filter(isInteraction).length;
    const cost = costIn(scene, ['support', 'sales']);
    if (cost === undefined) return notComputable('needs settings.costs', n);
    return n === 0 ? notComputable('nothing to count') : { value: cost / n, n };
  },
};
