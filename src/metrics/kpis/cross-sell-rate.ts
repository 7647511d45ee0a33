import { soldMore } from '../expansion.ts';
import type { KpiFile } from '../kpi.ts';

/**
 * Customers that bought something beside what they had.
 * @formula customers at the period's start to whom at least one cross-sell deal was won in the period ÷ customers at the
 * period's start. For a rep: the customers that the rep owns, whoever won the deal.
 * @source shno and KPI Depot; published formulas differ in the denominator (customers, offers, revenue), here customers.
 * @fields customer: since, until, owner; deal: type, customer, outcome, closedAt, closeDate
 * @missing No customer or no deal was seen; or there was no customer at the period's start.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['customers', 'deals'],
  settings: ['timeZone', 'stageOutcomes'],
  figure: (scene) => soldMore(scene, 'cross-sell'),
};
