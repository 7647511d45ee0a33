import type { Moment } from '../contract/moment.ts';
import type { Cycle } from './cycles.ts';
import type { Evidence } from './score.ts';
import type { Touch } from './touches.ts';

const TOUCH = ['kind', 'at', 'by'] as const;
const RAISE = ['raise', 'raisedAt', 'age'] as const;

/**
 * Every evidence key with the parameters its sentence may use. What they hold:
 * - `kind` kind of the deciding activity (`email`); `at` Moment; `by` name or null when the page names nobody.
 * - `raise` what the buyer did (`form`, `chat`, `call`), null when only the record's date is known; `raisedAt` Moment.
 * - `seconds`, `age` seconds since the hand-raise, a pair when it is not known better.
 * - `attempts`, `expected`, `count`, `known`, `days` whole numbers; `best` a letter; `outcome` as in the record.
 * - `missing`, `unseen` comma-separated elements of a message (`greeting,forward`), "" when none.
 */
export const EVIDENCE = {
  /** All four Ps: no attempt yet, and too early to grade. */
  evidence_pending: [...RAISE, 'best'],
  /** All four Ps: no attempt within seven days. */
  evidence_never: RAISE,

  /** The touch that stopped the clock. */
  evidence_promptness_answered: [...TOUCH, 'seconds', 'raise', 'raisedAt'],
  /** Not graded: this attempt came before the hand-raise. */
  evidence_promptness_early: [...TOUCH, 'raise', 'raisedAt'],

  /** Not final: attempts so far against the plan. */
  evidence_persistence_open: ['attempts', 'expected', 'age'],
  /** The buyer was reached with this activity, at attempt number `attempts`. */
  evidence_persistence_answered: [...TOUCH, 'attempts'],
  /** The record ended at attempt number `attempts`. */
  evidence_persistence_ended: ['attempts', 'outcome'],
  /** Counted over the full `days`. */
  evidence_persistence_final: ['attempts', 'days'],

  /** Elements of the first message: `count` of `known`. */
  evidence_personalization_message: [...TOUCH, 'count', 'known', 'missing', 'unseen'],
  /** Not graded: too little of the first message could be seen. */
  evidence_personalization_unseen: [...TOUCH, 'count', 'known', 'missing', 'unseen'],
  /** Not graded: calls or meetings only. */
  evidence_personalization_no_message: [],

  /** A: the buyer replied or spoke with us. */
  evidence_performance_contact: TOUCH,
  evidence_performance_replied: TOUCH,
  evidence_performance_clicked: TOUCH,
  evidence_performance_meeting: TOUCH,
  /** F. */
  evidence_performance_spam: TOUCH,
  evidence_performance_unsubscribed: TOUCH,
  /** B. */
  evidence_performance_opened: TOUCH,
  /** C. */
  evidence_performance_sent: TOUCH,
  evidence_performance_voicemail: TOUCH,
  /** D. */
  evidence_performance_deferred: TOUCH,
  /** Not graded: a call whose result is not recorded. */
  evidence_performance_unknown_call: TOUCH,
  /** F. */
  evidence_performance_nobody_reached: TOUCH,
} as const satisfies Record<string, readonly string[]>;

export type EvidenceKey = keyof typeof EVIDENCE;
export const EVIDENCE_KEYS = Object.keys(EVIDENCE) as EvidenceKey[];

type Params<K extends EvidenceKey> = Record<(typeof EVIDENCE)[K][number], string | number | Moment | null>;

export function evidence<K extends EvidenceKey>(key: K, params: Params<K>, touch?: Touch): Evidence {
  return touch ? { key, params, activity: touch.activity.id } : { key, params };
}

/**
 * These are not spread where a record is scored: a property that follows a spread costs many times one that does not,
 * and a Report scores thousands.
 */
export const touchParams = ({ at, activity }: Touch) => ({
  kind: activity.kind,
  at,
  by: activity.by ?? null,
});

export const raiseParams = ({ raise, raisedBy }: Cycle) => ({
  raise: raisedBy?.activity.kind ?? null,
  raisedAt: raise,
});
