import { end, start } from '../contract/moment.ts';
import type { Cycle } from './cycles.ts';
import type { RecordHistory } from './histories.ts';
import { type Tenure, tenures } from './owners.ts';
import { between, isBefore, later, type Wait } from './spans.ts';

export interface OwnerWait extends Wait {
  owner: string;
}

/**
 * How long each owner of a cycle took while it was unanswered (rule 51), in calendar seconds: from the hand-raise or
 * the assignment, whichever is later, to the owner's attempt; censored at reassignment, a colleague's answer, the end.
 */
export function ownerResponseTimes(history: RecordHistory, cycle: Cycle, asOf: number): OwnerWait[] {
  if (cycle.early) return [];
  return tenures(history, asOf).flatMap((tenure) => ownerWait(cycle, tenure) ?? []);
}

function ownerWait(cycle: Cycle, { owner, from, to }: Tenure): OwnerWait | undefined {
  const { raise, answer, until } = cycle;
  const began = from === undefined ? raise : later(raise, from);
  const stopped = answer?.at ?? until;
  const cameTooLate = answer === undefined ? start(began) > until : isBefore(answer.at, began);
  const leftTooEarly = to !== undefined && end(to) <= start(raise);
  if (cameTooLate || leftTooEarly) return undefined;
  if (to !== undefined && isBefore(to, stopped)) {
    return { owner, seconds: between(began, to), censored: true };
  }
  return { owner, seconds: between(began, stopped), censored: answer?.activity.by !== owner };
}
