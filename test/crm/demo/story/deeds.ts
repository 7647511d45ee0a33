import type { ToldActivity } from '../story.ts';
import { MINUTE } from './clock.ts';

/* The ways to tell one activity in a line. */

const done = 'done' as const;

export const form = (at: number, subject: string): ToldActivity => ({
  kind: 'form',
  direction: 'in',
  at,
  subject,
  state: done,
});

export const mail = (at: number, by: string, subject: string, body?: string): ToldActivity => ({
  kind: 'email',
  direction: 'out',
  at,
  by,
  subject,
  state: done,
  ...(body ? { body } : {}),
});

/** An e-mail from the customer. */
export const reply = (at: number, subject: string, body?: string): ToldActivity => ({
  kind: 'email',
  direction: 'in',
  at,
  subject,
  state: done,
  ...(body ? { body } : {}),
});

export const autoReply = (at: number): ToldActivity => ({
  ...mail(
    at,
    'web',
    'Automatic reply: we have received your request',
    'Hello,\n\nthank you for your request. Somebody will be in touch.\n\nThis message was sent automatically.',
  ),
  automated: true,
});

export const bounced = (at: number, by: string, subject: string): ToldActivity => ({
  ...mail(at, by, subject),
  state: 'bounced',
});

export const connected = (at: number, by: string, subject: string, minutes: number): ToldActivity => ({
  kind: 'call',
  direction: 'out',
  at,
  by,
  subject,
  result: 'connected',
  seconds: (minutes * MINUTE) / 1000,
  state: done,
});

export const unanswered = (
  at: number,
  by: string,
  subject: string,
  result: 'voicemail' | 'no-answer' = 'no-answer',
): ToldActivity => ({
  kind: 'call',
  direction: 'out',
  at,
  by,
  subject,
  result,
  state: done,
});

export const meeting = (at: number, by: string, subject: string, minutes = 30): ToldActivity => ({
  kind: 'meeting',
  direction: 'none',
  at,
  by,
  subject,
  result: 'held',
  seconds: minutes * 60,
  state: done,
});

export const booked = (at: number, by: string, subject: string): ToldActivity => ({
  kind: 'meeting',
  direction: 'none',
  at,
  by,
  subject,
  seconds: 1800,
  state: 'planned',
});

/** Done when it lies in the past; `due` is one that is still to be done, perhaps overdue. */
export const task = (at: number, by: string, subject: string): ToldActivity => ({
  kind: 'task',
  direction: 'none',
  at,
  by,
  subject,
  state: done,
});
export const due = (at: number, by: string, subject: string): ToldActivity => ({
  ...task(at, by, subject),
  state: 'planned',
});

export const note = (at: number, by: string, body: string, pinned?: true): ToldActivity => ({
  kind: 'note',
  direction: 'none',
  at,
  by,
  subject: '',
  body,
  state: done,
  ...(pinned ? { pinned } : {}),
});
