import type { Cycle } from './cycles.ts';
import { between, type Wait } from './spans.ts';

/**
 * Hand-raise → first contact (rules 26, 27) of a cycle, in calendar seconds; censored while there is none.
 * `null` when an attempt came before the hand-raise (rule 9).
 */
export function firstContactTime({ raise, contact, early, until }: Cycle): Wait | null {
  if (early) return null;
  return { seconds: between(raise, contact?.at ?? until), censored: contact === undefined };
}
