import type { Cycle } from './cycles.ts';
import { between, type Stopwatch, type Wait } from './spans.ts';

/**
 * Speed-to-lead of a cycle: hand-raise → first attempt by anyone, in seconds of the calendar or of `stopwatch`;
 * censored while there is none. `null` when an attempt came before the hand-raise (rules 9, 15).
 */
export function speedToLead(cycle: Cycle, stopwatch?: Stopwatch): Wait | null {
  if (cycle.early) return null;
  const { raise, answer, until } = cycle;
  return { seconds: between(raise, answer?.at ?? until, stopwatch), censored: answer === undefined };
}
