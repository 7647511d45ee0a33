import { type KpiFile, notComputable, withCoverage } from '../kpi.ts';
import { openedIn } from '../tickets.ts';

/**
 * How many complaints came in.
 * @formula Number of tickets opened in the period that are marked as complaints.
 * @source Romanian founding article.
 * @fields ticket: openedAt, complaint, owner
 * @missing No ticket was seen.
 */
export const kpi: KpiFile = {
  unit: 'count',
  better: 'lower',
  needs: ['tickets'],
  settings: [],
  sum: true,
  figure: (scene) => {
    if (scene.records.tickets.length === 0) return notComputable('no tickets seen');
    const { rows, coverage } = withCoverage(openedIn(scene), ({ complaint }) => complaint !== undefined);
    const complaints = rows.filter(({ complaint }) => complaint === true);
    return { value: complaints.length, n: complaints.length, coverage };
  },
};
