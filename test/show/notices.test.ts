import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { calendarOf } from '../../src/metrics/clock.ts';
import { waiting } from '../../src/metrics/waiting.ts';
import {
  nextLook,
  nextMinute,
  noticesDue,
  snoozedUntil,
  type Told,
  withSnooze,
  withTold,
} from '../../src/show/notices.ts';
import { DAY, HOUR, historyOf, lead, MINUTE, RAISE, SECOND, t } from '../metrics/make.ts';

/* Monday 2 March 2026, 09:00 UTC is RAISE; work goes on from nine to five on weekdays. Warm leads have an hour. */

const settings: Settings = { timeZone: 'UTC', notices: { on: true } };
const at = (raisedAt: Moment, id = 'L1') =>
  historyOf(lead({ id, name: id, raisedAt, createdAt: raisedAt, warmth: 'warm' }));
const waits = (now: number, raises: Moment[]) =>
  waiting(
    raises.map((raise, i) => at(raise, `L${i + 1}`)),
    settings,
    now,
  );
const due = (now: number, raises: Moment[], sent: Told[] = [], over: Settings = {}) =>
  noticesDue(waits(now, raises), sent, { ...settings, ...over }, now).map(({ is, leads }) => [
    is,
    ...leads.map(({ id }) => id),
  ]);
const toldAt = (now: number, raises: Moment[], sent: Told[] = []) =>
  withTold(sent, noticesDue(waits(now, raises), sent, settings, now), now);

