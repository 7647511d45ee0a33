import { openDueIn } from '../due.ts';
import { type KpiFile, notComputable } from '../kpi.ts';
import { moneyOf } from '../money.ts';

/**
 * What the open deals that are due may bring.
 * @formula Σ amount × probability of the open deals whose close date lies in the period, in the settings' currency;
 * deals without an amount or a probability are left out.
 * @source HubSpot `hs_projected_amount`; Salesforce ExpectedRevenue.
 * @fields deal: outcome, amount, currency, probability, closeDate, closedAt
 * @missing No deal was seen; or a currency has no rate.
 */
export const kpi: KpiFile = {
  unit: 'money',
  better: 'higher',
  needs: ['deals'],
  settings: ['currency', 'rates', 'stageOutcomes'],
  sum: true,
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const due = openDueIn(scene);
    const likely = due.filter(({ deal }) => deal.probability !== undefined);
    const { amounts, missing } = moneyOf(likely, scene.settings);
    const n = amounts.length;
    if (missing) return notComputable('needs a rate for every currency', n);
    const value = amounts.reduce((sum, { deal, amount }) => sum + amount * (deal.deal.probability ?? 0), 0);
    return { value, n, coverage: due.length === 0 ? null : n / due.length };
  },
};
