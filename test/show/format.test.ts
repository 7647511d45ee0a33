import { beforeEach, describe, expect, test } from 'vitest';
import { ago, clock, duration, money, span, when, workDuration } from '../../src/show/format.ts';
import { plural, t } from '../../src/show/text.ts';
import { fakeChrome } from './chrome.ts';

beforeEach(() => {
  fakeChrome('en');
});
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

test.each([
  [0, '0 sec'],
  [45.9, '45 sec'],
  [720, '12 min'],
  [779, '12 min'],
  [3600, '1 hr'],
  [7920, '2 hr 12 min'],
  [90_000, '1 day 1 hr'],
  [604_800, '7 days'],
])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

test('working time is told in hours, for its day has no fixed length', () => {
  expect(workDuration(198_000)).toBe('55 hr');
  expect(workDuration(740)).toBe('12 min');
});

test('a span has both ends', () => {
  expect(span([35_400, 121_800])).toBe('9 hr 50 min–1 day 9 hr');
  expect(span([0, 35_400])).toBe('≤ 9 hr 50 min');
});

test.each([
  [252, '04:12'],
  [5, '00:05'],
  [3852, '1:04:12'],
  [-59, '00:59'],
  [90_000, '25 hr'],
])('%d seconds on the clock are %s', (seconds, text) => expect(clock(seconds)).toBe(text));

test('an amount is written short only where the language has a word for it', () => {
  expect(money(101_078.9, 'EUR', true)).toBe('€101.1K');
  fakeChrome('de');
  expect(plain(money(101_078.9, 'EUR', true))).toBe('101.079 €');
  expect(plain(money(1_934_000, 'EUR', true))).toBe('1,9 Mio. €');
});

test('letters and sign of a currency keep their order from right to left', () => {
  expect(money(1200, 'USD')).toBe('$1,200');
  fakeChrome('ar');
  expect(money(1200, 'USD')).toContain('\u2066US$\u2069');
});

test('how long ago', () => {
  expect(ago(3)).toBe('3 sec. ago');
  expect(ago(7300)).toBe('2 hr. ago');
  expect(ago(-7300)).toBe('in 2 hr.');
});

describe('when', () => {
  const now = new Date(2026, 2, 4, 12).getTime();
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour, 5).getTime();

  test('today is an hour, another day has its day, another year its year', () => {
    expect(plain(when(at(4, 9), now))).toBe('9:05 AM');
    expect(plain(when(at(2, 9), now))).toBe('Mon, Mar 2, 9:05 AM');
    expect(plain(when(new Date(2025, 2, 4, 9, 5).getTime(), now))).toContain('2025');
  });

  test('a day without an hour gets none, hours without a minute are a span', () => {
    const midnight = new Date(2026, 2, 3).getTime();
    expect(plain(when([midnight, midnight + 86_400_000], now))).toBe('Tue, Mar 3');
    expect(plain(when([at(4, 8), at(4, 10)], now))).toBe('8:05 – 10:05 AM');
  });
});

describe('texts', () => {
  test('take their plural form and write numbers the language’s way', () => {
    expect(plural('gaps', 1)).toBe('1 gap');
    expect(plural('gaps', 1200)).toBe('1,200 gaps');
    fakeChrome('ar');
    expect(plural('gaps', 2)).toBe('نقصان');
    expect(plural('gaps', 3)).toContain('نواقص');
  });

  test('keep a name of the other direction together', () => {
    expect(t('open_name', { name: 'Maria' })).toBe('Open Maria');
    expect(t('open_name', { name: 'سارة' })).toBe('Open \u2068سارة\u2069');
  });
});
