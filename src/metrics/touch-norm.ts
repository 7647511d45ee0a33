import * as z from 'zod/mini';
import { end, start } from '../contract/moment.ts';
import { DAY } from '../contract/zone.ts';
import type { DealFacts } from './deals.ts';
import { quantile } from './quantile.ts';
import type { Facts } from './scene.ts';
import { stageKey } from './stage-visits.ts';
import { isCustomerFacing, touchesBy } from './touches.ts';

const touchNorm = z.object({ days: z.number(), n: z.number() });
/** Days without a customer-facing touch that are usual, and the number of pauses it is worked out from. */
export type TouchNorm = z.infer<typeof touchNorm>;

/** By stage where that has enough pauses of its own, and of all stages together; `null` when these are too few as well. */
export const touchNorms = z.object({ all: z.nullable(touchNorm), byStage: z.record(z.string(), touchNorm) });
export type TouchNorms = z.infer<typeof touchNorms>;

/** Fewer pauses than that make no norm. */
const MINIMUM = 10;

/** The p75 (type 7) of the pauses between customer-facing touches of the team's won deals. */
export function touchNormsOf(facts: Facts): TouchNorms {
  const pauses = pausesByStage(facts);
  const byStage = [...pauses].flatMap(([stage, own]) => {
    const norm = normFrom(own);
    return norm ? [[stage, norm] as const] : [];
  });
  return { all: normFrom([...pauses.values()].flat()), byStage: Object.fromEntries(byStage) };
}

function normFrom(pauses: readonly number[]): TouchNorm | null {
  const days = quantile(pauses, 0.75);
  return days === null || pauses.length < MINIMUM ? null : { days, n: pauses.length };
}

/** What is usual in that stage. */
export const touchNormIn = ({ all, byStage }: TouchNorms, stage: string | undefined): TouchNorm | null =>
  byStage[keyOf(stage)] ?? all;

const keyOf = (stage: string | undefined): string => stageKey(stage ?? '');

function pausesByStage(facts: Facts): Map<string, number[]> {
  const pauses = new Map<string, number[]>();
  for (const deal of facts.deals) {
    if (deal.closed?.outcome !== 'won') continue;
    const { activities, before = [] } = deal.history;
    const touches = touchesBy([...activities, ...before], facts.asOf, isCustomerFacing);
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
}

/** Where a deal stood when that was. */
const stageAt = ({ moves }: DealFacts, at: number): string | undefined =>
  moves.findLast((move) => start(move.at) <= at)?.to ?? moves[0]?.from;
