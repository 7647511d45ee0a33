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
  if (cycle.answer) return answered(cycle, cycle.answer, by);
  const { grade, evidence } = unanswered(cycle, asOf, by);
  const best = grade ?? promptnessLetter(ageOf(cycle, asOf), by);
  return { grade, best, worst: 'F', seconds: null, state, evidence };
}

function answered(cycle: Cycle, answer: Touch, by?: Boundaries): Promptness {
  if (cycle.early) return early(cycle, cycle.early);
  const { at, activity } = answer;
  const { raise, raisedAt } = raiseParams(cycle);
  const seconds = between(cycle.raise, answer.at);
  const best = promptnessLetter(least(seconds), by);
  const worst = promptnessLetter(most(seconds), by);
  const params = { kind: activity.kind, at, by: activity.by ?? null, seconds, raise, raisedAt };
  const why = evidence('evidence_promptness_answered', params, answer);
  const grade = best === worst ? best : null;
  return { grade, best, worst, seconds, evidence: why, state: 'answered' };
}

function early(cycle: Cycle, touch: Touch): Promptness {
  const why = evidence('evidence_promptness_early', { ...touchParams(touch), ...raiseParams(cycle) }, touch);
  return { grade: null, best: null, worst: null, seconds: null, evidence: why, state: 'answered' };
}
