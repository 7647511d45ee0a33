import { type KpiFile, notComputable } from '../kpi.ts';
import { isWithin } from '../scene.ts';
import { ticketsOf } from '../tickets.ts';

/**
 * How many tickets were resolved.
 * @formula Number of tickets resolved in the period, whenever they were opened.
 * @source Romanian founding article.
 * @fields ticket: resolvedAt, owner
 * @missing No ticket was seen.
 */
export const kpi: KpiFile = {
  unit: 'count',
  better: 'higher',
  needs: ['tickets'],
  settings: [],
  sum: true,
  figure: (scene) => {
    if (scene.records.tickets.length === 0) return notComputable('no tickets seen');
    const resolved = ticketsOf(scene).filter(({ resolvedAt }) => isWithin(resolvedAt, scene));
    return { value: resolved.length, n: resolved.length };
  },
};
