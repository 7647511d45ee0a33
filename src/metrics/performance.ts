import type { Activity } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { Cycle } from './cycles.ts';
import { type EvidenceKey, evidence, touchParams } from './evidence.ts';
import { unanswered } from './response-state.ts';
import type { Letter, Performance } from './score.ts';
import { isMessage } from './touches.ts';

type Key = Extract<EvidenceKey, `evidence_performance_${string}`>;
type Sign = (activity: Activity, cycle: Cycle, settings: Settings) => boolean;

const isOut = (a: Activity): boolean => a.direction === 'out';
const isSent = (a: Activity): boolean => isOut(a) && isMessage(a) && a.state === 'done';

/** The best sign that a message reached the buyer decides: the first in this order that any activity shows. */
const SIGNS: readonly (readonly [Key, Letter | null, Sign])[] = [
  ['evidence_performance_replied', 'A', (a) => isOut(a) && a.result === 'replied'],
  ['evidence_performance_contact', 'A', (a, { contact }) => a === contact?.activity],
  ['evidence_performance_clicked', 'A', (a) => isOut(a) && a.result === 'clicked'],
  [
    'evidence_performance_meeting',
    'A',
    (a) => a.kind === 'meeting' && (a.state === 'planned' || a.state === 'done'),
  ],
  ['evidence_performance_spam', 'F', (a) => a.state === 'spam'],
  ['evidence_performance_unsubscribed', 'F', (a) => a.state === 'unsubscribed'],
  [
    'evidence_performance_opened',
    'B',
    (a, _, { trustOpens }) => trustOpens === true && isSent(a) && a.result === 'opened',
  ],
  ['evidence_performance_sent', 'C', isSent],
  ['evidence_performance_voicemail', 'C', (a) => a.kind === 'call' && isOut(a) && a.result === 'voicemail'],
  ['evidence_performance_deferred', 'D', (a) => isOut(a) && a.state === 'deferred'],
  // Rule 30: whoever was called may have answered; calls known to have reached nobody are left for the F below.
  [
    'evidence_performance_unknown_call',
    null,
    (a) => a.kind === 'call' && isOut(a) && a.state === 'done' && a.result === undefined,
  ],
];

/** Whether what was sent since the hand-raise reached the buyer (rules 29–31), as a letter. */
export function performance(cycle: Cycle, settings: Settings, asOf: number): Performance {
  if (!cycle.answer) return unanswered(cycle, asOf);
  for (const [key, grade, shows] of SIGNS) {
    const touch = cycle.since.find(({ activity }) => shows(activity, cycle, settings));
    if (touch) return { grade, evidence: evidence(key, touchParams(touch), touch) };
  }
  const why = evidence('evidence_performance_nobody_reached', touchParams(cycle.answer), cycle.answer);
  return { grade: 'F', evidence: why };
}
