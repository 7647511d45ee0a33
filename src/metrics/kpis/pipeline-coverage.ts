import { wonIn } from '../closed.ts';
import { openDueIn } from '../due.ts';
import { type KpiFile, notComputable } from '../kpi.ts';
import { moneyOf, sumOf } from '../money.ts';
import type { Scene } from '../scene.ts';

/**
 * How often the open deals that are due would fill what is missing to the quota.
 * @formula Σ amount of the open deals whose close date lies in the period ÷ (quota − Σ amount won in it); the quota is
 * the rep's, of the team the sum of all.
 * @source Pipeline coverage against the remaining quota.
 * @fields deal: outcome, amount, currency, closeDate, closedAt
 * @missing No deal was seen; no quota is given; the quota is reached; or a currency has no rate.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['deals'],
  settings: ['quota', 'currency', 'rates', 'stageOutcomes'],
  sum: true,
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const quota = quotaOf(scene);
    if (quota === undefined) return notComputable('needs settings.quota');
    const won = new Set(wonIn(scene));
    // Both together: whether a rate is needed depends on all currencies among them.
    const { amounts, missing } = moneyOf([...won, ...openDueIn(scene)], scene.settings);
    const due = amounts.filter(({ deal }) => !won.has(deal));
    if (missing) return notComputable('needs a rate for every currency', due.length);
    const left = quota - sumOf(amounts.filter(({ deal }) => won.has(deal)));
    if (left <= 0) return notComputable('the quota is reached', due.length);
    return { value: sumOf(due) / left, n: due.length };
  },
};

/** Rule 70: the rep's own, or what all of them add up to. */
function quotaOf({ rep, settings }: Scene): number | undefined {
  const quotas = Object.entries(settings.quota ?? {}).filter(([name]) => rep === null || name === rep);
  return quotas.length === 0 ? undefined : quotas.reduce((sum, [, quota]) => sum + quota, 0);
}
