import type { Cycle } from './cycles.ts';
import { evidence, touchParams } from './evidence.ts';
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
  const nothing = { count: null, known: 0 };
  if (!cycle.answer) return { ...unanswered(cycle, asOf, by), ...nothing };
  const message = cycle.touches.find(({ activity }) => isMessage(activity));
  if (!message)
    return { grade: null, ...nothing, evidence: evidence('evidence_personalization_no_message', {}) };
  const { personal } = message.activity;
  const those = (value: boolean | null) =>
    ELEMENTS.filter((element) => (personal?.[element] ?? null) === value);
  const missing = those(false).join();
  const unseen = those(null).join();
  const known = ELEMENTS.length - those(null).length;
  const count = known === 0 ? null : those(true).length;
  const params = { ...touchParams(message), count, known, missing, unseen };
  if (count === null || known < RUBRIC.visible) {
    return {
      grade: null,
      count,
      known,
      evidence: evidence('evidence_personalization_unseen', params, message),
    };
  }
  return {
    grade: personalizationLetter(Math.floor((count * ELEMENTS.length) / known), by),
    count,
    known,
    evidence: evidence('evidence_personalization_message', params, message),
  };
}
