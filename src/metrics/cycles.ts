import { agree, end, type Moment, start } from '../contract/moment.ts';
import type { Settings } from '../contract/settings.ts';
import { type RecordHistory, withMerged } from './histories.ts';
import { type End, endOf, isDiscarded } from './outcome.ts';
import { byStart, earliest, isBefore, known } from './spans.ts';
import {
  isAttempt,
  isConversation,
  isHandRaise,
  isHuman,
  isReply,
  type Touch,
  touchesBy,
} from './touches.ts';
import { warmthOf } from './warmth.ts';

/** One hand-raise and what came of it. All times as known at asOf. */
export interface Cycle {
  raise: Moment;
  /** The form, chat or call that was the hand-raise, where it was seen. */
  raisedBy?: Touch;
  /** An attempt from before the first hand-raise: no response is measured then (rule 9). */
  early?: Touch;
  /** What people did since the hand-raise, in order of `to`; after the end too. */
  since: Touch[];
  /** The attempt touches among it, up to the end. */
  touches: Touch[];
  /** The first attempt and the first contact (rules 15, 26, 27). */
  answer?: Touch;
  contact?: Touch;
  end?: End;
  /** Watched until then: the end's `to`, else asOf (rules 3, 16). */
  until: number;
}

/**
 * The cycles of a lead or deal in order of time; the four Ps grade the first. None for cold, spam, duplicate and
 * merged records, for imported leads that never acted, and where no hand-raise is known.
 */
export function cyclesOf(history: RecordHistory, settings: Settings, asOf: number): Cycle[] {
  const { record } = history;
  if (isDiscarded(record) || warmthOf(record, settings) === 'cold') return [];
  const seen = touchesBy(history.activities, asOf).filter(({ activity }) => isHuman(activity));
  const ended = endOf(history, settings, asOf);
  const cycles: Cycle[] = [];
  for (const raise of raisesOf(history, settings, seen, asOf)) {
    const last = cycles.at(-1);
    if (last && !isOver(last, raise)) continue;
    const isReopened = isEndedBefore(ended, raise);
    if (isReopened && (ended?.outcome === 'converted' || ended?.outcome === 'won')) break;
    const cycle = cycleFrom(raise, seen, isReopened ? undefined : ended, asOf);
    const early = last
      ? undefined
      : seen.find(({ activity, at }) => isAttempt(activity) && isBefore(at, raise));
    cycles.push(early ? { ...cycle, early } : cycle);
  }
  return cycles;
}

/** Rule 8: a cycle is open until it is answered or its lead ends; a doubtful order leaves it open. */
const isOver = ({ answer, end }: Cycle, at: Moment): boolean =>
  (answer !== undefined && isBefore(answer.at, at)) || isEndedBefore(end, at);

const isEndedBefore = (ended: End | undefined, at: Moment): boolean =>
  ended?.at !== undefined && isBefore(ended.at, at);

/** Rules 6, 8, 77, 81: what can open a cycle, in order. Nothing does before a lead's own start. */
function raisesOf(
  history: RecordHistory,
  settings: Settings,
  seen: readonly Touch[],
  asOf: number,
): Moment[] {
  const actions = seen.filter(({ activity }) => isHandRaise(activity)).map(({ at }) => at);
  const [first, ...others] = startsOf(history, settings).sort(byStart);
  const later = first === undefined ? actions : actions.filter((at) => !isBefore(at, first));
  const isActionFirst = first === undefined || (history.kind === 'deal' && actions.length > 0);
  const raises = isActionFirst ? actions.sort(byStart) : [first, ...[...others, ...later].sort(byStart)];
  return raises.map((raise) => known(raise, asOf)).filter((raise) => raise !== undefined);
}

/** Rules 6, 56: `raisedAt`, else `createdAt`, of the record and those merged into it; none of imported or cold ones. */
function startsOf(history: RecordHistory, settings: Settings): Moment[] {
  return withMerged(history)
    .filter((record) => !('imported' in record && record.imported) && warmthOf(record, settings) !== 'cold')
    .map((record) => ('raisedAt' in record ? record.raisedAt : undefined) ?? record.createdAt)
    .filter((at) => at !== undefined);
}

function cycleFrom(raise: Moment, seen: readonly Touch[], ended: End | undefined, asOf: number): Cycle {
  const since = seen.filter(({ at }) => !isBefore(at, raise));
  const closed = ended?.at === undefined ? undefined : end(ended.at);
  const counted = closed === undefined ? since : since.filter(({ at }) => start(at) <= closed);
  const touches = counted.filter(({ activity }) => isAttempt(activity));
  const answer = firstOf(touches);
  // On the day of a hand-raise that is known by its date alone, what came after the first attempt is a reply to it.
  const raisedBy = since.find(
    ({ activity, at }) =>
      isHandRaise(activity) && agree(at, raise) !== null && !(answer && isBefore(answer.at, at)),
  );
  const contacts = counted.filter(
    (touch) => isConversation(touch.activity) || (touch !== raisedBy && isReplyTo(answer, touch)),
  );
  const contact = firstOf(contacts) ?? unseenReply(touches, asOf);
  return {
    raise,
    since,
    touches,
    until: closed ?? asOf,
    ...(raisedBy && { raisedBy }),
    ...(answer && { answer }),
    ...(contact && { contact }),
    ...(ended && { end: ended }),
  };
}

/** The first of touches in order of `to`, at `[least from, least to]`: another one may have come before it (rule 15). */
function firstOf(touches: readonly Touch[]): Touch | undefined {
  const at = earliest(touches.map((touch) => touch.at));
  const [first] = touches;
  return first && at !== undefined ? { at, activity: first.activity } : undefined;
}

const isReplyTo = (answer: Touch | undefined, { activity, at }: Touch): boolean =>
  answer !== undefined && isReply(activity) && !isBefore(at, answer.at);

/** Rule 27: the CRM noted a reply that is not itself recorded; it came some time after the touch. */
function unseenReply(touches: readonly Touch[], asOf: number): Touch | undefined {
  const replied = touches.find(({ activity }) => activity.result === 'replied');
  if (!replied) return undefined;
  const from = start(replied.at);
  return { at: from < asOf ? [from, asOf] : from, activity: replied.activity };
}
