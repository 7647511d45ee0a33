import { describe, expect, it } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import { dayMoment } from '../../src/contract/zone.ts';
import { eventLog, eventLogAsOf } from './event-log.ts';
import { act, call, DAY, form, HOUR, lead, MINUTE, oracles, RAISE, SECOND, scored, t } from './make.ts';

const prompt = (at: Moment, asOf = RAISE + 20 * DAY) => scored([act(at)], asOf).promptness;

describe('promptness', () => {
  for (const [seconds, grade] of Object.entries(oracles.promptness_boundaries)) {
    it(`oracle promptness_boundaries: ${seconds} s is ${grade}`, () => {
      const p = prompt(RAISE + Number(seconds) * SECOND);
      expect(p).toMatchObject({
        grade,
        best: grade,
        worst: grade,
        seconds: Number(seconds),
        state: 'answered',
      });
    });
  }

  for (const [date, o] of Object.entries<{ lo_s: number; hi_s: number; best: string; worst: string }>(
    oracles.date_only,
  )) {
    it(`oracle date_only: ${date} is ${o.best} to ${o.worst}`, () => {
      const record = lead({ createdAt: t('2026-03-03T14:10-05:00') });
      const touch = act(dayMoment(date, 'America/New_York'));
      const { promptness, gpa } = scored([touch], t('2026-03-20T00:00'), record);
      const { best, worst } = o;
      expect(promptness).toMatchObject({ best, worst, seconds: [o.lo_s, o.hi_s], state: 'answered' });
      expect(promptness.grade).toBe(best === worst ? best : null);
      // Performance (C) alone, or with a promptness that is sure.
      expect(gpa).toBe(best === worst ? 1.5 : 2);
    });
  }

  it('oracle event_log: neither the machine nor the bounce stops the clock; the evidence names what did', () => {
    const { promptness } = scored(eventLog.activities, eventLogAsOf, eventLog.record);
    const answer = eventLog.activities.find(({ kind }) => kind === 'call');
    expect(promptness.grade).toBe(oracles.event_log.promptness);
    expect(promptness.evidence).toEqual({
      key: 'evidence_promptness_answered',
      params: {
        kind: 'call',
        at: RAISE + 132 * MINUTE,
        by: 'B',
        seconds: oracles.event_log.speed_to_lead_s,
        raise: 'form',
        raisedAt: RAISE,
      },
      activity: answer?.id,
    });
  });

  it('rule 76: is not rounded', () => {
    expect(prompt(RAISE + 300_001).grade).toBe('B');
  });

  it('rule 1: a task of today may have been done at any time until now', () => {
    const today: Moment = [RAISE - 9 * HOUR, RAISE + 15 * HOUR];
    expect(prompt(today, RAISE + 4 * MINUTE)).toMatchObject({ grade: 'A', seconds: [0, 240] });
    expect(prompt(today, RAISE + HOUR)).toMatchObject({ grade: null, best: 'A', worst: 'B' });
  });

  it('rule 9: is null where an attempt came before the hand-raise; the state is as ever', () => {
    const nothing = { grade: null, best: null, worst: null, seconds: null };
    const early = call(RAISE - DAY, { by: 'Ana' });
    const answered = scored([early, act(RAISE + HOUR)], RAISE + DAY).promptness;
    expect(answered).toMatchObject({ ...nothing, state: 'answered' });
    expect(answered.evidence).toMatchObject({
      key: 'evidence_promptness_early',
      params: { kind: 'call', at: RAISE - DAY, by: 'Ana' },
      activity: early.id,
    });
    expect(scored([early], RAISE + DAY).promptness.state).toBe('pending');
    expect(scored([early], RAISE + 8 * DAY).promptness).toMatchObject({ state: 'never', grade: 'F' });
  });

  it('rule 22: pending is at best what the age allows; oracle pending', () => {
    const { age_s, best } = oracles.pending;
    const pending = scored([form(RAISE)], RAISE + age_s * SECOND).promptness;
    expect(pending).toMatchObject({ grade: null, best, worst: 'F', seconds: null, state: 'pending' });
    expect(pending.evidence).toEqual({
      key: 'evidence_pending',
      params: { raise: 'form', raisedAt: RAISE, age: age_s, best },
    });
  });

  it('never recovers from F', () => {
    expect(prompt(RAISE + 8 * DAY)).toMatchObject({ grade: 'F', state: 'answered' });
  });
});
