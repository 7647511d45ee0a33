import { customersAtStart, lostAmong } from '../customers.ts';
import { type KpiFile, notComputable, ratio } from '../kpi.ts';

/**
 * Customers that left.
 * @formula lost ÷ customers at the period's start. At the start: customer since an earlier day, and not gone by then.
 * Lost: `until`, the first day no longer a customer, lies in the period, its end included, and is not after asOf.
 * @source Piwik PRO, retention rate; its complement.
 * @fields customer: since, until, owner
 * @missing No customer was seen; or there was none at the period's start.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'lower',
  needs: ['customers'],
  settings: ['timeZone'],
  figure: (scene) => {
    if (scene.records.customers.length === 0) return notComputable('no customers seen');
    const { rows, coverage } = customersAtStart(scene);
    return { ...ratio(lostAmong(rows, scene).length, rows.length), coverage };
  },
};
