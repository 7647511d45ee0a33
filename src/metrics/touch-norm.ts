import { end, start } from '../contract/moment.ts';
import { DAY } from '../contract/zone.ts';
import type { DealFacts } from './deals.ts';
import { oncePer } from './once.ts';
import { quantile } from './quantile.ts';
import type { Facts } from './scene.ts';
import { stageKey } from './stage-visits.ts';
import { isCustomerFacing, touchesBy } from './touches.ts';

/** Days without a customer-facing touch that are usual, and the pauses it is worked out from. */
export interface TouchNorm {
  days: number;
  n: number;
}

/** Fewer pauses than that make no norm. */
const MINIMUM = 10;

/**
 * The p75 (type 7) of the pauses between customer-facing touches of the team's won deals in that stage; of all their
 * stages where that one has too few. `null` when these are too few as well.
 */
export function normOf(facts: Facts, stage: string | undefined): TouchNorm | null {
  const pauses = pausesByStage(facts);
  const own = pauses.get(keyOf(stage)) ?? [];
  const among = own.length >= MINIMUM ? own : [...pauses.values()].flat();
  const days = quantile(among, 0.75);
  return days === null || among.length < MINIMUM ? null : { days, n: among.length };
}

const keyOf = (stage: string | undefined): string => stageKey(stage ?? '');

const pausesByStage = oncePer((facts: Facts): Map<string, number[]> => {
  const pauses = new Map<string, number[]>();
  for (const deal of facts.deals) {
    if (deal.closed?.outcome !== 'won') continue;
    const { activities, before = [] } = deal.history;
    const touches = touchesBy([...activities, ...before], facts.asOf).filter((t) =>
      isCustomerFacing(t.activity),
    );
    touches.slice(1).forEach(({ at }, i) => {
      const last = touches[i];
      if (!last) return;
      const key = keyOf(stageAt(deal, start(at)));
      const known = pauses.get(key) ?? [];
      known.push(Math.max(0, start(at) - end(last.at)) / DAY);
      pauses.set(key, known);
    });
  }
  return pauses;
});

/** Where a deal stood when that was. */
const stageAt = ({ moves }: DealFacts, at: number): string | undefined =>
  moves.findLast((move) => start(move.at) <= at)?.to ?? moves[0]?.from;
