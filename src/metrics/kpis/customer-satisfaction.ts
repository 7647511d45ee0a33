import { average, type KpiFile, notComputable } from '../kpi.ts';
import { openedIn } from '../tickets.ts';

/**
 * How customers rate the service, from 1 to 5.
 * @formula Mean rating of the tickets opened in the period that have one; `topTwo` is the share of ratings of 4 and 5.
 * @source Delighted (top two boxes); a target of 4 of 5 in the Romanian founding article (mean).
 * @fields ticket: openedAt, rating, owner
 * @missing No ticket was seen; or none opened in the period has a rating.
 */
export const kpi: KpiFile = {
  unit: 'rating',
  better: 'higher',
  needs: ['tickets'],
  settings: [],
  figure: (scene) => {
    if (scene.records.tickets.length === 0) return notComputable('no tickets seen');
    const opened = openedIn(scene);
    const ratings = opened.flatMap(({ rating }) => rating ?? []);
    const satisfied = ratings.filter((rating) => rating >= 4);
    return {
      ...average(ratings),
      topTwo: ratings.length === 0 ? null : satisfied.length / ratings.length,
      coverage: opened.length === 0 ? null : ratings.length / opened.length,
    };
  },
};
