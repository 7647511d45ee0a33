import { wonIn } from '../closed.ts';
import { average, type KpiFile, notComputable } from '../kpi.ts';
import { moneyOf } from '../money.ts';

/**
 * What a sale brings on average.
 * @formula Mean amount of the deals won in the period, in the settings' currency; won deals without an amount are
 * left out.
 * @source Hardesty, the magic number's revenue per sale.
 * @fields deal: outcome, amount, currency, closedAt, closeDate
 * @missing No deal was seen; none with an amount was won in the period; or a currency has no rate.
 */
export const kpi: KpiFile = {
  unit: 'money',
  better: 'higher',
  needs: ['deals'],
  settings: ['currency', 'rates', 'stageOutcomes'],
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const { amounts, missing, coverage } = moneyOf(wonIn(scene), scene.settings);
    if (missing) return notComputable('needs a rate for every currency', amounts.length);
    if (amounts.length === 0) return { ...notComputable('no won deal'), coverage };
    return { ...average(amounts.map(({ amount }) => amount)), coverage };
  },
};
