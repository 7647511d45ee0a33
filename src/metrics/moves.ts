import { start } from '../contract/moment.ts';
import type { StageChange } from '../contract/records.ts';
import type { DealHistory } from './histories.ts';
import { byEnd, byStart, known } from './spans.ts';
import { inSuccession } from './succession.ts';

/** A deal's moves that are known at asOf, in order. */
export function movesOf({ stageChanges = [] }: DealHistory, asOf: number): StageChange[] {
  const seen = stageChanges.flatMap((change) => {
    const at = known(change.at, asOf);
    if (at === undefined) return [];
    return [at === change.at ? change : { ...change, at }];
  });
  return inSuccession(seen, byEnd);
}

/** The stage at asOf: what a later move says it left, else what the deal says. */
export function stageAt({ record, stageChanges = [] }: DealHistory, asOf: number): string | undefined {
  const [next] = inSuccession(
    stageChanges.filter(({ at }) => start(at) > asOf),
    byStart,
  );
  return next ? next.from : record.stage;
}
