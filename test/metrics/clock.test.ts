import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/contract/settings.ts';
import { instantOf } from '../../src/contract/zone.ts';
import { businessSeconds, calendarOf, dueAt } from '../../src/metrics/clock.ts';
import { DAY, oracles, t } from './make.ts';

const business = (from: string, to: string, settings: Settings = {}) =>
  businessSeconds(t(from), t(to), calendarOf(settings));

describe('business time', () => {
  for (const o of oracles.business_time) {
    it(`oracle ${o.id}, and the time it is due`, () => {
      const from = instantOf(t(o.start), o.tz);
      const to = instantOf(t(o.stop), o.tz);
      const calendar = calendarOf({ timeZone: o.tz, week: o.week, holidays: o.holidays });
      expect((to - from) / 1000).toBe(o.calendar_s);
      expect(businessSeconds(from, to, calendar)).toBe(o.business_s);
      if (o.business_s === 0) return;
      const due = dueAt(from, o.business_s, calendar);
      expect(due).not.toBeNull();
      expect(businessSeconds(from, due ?? 0, calendar)).toBe(o.business_s);
      expect(businessSeconds(from, (due ?? 0) - 1000, calendar)).toBe(o.business_s - 1);
    });
  }

  it('defaults to Monday to Friday, 09:00 to 17:00, UTC (rule 71)', () => {
    expect(business('2026-03-02T00:00', '2026-03-09T00:00')).toBe(5 * 8 * 3600);
  });

  it('is the same however the span is cut', () => {
    const settings: Settings = { timeZone: 'America/New_York', week: { '0-6': [['01:30', '04:00']] } };
    const days = Array.from({ length: 20 }, (_, i) => t('2026-03-01T05:17:11.123') + i * 0.7 * DAY);
    const calendar = calendarOf(settings);
    const parts = days.slice(1).map((to, i) => businessSeconds(days[i] ?? 0, to, calendar));
    const whole = businessSeconds(days[0] ?? 0, days.at(-1) ?? 0, calendar);
    expect(parts.reduce((a, b) => a + b)).toBeCloseTo(whole, 6);
  });

  it('is 0 backwards, and counts milliseconds', () => {
    expect(business('2026-03-03T12:00', '2026-03-02T12:00')).toBe(0);
    expect(businessSeconds(0, Number.NaN, calendarOf({}))).toBe(0);
    expect(business('2026-03-02T16:59:59.750', '2026-03-02T17:00:01')).toBe(0.25);
  });

  it('adds weekday keys up and counts nothing twice', () => {
    const week: Settings['week'] = { '0-4': [['09:00', '12:00']], '0': [['11:00', '13:00']] };
    expect(business('2026-03-02T00:00', '2026-03-03T00:00', { week })).toBe(4 * 3600);
  });

  it('keeps holidays by the local date', () => {
    const settings: Settings = { timeZone: 'Asia/Tokyo', holidays: ['2026-03-03'] };
    expect(business('2026-03-02T16:00', '2026-03-03T10:00', settings)).toBe(0);
    expect(business('2026-03-02T16:00', '2026-03-03T10:00', { timeZone: 'Asia/Tokyo' })).toBe(8 * 3600);
  });
});

describe('clock changes (rule 72)', () => {
  const night = (open: string, close: string): Settings => ({
    timeZone: 'Europe/Berlin',
    week: { '6': [[open, close]] },
  });

  it('moves a skipped opening to the later time', () => {
    expect(business('2026-03-29T00:00', '2026-03-29T12:00', night('02:30', '05:00'))).toBe(1.5 * 3600);
  });

  it('closes a window that ends in the skipped hour at the later time', () => {
    expect(business('2026-03-28T23:00', '2026-03-29T12:00', night('01:00', '02:30'))).toBe(1.5 * 3600);
  });

  it('takes the first of a doubled opening and of a doubled closing', () => {
    expect(business('2026-10-24T22:00', '2026-10-25T12:00', night('02:30', '04:00'))).toBe(2.5 * 3600);
    expect(business('2026-10-24T22:00', '2026-10-25T12:00', night('01:00', '02:30'))).toBe(1.5 * 3600);
  });

  it('ends 24:00 at the next midnight, also when the clocks skip that', () => {
    const settings: Settings = { timeZone: 'America/Santiago', week: { '5-6': [['00:00', '24:00']] } };
    expect(business('2026-09-05T04:00', '2026-09-07T03:00', settings)).toBe(47 * 3600);
  });
});

describe('due', () => {
  const due = (from: string, seconds: number, settings: Settings = {}) =>
    dueAt(t(from), seconds, calendarOf(settings));

  it('falls on the closing time rather than on the next opening', () => {
    expect(due('2026-03-06T16:00', 3600)).toBe(t('2026-03-06T17:00'));
    expect(due('2026-03-06T16:00', 3601)).toBe(t('2026-03-09T09:00:01'));
  });

  it('is the start for no time at all, and null when the calendar is never open', () => {
    expect(due('2026-03-07T16:00', 0)).toBe(t('2026-03-07T16:00'));
    expect(due('2026-03-06T16:00', 60, { week: {} })).toBeNull();
    expect(business('2026-03-06T16:00', '2026-03-09T16:00', { week: { '0-6': [] } })).toBe(0);
  });
});

describe('settings that cannot be used', () => {
  const bad = (settings: Settings) => () => calendarOf(settings);

  it('names the zone', () => {
    expect(bad({ timeZone: 'Europe/Atlantis' })).toThrow(/settings\.timeZone: "Europe\/Atlantis".*IANA/);
  });

  it('names the weekday or window', () => {
    expect(bad({ week: { '4-0': [] } })).toThrow(/settings\.week: "4-0".*Monday is 0/);
    expect(bad({ week: { mon: [] } })).toThrow(/"mon"/);
    expect(bad({ week: { '0-4': [['22:00', '06:00']] } })).toThrow(
      /settings\.week\["0-4"\]\[0\]: 06:00 .*split it/,
    );
    expect(bad({ week: { '0': [['9:00', '17:00']] } })).toThrow(/"9:00" is no time of day/);
  });
});
