import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/contract/records.ts';
import {
  isAttempt,
  isConnected,
  isHandRaise,
  isHeld,
  isReply,
  touchesBy,
} from '../../src/metrics/touches.ts';
import { act, call, form, RAISE, reply } from './make.ts';

const a = (fields: Partial<Activity>) => act(RAISE, fields);

describe('attempts', () => {
  it('rule 10: what was sent counts, what bounced or was only planned does not', () => {
    for (const state of ['done', 'deferred', 'spam', 'unsubscribed'] as const) {
      expect(isAttempt(a({ state })), state).toBe(true);
    }
    for (const state of ['bounced', 'planned', 'cancelled'] as const) {
      expect(isAttempt(a({ state })), state).toBe(false);
    }
  });

  it('counts outbound touches of every channel, never notes, tasks, system items or inbound ones', () => {
    for (const kind of ['email', 'call', 'sms', 'chat', 'social', 'post'] as const) {
      expect(isAttempt(a({ kind })), kind).toBe(true);
      expect(isAttempt(a({ kind, direction: 'in' })), kind).toBe(false);
    }
    for (const kind of ['note', 'task', 'system', 'form'] as const) {
      expect(isAttempt(a({ kind })), kind).toBe(false);
    }
  });

  it('rule 11: automated never counts, and only the mark says so', () => {
    expect(isAttempt(a({ automated: true }))).toBe(false);
    expect(isAttempt(a({ automated: false }))).toBe(true);
    expect(isAttempt(a({ kind: 'meeting', automated: true }))).toBe(false);
    expect(isConnected(call(RAISE, { result: 'connected', automated: true }))).toBe(false);
    expect(isHandRaise(form(RAISE, { automated: true }))).toBe(false);
    expect(isReply(reply(RAISE, { automated: true }))).toBe(false);
  });

  it('rule 12: a meeting held is one in any direction, a missed or planned one is not', () => {
    for (const direction of ['in', 'out', 'none'] as const) {
      expect(isAttempt(a({ kind: 'meeting', direction }))).toBe(true);
    }
    expect(isHeld(a({ kind: 'meeting', result: 'no-show' }))).toBe(false);
    expect(isHeld(a({ kind: 'meeting', state: 'planned' }))).toBe(false);
  });
});

describe('contact', () => {
  it('rule 13: a result wins over the duration', () => {
    const connected = (fields: Partial<Activity>) => isConnected(a({ kind: 'call', ...fields }));
    expect(connected({ result: 'connected' })).toBe(true);
    expect(connected({ seconds: 60 })).toBe(true);
    expect(connected({ seconds: 59 })).toBe(false);
    expect(connected({})).toBe(false);
    expect(connected({ result: 'voicemail', seconds: 300 })).toBe(false);
    expect(connected({ result: 'connected', state: 'planned' })).toBe(false);
    expect(isConnected(a({ kind: 'meeting', seconds: 300 }))).toBe(false);
  });

  it('rule 26: a reply is inbound and human, and a form is none', () => {
    expect(isReply(reply(RAISE))).toBe(true);
    expect(isReply(reply(RAISE, { kind: 'call' }))).toBe(true);
    expect(isReply(form(RAISE))).toBe(false);
    expect(isReply(act(RAISE))).toBe(false);
  });

  it('rule 8: forms, chats and calls raise a hand; a connected call was answered', () => {
    expect(isHandRaise(form(RAISE))).toBe(true);
    expect(isHandRaise(reply(RAISE, { kind: 'chat' }))).toBe(true);
    expect(isHandRaise(reply(RAISE, { kind: 'call', result: 'voicemail' }))).toBe(true);
    expect(isHandRaise(reply(RAISE, { kind: 'call', result: 'connected' }))).toBe(false);
    expect(isHandRaise(reply(RAISE))).toBe(false);
    expect(isHandRaise(form(RAISE, { state: 'planned' }))).toBe(false);
  });
});

describe('what is known at asOf', () => {
  it('rules 1, 14, 31: later ones and those without a time are left out, the rest is in order of `to`', () => {
    const date = act([RAISE - 50, RAISE + 50]);
    const exact = act(RAISE - 10);
    const seen = touchesBy([date, act(RAISE + 1), act(undefined, { state: 'planned' }), exact], RAISE);
    expect(seen.map((s) => s.activity)).toEqual([exact, date]);
    expect(seen[1]?.at).toEqual([RAISE - 50, RAISE]);
  });
});
