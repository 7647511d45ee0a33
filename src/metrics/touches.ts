import type { Moment } from '../contract/moment.ts';
import type { Activity } from '../contract/records.ts';
import { byEnd, known } from './spans.ts';

/** An activity with its time as known at asOf. */
export interface Touch {
  at: Moment;
  activity: Activity;
}

/** From this many seconds on, a call without a result counts as a conversation. */
const CONVERSATION = 60;

const MESSAGES: readonly string[] = ['email', 'sms', 'chat', 'social', 'post'];
const SENT: readonly string[] = ['done', 'deferred', 'spam', 'unsubscribed'];

/** What had happened by asOf and counts, in order of `to`. Activities without a time are plans and left out. */
export function touchesBy(
  activities: readonly Activity[],
  asOf: number,
  counts: (activity: Activity) => boolean = () => true,
): Touch[] {
  const touches: Touch[] = [];
  for (const activity of activities) {
    if (!counts(activity)) continue;
    const at = known(activity.at, asOf);
    if (at !== undefined) touches.push({ at, activity });
  }
  return touches.sort((a, b) => byEnd(a.at, b.at) || (a.activity.id < b.activity.id ? -1 : 1));
}

/** Rule 11: only the mark decides, at any age; without one it was a person. */
export const isHuman = (a: Activity): boolean => a.automated !== true;

const isDone = (a: Activity): boolean => isHuman(a) && a.state === 'done';

export const isMessage = (a: Activity): boolean => MESSAGES.includes(a.kind);

/** Rule 12. */
export const isHeld = (a: Activity): boolean => a.kind === 'meeting' && isDone(a) && a.result !== 'no-show';

/** Rule 13: a result wins over the duration. */
export function isConnected(a: Activity): boolean {
  if (a.kind !== 'call' || !isDone(a)) return false;
  return a.result === undefined ? (a.seconds ?? 0) >= CONVERSATION : a.result === 'connected';
}

/** Rules 10–12: one outbound human touch that was sent, or a meeting held; notes and tasks are none. */
export function isAttempt(a: Activity): boolean {
  if (isHeld(a)) return true;
  return isHuman(a) && a.direction === 'out' && SENT.includes(a.state) && (isMessage(a) || a.kind === 'call');
}

/** Rule 8: the buyer asks to be answered. A call that got through already was. */
export function isHandRaise(a: Activity): boolean {
  if (a.direction !== 'in' || !isDone(a) || isConnected(a)) return false;
  return a.kind === 'form' || a.kind === 'chat' || a.kind === 'call';
}

/** Rule 26: contact if it comes at or after the first attempt. */
export const isReply = (a: Activity): boolean =>
  a.direction === 'in' && isDone(a) && (isMessage(a) || a.kind === 'call');

/** Rule 26: contact whenever it comes. */
export const isConversation = (a: Activity): boolean => isConnected(a) || isHeld(a);

/** A touch that the customer took part in or was meant to: attempts, replies, conversations. */
export const isCustomerFacing = (a: Activity): boolean => isAttempt(a) || isReply(a) || isConversation(a);
