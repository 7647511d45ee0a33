import { aalenJohansen, medianWin } from '../aalen-johansen.ts';
import { type KpiFile, notComputable } from '../kpi.ts';
import { coursesOf, createdIn } from '../sales-cycle.ts';

/**
 * Days in which half of the deals that will be won are won.
 * @formula Smallest t at which the Aalen–Johansen incidence of winning reaches half of where it ends, over the deals
 * created in the period: lost deals compete, open ones are censored at asOf. Days run from creation to closing, in
 * fractions, with the later end of a date without a time.
 * @source Competing risks instead of the mean over closed deals: Hanowell, in Gelman 2019.
 * @fields deal: createdAt, outcome, closedAt, closeDate
 * @missing No deal was seen; none was created in the period; or none of those is won so far.
 */
export const kpi: KpiFile = {
  unit: 'days',
  better: 'lower',
  needs: ['deals'],
  settings: ['stageOutcomes'],
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const created = createdIn(scene);
    const courses = coursesOf(created, scene.asOf);
    const shared = {
      n: courses.length,
      events: courses.filter(({ end }) => end === 'won').length,
      censored: courses.filter(({ end }) => end === null).length,
      coverage: created.length === 0 ? null : courses.length / created.length,
    };
    if (shared.events === 0) {
      return { ...notComputable(shared.n === 0 ? 'nothing to count' : 'no won deal'), ...shared };
    }
    return { value: medianWin(aalenJohansen(courses)), ...shared };
  },
};
