import { decidedIn } from '../closed.ts';
import { type KpiFile, notComputable } from '../kpi.ts';
import { moneyOf, sumOf } from '../money.ts';
import { shareOfMoney } from '../money-share.ts';

/**
 * Won among the money that was decided.
 * @formula Σ amount won ÷ Σ amount (won + lost), over the deals closed in the period, in the settings' currency; lost
 * deals in a stage that means no decision and deals without an amount are left out. The interval is Wilson's with as
 * many cases as deals of equal size would carry the same weight: (Σ amount)² ÷ Σ amount² (Kish).
 * @source QuarterOne, sales velocity metrics.
 * @fields deal: outcome, amount, currency, closedAt, closeDate, stage
 * @missing No deal was seen; none with an amount was decided in the period; or a currency has no rate.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['deals'],
  settings: ['currency', 'rates', 'nonDecisionStages', 'stageOutcomes'],
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const { amounts, missing, coverage } = moneyOf(decidedIn(scene), scene.settings);
    if (missing) return notComputable('needs a rate for every currency', amounts.length);
    if (sumOf(amounts) <= 0) return { ...notComputable('nothing to count', amounts.length), coverage };
    return { ...shareOfMoney(amounts, ({ deal }) => deal.closed?.outcome === 'won'), coverage };
  },
};
