import { decidedIn, lacksProposals } from '../closed.ts';
import { type KpiFile, notComputable, ratio } from '../kpi.ts';

/**
 * Won among the proposals that were decided.
 * @formula won ÷ (won + lost), over the deals closed in the period that had a proposal (entry into the proposal stage,
 * or a quote sent); lost deals in a stage that means no decision are left out.
 * @source Hardesty, proposal → close.
 * @fields deal: outcome, closedAt, closeDate, stage; stageChange: to, at; quote: sentAt
 * @missing No deal was seen; nothing marks a proposal (settings.proposalStage); or none was decided in the period.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['deals', 'stageChanges', 'quotes'],
  settings: ['proposalStage', 'nonDecisionStages', 'stageOutcomes'],
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    if (lacksProposals(scene)) return notComputable('needs settings.proposalStage');
    const proposed = decidedIn(scene).filter(({ proposals }) => proposals.length > 0);
    const won = proposed.filter(({ closed }) => closed?.outcome === 'won');
    return ratio(won.length, proposed.length);
  },
};
