import { costIn } from '../costs.ts';
import { newCustomers } from '../customers.ts';
import { type KpiFile, notComputable } from '../kpi.ts';

/**
 * What it cost to win one customer.
 * @formula (marketing + sales cost) ÷ new customers, both of the period up to asOf. A cost counts by the share of its
 * time that lies in the period; for a rep, only costs that name the rep and customers that the rep owns.
 * @source Futrli, guide to customer acquisition costs; per rep as in DevriX.
 * @fields customer: since, owner
 * @missing No customer was seen; no marketing or sales cost is given for the period (and rep); or no new customer.
 */
export const kpi: KpiFile = {
  unit: 'money',
  better: 'lower',
  needs: ['customers'],
  settings: ['costs', 'currency', 'timeZone'],
  sum: true,
  figure: (scene) => {
    if (scene.records.customers.length === 0) return notComputable('no customers seen');
    const { rows, coverage } = newCustomers(scene);
    const cost = costIn(scene, ['marketing', 'sales']);
    if (cost === undefined) return { ...notComputable('needs settings.costs', rows.length), coverage };
    if (rows.length === 0) return { ...notComputable('nothing to count'), coverage };
    return { value: cost / rows.length, n: rows.length, coverage };
  },
};
