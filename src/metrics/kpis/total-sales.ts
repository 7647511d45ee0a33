import { wonIn } from '../closed.ts';
import { type KpiFile, notComputable } from '../kpi.ts';
import { moneyOf, sumOf } from '../money.ts';

/**
 * What was sold.
 * @formula Σ amount of the deals won in the period, in the settings' currency.
 * @source Total sales per month (Romanian founding article).
 * @fields deal: outcome, amount, currency, closedAt, closeDate
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
    const { amounts, missing, coverage } = moneyOf(wonIn(scene), scene.settings);
    if (missing) return notComputable('needs a rate for every currency', amounts.length);
    return { value: sumOf(amounts), n: amounts.length, coverage };
  },
};
