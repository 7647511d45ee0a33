import type { Cycle } from './cycles.ts';
import { evidence, raiseParams, touchParams } from './evidence.ts';
import { ageOf, stateOf, unanswered } from './response-state.ts';
import { type Boundaries, promptnessLetter } from './rubric.ts';
import type { Promptness } from './score.ts';
import { between, least, most } from './spans.ts';
import type { Touch } from './touches.ts';

/** Calendar time from hand-raise to first attempt, as a letter or the span of letters that a pair allows. */
export function promptness(cycle: Cycle, asOf: number, by?: Boundaries): Promptness {
  const state = stateOf(cycle, asOf);
  if (cycle.answer) return { ...answered(cycle, cycle.answer, by), state };
  const { grade, evidence } = unanswered(cycle, asOf, by);
  const best = grade ?? promptnessLetter(ageOf(cycle, asOf), by);
  return { grade, best, worst: 'F', seconds: null, state, evidence };
}

function answered(cycle: Cycle, answer: Touch, by?: Boundaries): Omit<Promptness, 'state'> {
  const raise = raiseParams(cycle);
  if (cycle.early) {
    const why = evidence('evidence_promptness_early', { ...touchParams(cycle.early), ...raise }, cycle.early);
    return { grade: null, best: null, worst: null, seconds: null, evidence: why };
  }
  const seconds = between(cycle.raise, answer.at);
  const best = promptnessLetter(least(seconds), by);
  const worst = promptnessLetter(most(seconds), by);
  const why = evidence('evidence_promptness_answered', { ...touchParams(answer), seconds, ...raise }, answer);
  return { grade: best === worst ? best : null, best, worst, seconds, evidence: why };
}