describe('a notice', () => {
  it('comes when the target is nearly used up, and when it is passed', () => {
    expect(due(RAISE + 47 * MINUTE, [RAISE])).toEqual([]);
    expect(due(RAISE + 48 * MINUTE, [RAISE])).toEqual([['early', 'L1']]);
    expect(due(RAISE + HOUR, [RAISE])).toEqual([['early', 'L1']]);
    expect(due(RAISE + HOUR + SECOND, [RAISE])).toEqual([['breach', 'L1']]);
  });

  it('comes earlier or later where the user says so', () => {
    const early = (share: number) => ({ notices: { on: true, early: share } });
    expect(due(RAISE + 30 * MINUTE, [RAISE], [], early(0.5))).toEqual([['early', 'L1']]);
    expect(due(RAISE + 50 * MINUTE, [RAISE], [], early(0.9))).toEqual([]);
  });

  it('comes never unless it is switched on, and not while Fourfold is paused', () => {
    const now = RAISE + 2 * HOUR;
    expect(due(now, [RAISE], [], { notices: { on: false } })).toEqual([]);
    expect(noticesDue(waits(now, [RAISE]), [], { timeZone: 'UTC' }, now)).toEqual([]);
    expect(due(now, [RAISE], [], { paused: true })).toEqual([]);
    expect(due(now, [RAISE], [], { paused: now + 1 })).toEqual([]);
    expect(due(now, [RAISE], [], { paused: now })).toEqual([['breach', 'L1']]);
  });

  it('comes in working hours only: at night it waits for the morning', () => {
    const late = t('2026-03-02T16:10');
    expect(due(t('2026-03-02T16:59'), [late])).toEqual([['early', 'L1']]);
    expect(due(t('2026-03-02T17:05'), [late])).toEqual([]);
    expect(due(t('2026-03-03T08:59'), [late])).toEqual([]);
    expect(due(t('2026-03-03T09:05'), [late])).toEqual([['early', 'L1']]);
    expect(due(t('2026-03-03T09:11'), [late])).toEqual([['breach', 'L1']]);
  });

  it('is given once each, and never early after the breach', () => {
    const early = toldAt(RAISE + 50 * MINUTE, [RAISE]);
    expect(due(RAISE + 55 * MINUTE, [RAISE], early)).toEqual([]);
    expect(due(RAISE + 2 * HOUR, [RAISE], early)).toEqual([['breach', 'L1']]);
    const both = toldAt(RAISE + 2 * HOUR, [RAISE], early);
    expect(both).toEqual([
      expect.objectContaining({ early: RAISE + 50 * MINUTE, breach: RAISE + 2 * HOUR, id: 'L1' }),
    ]);
    expect(due(RAISE + 3 * HOUR, [RAISE], both)).toEqual([]);
    // The calendar was changed, and there is time again: the breach was told.
    const breached = toldAt(RAISE + 2 * HOUR, [RAISE]);
    expect(due(RAISE + 55 * MINUTE, [RAISE], breached)).toEqual([]);
  });

  it('is that of the same hand-raise when its time becomes known better, and another one for the next', () => {
    const day: Moment = [t('2026-03-02T00:00'), t('2026-03-03T00:00')];
    const sent = toldAt(RAISE + 2 * HOUR, [day]);
    expect(sent).toHaveLength(1);
    expect(due(RAISE + 3 * HOUR, [RAISE], sent)).toEqual([]);
    expect(due(RAISE + DAY + 2 * HOUR, [RAISE + DAY], sent)).toEqual([['breach', 'L1']]);
  });

  it('is one for all that became due together, as after sleep', () => {
    const raises = [RAISE, RAISE + MINUTE, RAISE + 3 * HOUR - 50 * MINUTE];
    expect(due(RAISE + 3 * HOUR, raises)).toEqual([
      ['breach', 'L1', 'L2'],
      ['early', 'L3'],
    ]);
    expect(due(RAISE + 3 * HOUR, raises, toldAt(RAISE + 3 * HOUR, raises))).toEqual([]);
  });

  it('is not given of a breach before today', () => {
    expect(due(RAISE + DAY, [RAISE])).toEqual([]);
    expect(due(RAISE + 7 * HOUR, [RAISE])).toEqual([['breach', 'L1']]);
  });

  it('counts the last hour as today where work goes on through midnight', () => {
    const night: Settings = { week: { '0-6': [['00:00', '24:00']] } };
    const raised = t('2026-03-02T22:50');
    const told = (now: string) => {
      const list = waiting([at(raised)], { ...settings, ...night }, t(now));
      return noticesDue(list, [], { ...settings, ...night }, t(now)).length;
    };
    expect([told('2026-03-03T00:05'), told('2026-03-03T01:05')]).toEqual([1, 0]);
  });

  it('whatever happens, is given at most twice a hand-raise, and never outside working hours', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 9 * 60 }), { minLength: 1, maxLength: 40 });
    const raises = fc.array(fc.integer({ min: 0, max: 5 * 24 * 60 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(raises, steps, (minutes, pauses) => {
        const all = minutes.map((m) => RAISE + m * MINUTE);
        let now = RAISE;
        let sent: Told[] = [];
        const heard: string[] = [];
        for (const pause of pauses) {
          now += pause * MINUTE;
          const list = waits(now, all).filter(({ raisedAt }) => Number(raisedAt) <= now);
          const notices = noticesDue(list, sent, settings, now);
          sent = withTold(sent, notices, now);
          const hour = new Date(now).getUTCHours();
          const weekday = new Date(now).getUTCDay();
          if (hour < 9 || hour >= 17 || weekday === 0 || weekday === 6) expect(notices).toEqual([]);
          expect(new Set(notices.map(({ is }) => is)).size).toBe(notices.length);
          heard.push(...notices.flatMap(({ is, leads }) => leads.map(({ id }) => `${is} ${id}`)));
        }
        expect(new Set(heard).size).toBe(heard.length);
      }),
    );
  });
});

describe('what was told', () => {
  it('is forgotten a quarter of a year after the hand-raise', () => {
    const sent = toldAt(RAISE + HOUR, [RAISE]);
    expect(withTold(sent, [], RAISE + 80 * DAY)).toHaveLength(1);
    expect(withTold(sent, [], RAISE + 100 * DAY)).toEqual([]);
  });
});

