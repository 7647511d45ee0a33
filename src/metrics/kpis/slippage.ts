import { end, start } from '../../contract/moment.ts';
import type { DealFacts } from '../deals.ts';
import { dueIn, dueOf } from '../due.ts';
import { type KpiFile, notComputable, ratio } from '../kpi.ts';
import type { Scene } from '../scene.ts';

/**
 * Deals that were due and did not close.
 * @formula slipped ÷ due. Due: deals whose close date lies in the period and whose day is over by asOf, that existed
 * at the period's start and were not closed by then. Slipped: neither won nor lost by the end of the period (or asOf).
 * A record holds its latest close date only: a deal that was put off beyond the period is no longer seen as due, so
 * the true share is at least this one.
 * @source Petavue, deal slippage; variant over deals not won: Chief, slip rate.
 * @fields deal: createdAt, closeDate, closedAt, outcome
 * @missing No deal was seen; or none was due in the period.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'lower',
  needs: ['deals'],
  settings: ['stageOutcomes'],
  figure: (scene) => {
    if (scene.records.deals.length === 0) return notComputable('no deals seen');
    const due = dueIn(scene).filter((deal) => wasDue(deal, scene));
    return ratio(due.filter((deal) => isOpenAtEnd(deal, scene)).length, due.length);
  },
};

function wasDue(deal: DealFacts, { asOf, period, settings }: Scene): boolean {
  const due = dueOf(deal, settings);
  const isOver = due !== undefined && end(due) <= asOf;
  const existed = deal.created === undefined || start(deal.created) < period[0];
  const at = deal.closed?.at;
  return isOver && existed && (at === undefined || start(at) >= period[0]);
}

const isOpenAtEnd = ({ closed }: DealFacts, { period }: Scene): boolean =>
  !closed || (closed.at !== undefined && start(closed.at) >= period[1]);
