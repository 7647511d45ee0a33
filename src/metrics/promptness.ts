import type { Cycle } from './cycles.ts';
import { evidence, raiseParams, touchParams } from './evidence.ts';
import { ageOf, stateOf, unanswered } from './response-state.ts';
import { promptnessLetter } from './rubric.ts';
import type { Promptness } from './score.ts';
import { least, most } from './spans.ts';
import { speedToLead } from './speed-to-lead.ts';

/** Calendar time from hand-raise to first attempt, as a letter or the span of letters that a pair allows. */
export function promptness(cycle: Cycle, asOf: number): Promptness {
  const state = stateOf(cycle, asOf);
  const none = unanswered(cycle, asOf);
  if (none) {
    const best = none.grade ?? promptnessLetter(ageOf(cycle, asOf));
    return { ...none, best, worst: 'F', seconds: null, state };
  }
  const wait = speedToLead(cycle);
  const seconds = wait && wait.seconds;
  const best = seconds && promptnessLetter(least(seconds));
  const worst = seconds && promptnessLetter(most(seconds));
  return { grade: best === worst ? best : null, best, worst, seconds, state, evidence: evidenceFor(cycle, seconds) };
}
