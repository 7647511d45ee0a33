import { customersAtStart, lostAmong } from '../customers.ts';
import { type KpiFile, notComputable, ratio } from '../kpi.ts';

/**
 * Customers that stayed.
 * @formula (customers at the period's start − lost) ÷ customers at its start; new customers are no part of it. At the
 * start: customer since an earlier day, and not gone by then. Lost: `until`, the first day no longer a customer, lies
 * in the period, its end included, and is not after asOf.
 * @source Piwik PRO, retention rate; a target of 85 % in the Romanian founding article.
 * @fields customer: since, until, owner
 * @missing No customer was seen; or there was none at the period's start.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['customers'],
  settings: ['timeZone'],
  figure: (scene) => {
    if (scene.records.customers.length === 0) return notComputable('no customers seen');
    const { rows, coverage } = customersAtStart(scene);
    return { ...ratio(rows.length - lostAmong(rows, scene).length, rows.length), coverage };
  },
};
