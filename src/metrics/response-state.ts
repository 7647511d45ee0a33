import { end } from '../contract/moment.ts';
import type { Cycle } from './cycles.ts';
import { evidence, raiseParams } from './evidence.ts';
import { type Boundaries, promptnessLetter, RUBRIC } from './rubric.ts';
import type { Evidence, ResponseState } from './score.ts';
import { between } from './spans.ts';

/** Seconds since the hand-raise that have surely passed: nobody is called late before that is certain. */
export const ageOf = (cycle: Cycle, asOf: number): number => (asOf - end(cycle.raise)) / 1000;

export function stateOf(cycle: Cycle, asOf: number): ResponseState {
  if (cycle.answer) return 'answered';
  return ageOf(cycle, asOf) < RUBRIC.neverAfter ? 'pending' : 'never';
}

/** What each of the four Ps says of a cycle that has no attempt (rules 21, 22). */
export function unanswered(
  cycle: Cycle,
  asOf: number,
  by?: Boundaries,
): { grade: 'F' | null; evidence: Evidence } {
  const { raise, raisedAt } = raiseParams(cycle);
  const age = between(cycle.raise, asOf);
  if (stateOf(cycle, asOf) === 'never')
    return { grade: 'F', evidence: evidence('evidence_never', { raise, raisedAt, age }) };
  const best = promptnessLetter(ageOf(cycle, asOf), by);
  return { grade: null, evidence: evidence('evidence_pending', { raise, raisedAt, age, best }) };
}
