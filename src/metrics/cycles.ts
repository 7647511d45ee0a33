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
  const seen = touchesBy(history.activities, asOf, isHuman);
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
      : seen.slice(0, seen.length - cycle.since.length).find(({ activity }) => isAttempt(activity));
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
  const raises = inOrder(startsOf(history, settings), actions, history.kind);
  return raises.map((raise) => known(raise, asOf)).filter((raise) => raise !== undefined);
}

function inOrder(starts: Moment[], actions: Moment[], kind: RecordHistory['kind']): Moment[] {
  // Most records have one, and nothing to put in order.
  if (actions.length === 0 && starts.length < 2) return starts;
  const [first, ...others] = starts.sort(byStart);
  const later = first === undefined ? actions : actions.filter((at) => !isBefore(at, first));
  const isActionFirst = first === undefined || (kind === 'deal' && actions.length > 0);
  return isActionFirst ? actions.sort(byStart) : [first, ...[...others, ...later].sort(byStart)];
}

/** Rules 6, 56: `raisedAt`, else `createdAt`, of the record and those merged into it; none of imported or cold ones. */
function startsOf(history: RecordHistory, settings: Settings): Moment[] {
  const starts: Moment[] = [];
  for (const record of withMerged(history)) {
    if (('imported' in record && record.imported) || warmthOf(record, settings) === 'cold') continue;
    const at = ('raisedAt' in record ? record.raisedAt : undefined) ?? record.createdAt;
    if (at !== undefined) starts.push(at);
  }
  return starts;
}

function cycleFrom(raise: Moment, seen: Touch[], ended: End | undefined, asOf: number): Cycle {
  const since = sinceOf(seen, raise);
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

/** In order of `to`, what came before the hand-raise stands in front. Mostly nothing did, and nothing is copied. */
function sinceOf(seen: Touch[], raise: Moment): Touch[] {
  const before = seen.findIndex(({ at }) => !isBefore(at, raise));
  return before === 0 ? seen : before === -1 ? [] : seen.slice(before);
}

/** The first of touches in order of `to`, at `[least from, least to]`: another one may have come before it (rule 15). */
function firstOf(touches: readonly Touch[]): Touch | undefined {
  const [first] = touches;
  if (!first || touches.every(({ at }) => start(at) >= start(first.at))) return first;
  const at = earliest(touches.map((touch) => touch.at));
  return at === undefined ? first : { at, activity: first.activity };
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
