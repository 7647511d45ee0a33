import { wonIn } from '../closed.ts';
import type { DealFacts } from '../deals.ts';
import { type KpiFile, notComputable, withCoverage } from '../kpi.ts';

/**
 * How many units were sold, and where.
 * @formula Σ units of the deals won in the period; a deal that names none counts as 1. `parts` splits it by place;
 * what names no place is in the sum and in no part, and `coverage` is the share of deals that name one.
 * @source Sales volume by place (Russian founding article): units, not deals.
 * @fields deal: outcome, units, place, closedAt, closeDate
 * @missing No deal was seen.
 */
export const kpi: KpiFile = {
  unit: 'count',
  better: 'higher',
  needs: ['deals'],
  settings: ['stageOutcomes'],
  sum: true,
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const won = wonIn(scene);
    const { rows, coverage } = withCoverage(won, (deal) => placeOf(deal) !== '');
    return { value: unitsOf(won), n: won.length, parts: byPlace(rows), coverage };
  },
};

const placeOf = ({ deal }: DealFacts): string => deal.place?.trim() ?? '';

const unitsOf = (deals: readonly DealFacts[]): number =>
  deals.reduce((sum, { deal }) => sum + (deal.units ?? 1), 0);

function byPlace(deals: readonly DealFacts[]): Record<string, number> {
  const parts = new Map<string, number>();
  for (const deal of deals) {
    parts.set(placeOf(deal), (parts.get(placeOf(deal)) ?? 0) + unitsOf([deal]));
  }
  return Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
