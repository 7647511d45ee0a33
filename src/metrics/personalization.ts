import type { Cycle } from './cycles.ts';
import { evidence } from './evidence.ts';
import { unanswered } from './response-state.ts';
import { type Boundaries, personalizationLetter, RUBRIC } from './rubric.ts';
import type { Personalization } from './score.ts';
import { isMessage } from './touches.ts';

const ELEMENTS = ['greeting', 'sender', 'signature', 'relevance', 'forward'] as const;

/**
 * Elements of five in the first human message (rules 28, 62), as a letter when at least four could be seen; the
 * letter alone is scaled to five.
 */
export function personalization(cycle: Cycle, asOf: number, by?: Boundaries): Personalization {
  if (!cycle.answer) {
    const { grade, evidence } = unanswered(cycle, asOf, by);
    return { grade, evidence, count: null, known: 0 };
  }
  const message = cycle.touches.find(({ activity }) => isMessage(activity));
  if (!message) {
    const why = evidence('evidence_personalization_no_message', {});
    return { grade: null, count: null, known: 0, evidence: why };
  }
  const { at, activity } = message;
  const { personal } = activity;
  const missing = ELEMENTS.filter((element) => personal?.[element] === false);
  const unseen = ELEMENTS.filter((element) => personal?.[element] == null);
  const known = ELEMENTS.length - unseen.length;
  const count = known === 0 ? null : known - missing.length;
  const params = {
    kind: activity.kind,
    at,
    by: activity.by ?? null,
    count,
    known,
    missing: missing.join(),
    unseen: unseen.join(),
  };
  if (count === null || known < RUBRIC.visible) {
    const why = evidence('evidence_personalization_unseen', params, message);
    return { grade: null, count, known, evidence: why };
  }
  const grade = personalizationLetter(Math.floor((count * ELEMENTS.length) / known), by);
  return { grade, count, known, evidence: evidence('evidence_personalization_message', params, message) };
}
