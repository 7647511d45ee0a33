import { wonIn } from '../closed.ts';
import { type KpiFile, notComputable } from '../kpi.ts';
import { moneyOf, sumOf } from '../money.ts';
import { previousOf } from '../scene.ts';

/**
 * How much more was sold than before.
 * @formula (Σ won amount of the period − that of the period of equal length just before) ÷ that of the period before.
 * @source Revenue growth (Russian founding article).
 * @fields deal: outcome, amount, currency, closedAt, closeDate
 * @missing No deal was seen; nothing was sold in the period before; or a currency has no rate.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['deals'],
  settings: ['currency', 'rates', 'stageOutcomes'],
  sum: true,
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const before = wonIn(previousOf(scene));
    // Both together: whether a rate is needed depends on all currencies among them.
    const { amounts, missing, coverage } = moneyOf([...before, ...wonIn(scene)], scene.settings);
    const n = amounts.length;
    if (missing) return notComputable('needs a rate for every currency', n);
    const earlier = new Set(before);
    const previous = sumOf(amounts.filter(({ deal }) => earlier.has(deal)));
    if (previous <= 0) return { ...notComputable('the previous period has no sales', n), coverage };
    return { value: (sumOf(amounts) - 2 * previous) / previous, n, coverage };
  },
};
