import { newPerWeek } from '../activity.ts';
import type { KpiFile } from '../kpi.ts';
import { MAGIC_SETTINGS, magic, magicInputs } from '../magic-number.ts';

/**
 * New opportunities of late against those that the goal takes; 1 = 100 %.
 * @formula Mean of first appointments per week over the four complete ISO weeks before asOf (in the settings' zone) ÷
 * magic-number; deals created instead where the team has no first appointment at all. `n` counts those opportunities.
 * @source Hardesty, the activity gauge.
 * @fields deal: createdAt, outcome, amount, currency, closedAt, closeDate, stage; activity: kind, milestone, state,
 * result, at; stageChange: to, at; quote: sentAt
 * @missing The magic number cannot be said.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['deals', 'activities', 'stageChanges', 'quotes'],
  settings: [...MAGIC_SETTINGS, 'timeZone'],
  sum: true,
  figure: (scene) => {
    const { perWeek, n } = newPerWeek(scene);
    const given = magicInputs(scene);
    return 'inputs' in given ? { value: perWeek / magic(given.inputs).perWeek, n } : { ...given, n };
  },
};
