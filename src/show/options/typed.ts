import { parseMoney } from '../../contract/money.ts';
import { latinDigits } from '../../contract/words.ts';
import type { Unit } from '../../metrics/kpi.ts';
import { language, number } from '../text.ts';

/** Arabic percent signs and minus come with marks of direction. */
const plain = (text: string): string =>
  latinDigits(text.normalize('NFKC').replace(/[\u200e\u200f\u061c]/gu, '')).trim();
const NUMBER = /^[-−+]?\s*\d[\d.,'’٫٬\s]*$/u;

/** A number as one types it, with either decimal mark; `undefined` when it is none. */
export function numberFrom(text: string): number | undefined {
  const typed = plain(text);
  if (!NUMBER.test(typed)) return undefined;
  // Money is read in the user's language; of "0.65" and "0,65" there is nothing to decide.
  const decimal = /^([-−+]?)\s*(\d+)[.,٫](\d{1,2}|\d{4,})$/u.exec(typed);
  const value = decimal
    ? Number(`${decimal[2]}.${decimal[3]}`) * (/[-−]/.test(decimal[1] ?? '') ? -1 : 1)
    : parseMoney(typed, [language()])?.amount;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** Percent as a share: "65", "65 %" and "65%" are 0.65. */
export function percentFrom(text: string): number | undefined {
  const value = numberFrom(plain(text).replace(/\s*[%٪]\s*/u, ''));
  return value === undefined ? undefined : value / 100;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
const LATIN: Record<string, number> = { d: 86_400, h: 3600, hr: 3600, m: 60, min: 60, s: 1, sec: 1 };
const bare = (word: string): string => word.toLowerCase().replace(/[\s.,،\u200e\u200f]+/gu, '');

/** The words for units in the user's language, whatever their plural form and length. */
function wordsOf(locale: string): Map<string, number> {
  const words = new Map(Object.entries(LATIN));
  for (const [unit, seconds] of UNITS)
    for (const unitDisplay of ['long', 'short', 'narrow'] as const)
      for (const n of [1, 2, 3, 5, 11, 100]) {
        const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
        const word = format.formatToParts(n).find(({ type }) => type === 'unit')?.value;
        if (word) words.set(bare(word), seconds);
      }
  return words;
}

/** "5 min", "1 h 30 min", "1:30" (hours and minutes) in seconds; a number alone means minutes. */
export function durationFrom(text: string): number | undefined {
  const typed = plain(text);
  const clock = /^(\d+):([0-5]\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60;
  const alone = numberFrom(typed);
  if (alone !== undefined) return alone < 0 ? undefined : alone * 60;
  const words = wordsOf(language());
  let sum = 0;
  let rest = typed;
  while (rest !== '') {
    const [whole, digits = '', word = ''] = /^(\d+(?:[.,]\d+)?)\s*([^\d]+)/u.exec(rest) ?? [];
    const size = words.get(bare(word));
    if (whole === undefined || size === undefined) return undefined;
    sum += Number(digits.replace(',', '.')) * size;
    rest = rest.slice(whole.length);
  }
  return typed === '' ? undefined : sum;
}

/** Seconds as one would type them, nothing rounded away. */
export function writtenDuration(seconds: number): string {
  const words: string[] = [];
  let rest = seconds;
  for (const [unit, size] of UNITS) {
    const whole = unit === 'second' ? Math.round(rest * 1000) / 1000 : Math.floor(rest / size);
    if (whole > 0) words.push(inUnit(whole, unit));
    rest -= whole * size;
  }
  return words.join(' ') || inUnit(0, 'minute');
}

/** Some languages say two hours in one word; then the number stands before the word for many. */
function inUnit(value: number, unit: string): string {
  const options = { style: 'unit', unit, unitDisplay: 'short', useGrouping: false } as const;
  const format = new Intl.NumberFormat(language(), options);
  const text = format.format(value);
  const word = format.formatToParts(11).find(({ type }) => type === 'unit')?.value ?? unit;
  return /\p{Nd}/u.test(text) ? text : `${number(value, { useGrouping: false })} ${word}`;
}

const digits = (value: number): string => number(value, { maximumFractionDigits: 10, useGrouping: false });

const isShare = (unit: Unit): boolean => unit === 'ratio';

/** A KPI's value from what was typed, in the unit that people say it in; and back. */
export function valueFrom(unit: Unit, text: string): number | undefined {
  if (unit === 's') return durationFrom(text);
  return isShare(unit) ? percentFrom(text) : numberFrom(text);
}
export function writtenValue(unit: Unit, value: number): string {
  if (unit === 's') return writtenDuration(value);
  return isShare(unit) ? percentText(value) : digits(value);
}
export const percentText = (share: number): string =>
  number(share, { style: 'percent', maximumFractionDigits: 8, useGrouping: false });
export const numberText = digits;
