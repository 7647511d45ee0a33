import { type Figure, type KpiFile, notComputable } from '../kpi.ts';
import type { Scene } from '../scene.ts';
import { kpi as averageRevenue } from './average-revenue-per-sale.ts';
import { kpi as salesCycle } from './sales-cycle-length.ts';
import { kpi as winRate } from './win-rate.ts';

/**
 * Money that the deals bring in per day of their cycle.
 * @formula opportunities × average won amount × win rate ÷ cycle days, all four of the same period and rep:
 * opportunities = deals decided (won or lost) in it, the others are average-revenue-per-sale, win-rate and
 * sales-cycle-length. `n` is the smallest of theirs.
 * @source Sales velocity: QuarterOne; hyphadev, What is deal velocity.
 * @fields deal: createdAt, outcome, amount, currency, closedAt, closeDate, stage
 * @missing No deal was seen; none with an amount was won in the period; none created in it is won so far; or a
 * currency has no rate.
 */
export const kpi: KpiFile = {
  unit: 'money/day',
  better: 'higher',
  needs: ['deals'],
  settings: ['currency', 'rates', 'nonDecisionStages', 'stageOutcomes'],
  figure: (scene) => velocity(scene),
};

function velocity(scene: Scene): Figure {
  const rate = winRate.figure(scene);
  const average = averageRevenue.figure(scene);
  const days = salesCycle.figure(scene);
  const n = Math.min(rate.n, average.n, days.n);
  for (const { value, why } of [rate, average, days]) {
    if (value === null) return notComputable(why ?? 'nothing to count', n);
  }
  if (!days.value) return notComputable('a ratio of it is not computable', n);
  return { value: (rate.n * (average.value ?? 0) * (rate.value ?? 0)) / days.value, n };
}
