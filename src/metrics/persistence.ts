import { end, start } from '../contract/moment.ts';
import { attemptsOf } from './attempts.ts';
import type { Cycle } from './cycles.ts';
import { evidence } from './evidence.ts';
import { ageOf, stateOf, unanswered } from './response-state.ts';
import { type Boundaries, expectedAttempts, nextAttemptAge, persistenceLetter, RUBRIC } from './rubric.ts';
import type { Evidence, Persistence } from './score.ts';
import { isBefore } from './spans.ts';

/**
 * Attempts within 30 days, as a letter once that is final. An answer or end before the eighth attempt leaves it
 * without one: the follow-up was not given up, it was no longer needed. `pace` is null once final.
 */
export function persistence(cycle: Cycle, asOf: number, by?: Boundaries): Persistence {
  const age = ageOf(cycle, asOf);
  const expected = expectedAttempts(age);
  const attempts = attemptsOf(touchesInWindow(cycle)).length;
  const stop = stopOf(cycle, attempts);
  const final = age >= RUBRIC.finalAfter || stop !== undefined || stateOf(cycle, asOf) === 'never';
  const graded = () => {
    if (!cycle.answer) return unanswered(cycle, asOf, by);
    if (final) return finished(attempts, stop, by);
    return { grade: null, evidence: evidence('evidence_persistence_open', { attempts, expected, age }) };
  };
  const { grade, evidence: why } = graded();
  const due = final ? undefined : nextAttemptAge(attempts);
  const shared = {
    attempts,
    final,
    expected,
    pace: final ? null : attempts / expected,
    grade,
    evidence: why,
  };
  return due === undefined ? shared : { ...shared, next: start(cycle.raise) + due * 1000 };
}

function finished(attempts: number, stop: Evidence | undefined, by?: Boundaries) {
  const days = RUBRIC.finalAfter / 86_400;
  return {
    grade: stop && attempts < RUBRIC.enough ? null : persistenceLetter(attempts, by),
    evidence: stop ?? evidence('evidence_persistence_final', { attempts, days }),
  };
}

/** The last instant of the 30 days; what comes later changes nothing (rule 60). */
const windowEnd = (cycle: Cycle): number => end(cycle.raise) + RUBRIC.finalAfter * 1000;

/** Rule 25: up to the first contact, the end or 30 days, all included. */
function touchesInWindow(cycle: Cycle) {
  const { contact } = cycle;
  return cycle.touches.filter(
    ({ at }) => start(at) <= windowEnd(cycle) && !(contact && isBefore(contact.at, at)),
  );
}

/** What made further attempts needless within the 30 days. */
function stopOf(cycle: Cycle, attempts: number): Evidence | undefined {
  const { contact, end: ended } = cycle;
  if (contact && start(contact.at) <= windowEnd(cycle)) {
    const { at, activity } = contact;
    const params = { kind: activity.kind, at, by: activity.by ?? null, attempts };
    return evidence('evidence_persistence_answered', params, contact);
  }
  // An end without a time may have come within the 30 days: then the letter cannot be said.
  if (ended && (ended.at === undefined || start(ended.at) <= windowEnd(cycle))) {
    return evidence('evidence_persistence_ended', { attempts, outcome: ended.outcome });
  }
  return undefined;
}
