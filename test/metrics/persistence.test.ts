import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/contract/records.ts';
import { eventLog, eventLogAsOf } from './event-log.ts';
import { act, call, DAY, HOUR, lead, MINUTE, oracles, RAISE, reply, scored } from './make.ts';

const persist = (activities: Activity[], days: number, record = lead()) =>
  scored(activities, RAISE + days * DAY, record).persistence;
/** So many attempts, one a day, the first after an hour. */
const attempts = (n: number): Activity[] => Array.from({ length: n }, (_, i) => act(RAISE + HOUR + i * DAY));

describe('persistence', () => {
  for (const [n, grade] of Object.entries(oracles.persistence_map)) {
    it(`oracle persistence_map: ${n} attempts in 30 days are ${grade}`, () => {
      expect(persist(attempts(Number(n)), 30)).toMatchObject({
        grade,
        attempts: Number(n),
        final: true,
        pace: null,
      });
    });
  }

  it('oracle pace_example: before 30 days there is a pace instead of a grade', () => {
    const o = oracles.pace_example;
    const p = persist(attempts(o.attempts), o.age_days);
    expect(p).toMatchObject({ grade: null, final: false, expected: o.expected, pace: o.pace });
    expect(p.evidence).toEqual({
      key: 'evidence_persistence_open',
      params: { attempts: 2, expected: 4, age: 6 * 86_400 },
    });
  });

  it('says when the plan has the next attempt, until there is none left or needed', () => {
    expect(persist([], 0)).toMatchObject({ next: RAISE });
    expect(persist(attempts(2), 3)).toMatchObject({ next: RAISE + 4 * DAY });
    expect(persist(attempts(2), 6)).toMatchObject({ next: RAISE + 4 * DAY });
    expect(persist(attempts(8), 10)).not.toHaveProperty('next');
    expect(persist([...attempts(2), reply(RAISE + 2 * DAY)], 3)).not.toHaveProperty('next');
  });

  it('oracle event_log: one attempt before contact, so no grade', () => {
    const p = scored(eventLog.activities, eventLogAsOf, eventLog.record).persistence;
    expect(p).toMatchObject({ grade: null, attempts: 1, final: true });
    expect(p.evidence).toMatchObject({
      key: 'evidence_persistence_answered',
      params: { kind: 'email', attempts: 1 },
    });
  });

  it('rule 23: is final once answered or ended, and has no grade before the eighth attempt', () => {
    expect(persist([...attempts(2), reply(RAISE + 2 * DAY)], 3)).toMatchObject({ grade: null, final: true });
    const ended = lead({ outcome: 'disqualified', closedAt: RAISE + 3 * DAY });
    const p = persist(attempts(2), 4, ended);
    expect(p).toMatchObject({ grade: null, attempts: 2, final: true });
    expect(p.evidence).toEqual({
      key: 'evidence_persistence_ended',
      params: { attempts: 2, outcome: 'disqualified' },
    });
  });

  it('rule 24: eight attempts are not A before day 30, unless contact follows', () => {
    expect(persist(attempts(8), 20)).toMatchObject({ grade: null, final: false });
    expect(persist([...attempts(8), reply(RAISE + 9 * DAY)], 20)).toMatchObject({ grade: 'A', final: true });
    const ended = lead({ outcome: 'unreachable', closedAt: RAISE + 9 * DAY });
    expect(persist(attempts(8), 20, ended)).toMatchObject({ grade: 'A', final: true });
  });

  it('rule 25: counts until contact, the end or day 30, all included', () => {
    const talk = call(RAISE + HOUR + DAY, { result: 'connected' });
    expect(persist([...attempts(1), talk, ...attempts(9).slice(2)], 20).attempts).toBe(2);
    expect(
      persist(attempts(5), 20, lead({ outcome: 'unreachable', closedAt: RAISE + HOUR + DAY })).attempts,
    ).toBe(2);
    expect(persist([act(RAISE + 30 * DAY)], 40).attempts).toBe(1);
    expect(persist([act(RAISE), act(RAISE + 30 * DAY + 1)], 40).attempts).toBe(1);
  });

  it('rule 27: touches after one that was replied to still count, as the reply may be later', () => {
    const replied = act(RAISE + HOUR, { result: 'replied' });
    expect(persist([replied, act(RAISE + DAY)], 5)).toMatchObject({ attempts: 2, final: true, grade: null });
  });

  it('rule 60: a reply or end after day 30 changes nothing', () => {
    expect(persist([...attempts(3), reply(RAISE + 31 * DAY)], 40)).toMatchObject({ grade: 'C', final: true });
    const ended = lead({ outcome: 'converted', closedAt: RAISE + 31 * DAY });
    expect(persist(attempts(3), 40, ended)).toMatchObject({ grade: 'C', final: true });
  });

  it('has no grade when the end may have come within the 30 days', () => {
    expect(persist(attempts(3), 40, lead({ outcome: 'unreachable' }))).toMatchObject({
      grade: null,
      final: true,
    });
  });

  it('rule 14: padding within ten minutes is one attempt', () => {
    const padded = [0, 1, 5, 10].map((minute) => act(RAISE + minute * MINUTE));
    expect(persist(padded, 30)).toMatchObject({ grade: 'D', attempts: 1 });
  });

  it('rule 22: pending has no grade, never is final', () => {
    expect(persist([], 3)).toMatchObject({ grade: null, attempts: 0, final: false, expected: 2, pace: 0 });
    expect(persist([], 3, lead({ outcome: 'opted-out', closedAt: RAISE }))).toMatchObject({ final: true });
    expect(persist([], 7)).toMatchObject({ grade: 'F', attempts: 0, final: true });
  });
});
