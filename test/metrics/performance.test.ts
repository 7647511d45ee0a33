import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/contract/records.ts';
import { act, call, DAY, form, HOUR, lead, orders, RAISE, reply, scored } from './make.ts';

const perform = (activities: Activity[], settings = {}) =>
  scored(activities, RAISE + 2 * DAY, lead(), settings).performance;
const sent = act(RAISE + HOUR);
const at = RAISE + 2 * HOUR;

describe('performance', () => {
  it('rule 29: the best evidence decides, in any order', () => {
    const ranked: [Activity, string, string][] = [
      [reply(at), 'A', 'contact'],
      [call(at, { result: 'connected' }), 'A', 'contact'],
      [act(at, { result: 'replied' }), 'A', 'replied'],
      [act(at, { result: 'clicked' }), 'A', 'clicked'],
      [act(at, { kind: 'meeting', state: 'planned', direction: 'none' }), 'A', 'meeting'],
      [act(at, { state: 'spam' }), 'F', 'spam'],
      [act(at, { state: 'unsubscribed' }), 'F', 'unsubscribed'],
      [act(at, { state: 'deferred' }), 'C', 'sent'],
      [call(at), 'C', 'sent'],
    ];
    for (const [activity, grade, key] of ranked) {
      for (const activities of orders([form(RAISE), sent, activity])) {
        expect(perform(activities), key).toMatchObject({
          grade,
          evidence: { key: `evidence_performance_${key}`, activity: key === 'sent' ? sent.id : activity.id },
        });
      }
    }
  });

  it('rule 29: a click beats a complaint, a complaint beats an open', () => {
    const spam = act(at, { state: 'spam' });
    expect(perform([spam, act(at, { result: 'clicked' })]).grade).toBe('A');
    expect(perform([spam, act(at, { result: 'opened' })], { trustOpens: true }).grade).toBe('F');
  });

  it('counts opens only where they are trusted', () => {
    const opened = act(at, { result: 'opened' });
    expect(perform([opened]).grade).toBe('C');
    expect(perform([opened], { trustOpens: true }).grade).toBe('B');
  });

  it('is D while everything is deferred, C with a voicemail', () => {
    const deferred = act(at, { state: 'deferred' });
    expect(perform([deferred]).grade).toBe('D');
    expect(perform([deferred, call(at, { result: 'voicemail' })]).grade).toBe('C');
  });

  it('rule 30: calls that reached nobody are F, unknown ones null', () => {
    expect(perform([call(at)])).toMatchObject({
      grade: 'F',
      evidence: { key: 'evidence_performance_nobody_reached' },
    });
    const unknown = act(at, { kind: 'call', seconds: 20 });
    expect(perform([call(at), unknown])).toMatchObject({
      grade: null,
      evidence: { key: 'evidence_performance_unknown_call', activity: unknown.id },
    });
  });

  it('rules 29, 31: what machines did, what came before and what is still ahead is not looked at', () => {
    const others = [
      act(at, { result: 'clicked', automated: true }),
      act(RAISE - 1, { result: 'clicked' }),
      act(RAISE + 3 * DAY, { kind: 'meeting', state: 'planned' }),
      act(undefined, { kind: 'meeting', state: 'planned' }),
    ];
    expect(perform([sent, ...others]).grade).toBe('C');
  });

  it('takes no inbound message for one of ours', () => {
    expect(perform([call(at), reply(RAISE + HOUR, { kind: 'chat' })]).grade).toBe('F');
  });

  it('rule 22: is null while pending and F when never', () => {
    expect(perform([act(at, { state: 'bounced' })]).grade).toBeNull();
    expect(scored([act(at, { state: 'bounced' })], RAISE + 7 * DAY).performance.grade).toBe('F');
  });
});
