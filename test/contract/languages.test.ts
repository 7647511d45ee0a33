import { describe, expect, it } from 'vitest';
import { parseMoney, parseNumber } from '../../src/contract/money.ts';
import { type Parsed, parseTime } from '../../src/contract/time.ts';

/*
 * What `Intl` writes in a language is read back: right, or unread, never wrong. Languages that we promise to read
 * have to be read, but for what they write alike.
 */

const PROMISED =
  'en-US en-GB en-AU en-CA en-IN en-ZA de-DE de-AT de-CH fr-FR fr-CA fr-CH es-ES es-MX it-IT pt-BR pt-PT nl-NL el-GR ar-EG ar-MA ja-JP ru-RU ro-RO'.split(
    ' ',
  );
const OTHERS =
  'sv-SE da-DK fi-FI nb-NO pl-PL cs-CZ sk-SK sl-SI hu-HU tr-TR ko-KR zh-CN zh-TW zh-HK th-TH hi-IN bn-BD id-ID vi-VN uk-UA he-IL fa-IR hr-HR sr-Latn-RS sr-RS bg-BG lt-LT lv-LV et-EE ca-ES eu-ES gl-ES is-IS ga-IE ur-PK ta-IN sw-KE ms-MY fil-PH az-AZ kk-KZ ka-GE'.split(
    ' ',
  );
const ALL = [...PROMISED, ...OTHERS];

const MINUTE = 60_000;
const DAY = 864e5;
const zone = 'Europe/Athens';
const now = Date.parse('2026-06-15T09:30:20Z');
const context = (locale: string) => ({ now, zone, locales: [locale, 'en'] });

it('at least forty languages are tried', () => expect(ALL.length).toBeGreaterThanOrEqual(40));

describe('dates', () => {
  const STYLES: Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'short' },
    { dateStyle: 'medium' },
    { dateStyle: 'long' },
    { dateStyle: 'full' },
    { dateStyle: 'short', timeStyle: 'short' },
    { dateStyle: 'medium', timeStyle: 'short' },
    { dateStyle: 'medium', timeStyle: 'medium' },
    { dateStyle: 'long', timeStyle: 'short' },
    { dateStyle: 'long', timeStyle: 'long' },
    { dateStyle: 'full', timeStyle: 'full' },
    { weekday: 'short', day: 'numeric', month: 'short' },
    { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
    { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  ];
  // Spread over the last year and over the day, so that a missing year is always the latest.
  const instants = Array.from({ length: 14 }, (_, i) => {
    const instant = now - DAY - i * 25 * DAY - ((i * 7919) % 1440) * MINUTE;
    return Math.floor(instant / MINUTE) * MINUTE;
  });
  const isRight = (parsed: Parsed & object, instant: number, timed: boolean) => {
    const m = 'moment' in parsed ? parsed.moment : undefined;
    if (timed || typeof m === 'number' || !m) return timed && m === instant;
    return m[0] <= instant && instant < m[1] && Math.abs(m[1] - m[0] - DAY) <= 60 * MINUTE;
  };

  it.each(ALL)('%s', (locale) => {
    const wrong: string[] = [];
    const unread: string[] = [];
    for (const style of STYLES) {
      const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });
      for (const instant of instants) {
        const text = format.format(instant);
        const parsed = parseTime(text, context(locale));
        if ('why' in parsed) unread.push(`${text}: ${parsed.why}`);
        else if (!isRight(parsed, instant, !!(style.timeStyle || style.hour)))
          wrong.push(`${text} → ${parsed.moment}`);
      }
    }
    expect(wrong).toEqual([]);
    if (PROMISED.includes(locale))
      expect(unread.length / (STYLES.length * instants.length), unread.join('\n')).toBeLessThan(0.1);
  });
});

