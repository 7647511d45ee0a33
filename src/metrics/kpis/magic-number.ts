import type { KpiFile } from '../kpi.ts';
import { MAGIC_SETTINGS, magic, magicInputs } from '../magic-number.ts';

/**
 * New first appointments that the goal takes per week.
 * @formula goal ÷ average-revenue-per-sale ÷ closing-ratio ÷ first-appointment-to-proposal ÷ weeks of the goal (typed,
 * or months × 52 ÷ 12), not rounded; inputs of the same period and rep, the goal as typed. `n` is the smaller of the
 * two ratios'.
 * @source Hardesty, the magic number.
 * @fields deal: outcome, amount, currency, closedAt, closeDate, stage; activity: kind, milestone, state, result, at;
 * stageChange: to, at; quote: sentAt
 * @missing No goal is given; no deal was won in the period; or one of the ratios is 0 or cannot be said.
 */
export const kpi: KpiFile = {
  unit: 'per-week',
  better: 'lower',
  needs: ['deals', 'activities', 'stageChanges', 'quotes'],
  settings: [...MAGIC_SETTINGS],
  sum: true,
  figure: (scene) => {
    const given = magicInputs(scene);
    return 'inputs' in given ? { value: magic(given.inputs).perWeek, n: given.n } : given;
  },
};