describe('a snooze', () => {
  const now = RAISE + 2 * HOUR;
  const where = { org: 'crm:test', kind: 'lead', id: 'L1' } as const;
  const sent = toldAt(now, [RAISE]);
  const calendar = calendarOf(settings);

  it('puts the next notice off, keeps the reason, and gives one more when it ends', () => {
    const off = withSnooze(sent, where, 'hour', 'asked to wait', settings, now);
    expect(off[0]).toMatchObject({ again: now + HOUR, reasons: [{ at: now, reason: 'asked to wait' }] });
    expect(due(now + HOUR - 1, [RAISE], off)).toEqual([]);
    expect(due(now + HOUR, [RAISE], off)).toEqual([['breach', 'L1']]);
    const again = toldAt(now + HOUR, [RAISE], off);
    expect(due(now + 2 * HOUR, [RAISE], again)).toEqual([]);
    expect(again[0]?.reasons).toHaveLength(1);
  });

  it('until tomorrow ends when work begins, though the breach is of the day before', () => {
    const off = withSnooze(sent, where, 'tomorrow', 'no', settings, now);
    expect(due(t('2026-03-03T08:59'), [RAISE], off)).toEqual([]);
    expect(due(t('2026-03-03T09:00'), [RAISE], off)).toEqual([['breach', 'L1']]);
  });

  it('of a record of which nothing was told changes nothing', () => {
    expect(withSnooze(sent, { ...where, id: 'L9' }, 'hour', 'no', settings, now)).toEqual(sent);
  });

  it.each([
    ['hour', '2026-03-02T10:00', '2026-03-02T11:00'],
    ['hour', '2026-03-02T16:30', '2026-03-03T09:30'],
    ['tomorrow', '2026-03-02T10:00', '2026-03-03T09:00'],
    // Friday: over the weekend.
    ['tomorrow', '2026-03-06T10:00', '2026-03-09T09:00'],
  ] as const)('%s at %s ends at %s', (until, from, to) => {
    expect(snoozedUntil(until, calendar, t(from))).toBe(t(to));
  });

  it('ends when the clocks change as well, and where work is never on', () => {
    const athens = calendarOf({ timeZone: 'Europe/Athens', week: { '0-6': [['00:00', '24:00']] } });
    expect(snoozedUntil('tomorrow', athens, t('2026-03-28T20:00'))).toBe(t('2026-03-28T22:00'));
    expect(snoozedUntil('tomorrow', athens, t('2026-03-29T10:00'))).toBe(t('2026-03-29T21:00'));
    const never = calendarOf({ timeZone: 'UTC', week: {} });
    expect(snoozedUntil('hour', never, now)).toBe(now + HOUR);
    expect(snoozedUntil('tomorrow', never, now)).toBe(t('2026-03-03T00:00'));
  });
});

describe('the next look', () => {
  it('is in a minute while work goes on, or earlier when somebody becomes due', () => {
    expect(nextLook(waits(RAISE + 10 * MINUTE, [RAISE]), settings, RAISE + 10 * MINUTE)).toBe(
      RAISE + 11 * MINUTE,
    );
    const now = RAISE + 47.5 * MINUTE;
    expect(nextLook(waits(now, [RAISE]), settings, now)).toBe(RAISE + 48 * MINUTE);
    const before = RAISE + 59.5 * MINUTE;
    expect(nextLook(waits(before, [RAISE]), settings, before)).toBe(RAISE + HOUR + SECOND);
  });

  it('is when work begins again, and never while nobody waits', () => {
    const evening = t('2026-03-06T18:00');
    expect(nextLook(waits(evening, [RAISE]), settings, evening)).toBe(t('2026-03-09T09:01'));
    expect(nextLook([], settings, evening)).toBeUndefined();
    expect(nextLook(waits(RAISE, [RAISE]), { ...settings, paused: true }, RAISE)).toBeUndefined();
    expect(nextMinute(calendarOf({ ...settings, week: {} }), evening)).toBe(evening + DAY + MINUTE);
  });
});
