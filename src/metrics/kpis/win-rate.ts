import { decidedIn } from '../closed.ts';
import { type KpiFile, notComputable, ratio } from '../kpi.ts';

/**
 * Won among the deals that were decided.
 * @formula won ÷ (won + lost), by count, over the deals closed in the period; lost deals in a stage that means no
 * decision are left out. Open deals are no part of it.
 * @source Oracle CRM On Demand, Opportunity History.
 * @fields deal: outcome, closedAt, closeDate, stage
 * @missing No deal was seen; or none was decided in the period.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['deals'],
  settings: ['nonDecisionStages', 'stageOutcomes'],
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const decided = decidedIn(scene);
    const won = decided.filter(({ closed }) => closed?.outcome === 'won');
    return ratio(won.length, decided.length);
  },
};
