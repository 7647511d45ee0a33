import { end } from '../contract/moment.ts';
import type { Cycle } from './cycles.ts';
import { evidence, raiseParams } from './evidence.ts';
import { promptnessLetter, RUBRIC } from './rubric.ts';
import type { Evidence, ResponseState } from './score.ts';
import { between } from './spans.ts';

/** Seconds since the hand-raise that have surely passed: nobody is called late before that is certain. */
export const ageOf = (cycle: Cycle, asOf: number): number => (asOf - end(cycle.raise)) / 1000;

export function stateOf(cycle: Cycle, asOf: number): ResponseState {
  if (cycle.attempt !== undefined) return 'answered';
  return ageOf(cycle, asOf) < RUBRIC.neverAfter ? 'pending' : 'never';
}

/** What all four Ps say of a cycle without an attempt (rules 21, 22); `undefined` when there is one. */
export function unanswered(
  cycle: Cycle,
  asOf: number,
): { grade: 'F' | null; evidence: Evidence } | undefined {
  const state = stateOf(cycle, asOf);
  if (state === 'answered') return undefined;
  const params = { ...raiseParams(cycle), age: between(cycle.raise, asOf) };
  if (state === 'never') return { grade: 'F', evidence: evidence('evidence_never', params) };
  const best = promptnessLetter(ageOf(cycle, asOf));
  return { grade: null, evidence: evidence('evidence_pending', { ...params, best }) };
}