describe('spans from now', () => {
  const UNITS = { minute: MINUTE, hour: 60 * MINUTE, day: DAY, week: 7 * DAY };
  it.each(ALL)('%s', (locale) => {
    const wrong: string[] = [];
    const unread: string[] = [];
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.RelativeTimeFormat(locale, { style });
      for (const [unit, length] of Object.entries(UNITS))
        for (const n of [-35, -11, -5, -3, -2, -1, 1, 2, 4]) {
          const text = format.format(n, unit as Intl.RelativeTimeFormatUnit);
          const parsed = parseTime(text, context(locale));
          const due = [now + (n - 1) * length, now + (n + 1) * length];
          if ('why' in parsed) unread.push(`${text}: ${parsed.why}`);
          else if (String(parsed.moment) !== String(due)) wrong.push(text);
        }
    }
    expect(wrong).toEqual([]);
    if (PROMISED.includes(locale)) expect(unread).toEqual([]);
  });
});

describe('money', () => {
  const AMOUNTS = [0, 7, 12.5, 999, 1200, 1234.5, 98_765.43, 1_200_000, -1200.5];
  const CURRENCIES = ['EUR', 'USD', 'JPY', 'GBP', 'CHF', 'INR', 'KWD', 'RON'];
  it.each(ALL)('%s', (locale) => {
    const wrong: string[] = [];
    const unread: string[] = [];
    for (const currency of CURRENCIES)
      for (const currencyDisplay of ['symbol', 'code', 'narrowSymbol'] as const) {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
        const digits = format.resolvedOptions().maximumFractionDigits;
        for (const amount of AMOUNTS) {
          const shown = format.format(amount);
          const money = parseMoney(shown, [locale, 'en']);
          // Half is rounded away from zero.
          const due = Math.sign(amount) * Number(Math.abs(amount).toFixed(digits));
          const isAmount = Math.abs((money?.amount ?? due) - due) < (digits === 0 ? 1 : 1e-9);
          const isCurrency = money?.currency === undefined || money.currency === currency;
          if (!money) unread.push(shown);
          else if (!isAmount || !isCurrency || money.inexact)
            wrong.push(`${shown} → ${JSON.stringify(money)}`);
        }
      }
    expect(wrong).toEqual([]);
    if (PROMISED.includes(locale)) expect(unread).toEqual([]);
  });
});

describe('numbers in the digits of every script', () => {
  const ZERO_TO_NINE = /^\p{Nd}{10}$/u;
  const systems = Intl.supportedValuesOf('numberingSystem');
  it.each(systems)('%s', (system) => {
    const format = (n: number, locale = 'en') =>
      new Intl.NumberFormat(`${locale}-u-nu-${system}`, { useGrouping: n > 9999 }).format(n);
    const hasDigits = ZERO_TO_NINE.test([...'0123456789'].map((d) => format(Number(d))).join(''));
    for (const n of [0, 7, 42, 1999, 12_345_678, 12.5, -3.25]) {
      const found = parseNumber(format(n), ['en']);
      if (hasDigits || found !== undefined) expect(found, format(n)).toBe(n);
    }
    const day = new Intl.DateTimeFormat(`en-GB-u-nu-${system}`, { dateStyle: 'long', timeZone: 'UTC' });
    const parsed = parseTime(day.format(Date.UTC(2025, 10, 23)), { ...context('en-GB'), zone: 'UTC' });
    const due = { moment: [Date.UTC(2025, 10, 23), Date.UTC(2025, 10, 24)] };
    if (hasDigits || 'moment' in parsed) expect(parsed).toEqual(due);
  });
});

describe('calendars', () => {
  it('of Thailand are ours with other years', () => {
    const format = new Intl.DateTimeFormat('th-TH', { dateStyle: 'long', timeZone: zone });
    const day = { moment: [Date.parse('2025-11-02T22:00Z'), Date.parse('2025-11-03T22:00Z')] };
    expect(format.format(Date.UTC(2025, 10, 3))).toContain('2568');
    expect(parseTime(format.format(Date.UTC(2025, 10, 3)), context('th-TH'))).toEqual(day);
  });
});
