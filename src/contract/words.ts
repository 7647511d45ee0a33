/** What `Intl` knows of how a language writes dates; nothing is typed in by hand. */
export interface Words {
  /** Lower-case word → 1–12. */
  months: Map<string, number>;
  /** Lower-case word → 0 (Monday) – 6. */
  weekdays: Map<string, number>;
  /** "today" → 0, "yesterday" → −1 … */
  days: Map<string, number>;
  /** "am" → the hours of the day that it may mean, 0–23. */
  periods: Map<string, number[]>;
  /** Whether it writes its hours with one of those. */
  hour12: boolean;
  /** Hours and minutes stand around a dot: 18.12. */
  dotted: boolean;
  /** Order in the short date (`y`: with two digits); undefined where the region, and so the order, is unknown. */
  order: string | undefined;
  /** Order of day and month alone. */
  dayMonth: string | undefined;
  /** How far its years are ahead of ours (Thai: 543); undefined where its months are others too. */
  yearShift: number | undefined;
  decimal: string;
  /** The same in amounts of money; French Swiss write another. */
  moneyDecimal: string;
  /** "Mio." → 1,000,000. */
  scales: Map<string, number>;
}

const cache = new Map<string, Words>();
/** Same letters for the same word: no case, no dots after letters, plain spaces and apostrophes. */
export const fold = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase()
    .replace(/(?<!\d)\.(?=\s|$)/gu, '')
    .trim();

export function wordsOf(locale: string): Words {
  let words = cache.get(locale);
  if (!words) {
    words = build(locale);
    cache.set(locale, words);
  }
  return words;
}

type Part = { type: string; value: string };
type Written = (date: Date, options: Intl.DateTimeFormatOptions) => Part[];

function build(locale: string): Words {
  const parts: Written = (date, options) =>
    new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...options }).formatToParts(
      date,
    );
  const clock = parts(new Date(0), { timeStyle: 'short' });
  return {
    months: monthsOf(parts),
    weekdays: weekdaysOf(parts),
    periods: periodsOf(locale),
    hour12: clock.some((p) => p.type === 'dayPeriod'),
    dotted: clock.some((p) => p.type === 'literal' && p.value === '.'),
    days: daysOf(locale),
    ...order(locale, parts),
    yearShift: yearShift(locale),
    decimal: decimal(locale),
    moneyDecimal: decimal(locale, { style: 'currency', currency: 'EUR' }),
    scales: scalesOf(locale),
  };
}

/** Longest first, so that no word is taken for a longer one that it begins. */
const sorted = <T>(map: Map<string, T>): Map<string, T> =>
  new Map([...map].sort(([a], [b]) => b.length - a.length));

/** Names alone and within a date, where many languages bend them and some write a preposition in one with them. */
function monthsOf(parts: Written): Map<string, number> {
  const months = new Map<string, number>();
  for (const month of ['long', 'short'] as const)
    for (let m = 0; m < 12; m++)
      for (const options of [{ month }, { month, day: 'numeric', year: 'numeric' }] as const) {
        const written = parts(new Date(Date.UTC(2026, m, 15)), options);
        const at = written.findIndex((p) => p.type === 'month');
        const word = written[at]?.value ?? '';
        const joined = /\p{L}+$/u.exec(written[at - 1]?.value ?? '')?.[0] ?? '';
        if (/\D/.test(word)) for (const w of [word, joined + word]) months.set(fold(w), m + 1);
      }
  return sorted(months);
}

function weekdaysOf(parts: Written): Map<string, number> {
  const weekdays = new Map<string, number>();
  for (const weekday of ['long', 'short'] as const)
    for (let d = 0; d < 7; d++) {
      const word = parts(new Date(Date.UTC(2026, 0, 5 + d)), { weekday }).find((p) => p.type === 'weekday');
      if (word) weekdays.set(fold(word.value), d);
    }
  return sorted(weekdays);
}

function periodsOf(locale: string): Map<string, number[]> {
  const periods = new Map<string, number[]>();
  // Some languages part the day in two where asked for it, and in more by themselves.
  const styles = [{ hour: 'numeric', minute: 'numeric', hour12: true }, { timeStyle: 'short' }] as const;
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { timeZone: 'UTC', ...style });
    for (let hour = 0; hour < 24; hour++) {
      const word = format.formatToParts(hour * 36e5).find((p) => p.type === 'dayPeriod');
      if (word) periods.set(fold(word.value), [...(periods.get(fold(word.value)) ?? []), hour]);
    }
  }
  return sorted(periods);
}

/** Years of a calendar whose months and days are ours. */
function yearShift(locale: string): number | undefined {
  const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = format.formatToParts(Date.UTC(2026, 10, 22));
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const same = part('day') === 22 && part('month') === 11;
  return same ? (part('year') || 2026) - 2026 : undefined;
}

/** Other words for these days that pages write. */
const MORE_DAYS: Record<string, Record<string, number>> = {
  en: { yest: -1 },
  ro: { astăzi: 0 },
  sv: { igår: -1, idag: 0, imorgon: 1 },
  pl: { dziś: 0 },
};

function daysOf(locale: string): Map<string, number> {
  const days = new Map(Object.entries(MORE_DAYS[new Intl.Locale(locale).language] ?? {}));
  const auto = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const d of [-2, -1, 0, 1, 2]) {
    const word = fold(auto.format(d, 'day'));
    // Swedes write "i går" and "igår".
    if (!/\d/.test(word)) for (const w of [word, word.replaceAll(' ', '')]) days.set(w, d);
  }
  return sorted(days);
}

function order(locale: string, parts: Written): Pick<Words, 'order' | 'dayMonth'> {
  const written = (options: Intl.DateTimeFormatOptions) =>
    parts(new Date(Date.UTC(2026, 10, 22)), options)
      .map(({ type, value }) =>
        type === 'year' && value.length === 2 ? 'y' : ({ day: 'D', month: 'M', year: 'Y' }[type] ?? ''),
      )
      .join('');
  // English is written both ways; a bare "en" says nothing of it.
  const { language, region } = new Intl.Locale(locale);
  if (language === 'en' && !region) return { order: undefined, dayMonth: undefined };
  return {
    order: written({ dateStyle: 'short' }),
    dayMonth: written({ day: 'numeric', month: 'numeric' }),
  };
}

const decimal = (locale: string, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(`${locale}-u-nu-latn`, options).formatToParts(1.5).find((p) => p.type === 'decimal')
    ?.value ?? '.';

function scalesOf(locale: string): Map<string, number> {
  const scales = new Map<string, number>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, { notation: 'compact', compactDisplay });
    for (let power = 1e3; power <= 1e12; power *= 10)
      for (const value of [power, 2 * power, 5 * power]) {
        const parts = format.formatToParts(value);
        const word = parts.find((p) => p.type === 'compact');
        const shown = parts.filter((p) => p.type === 'integer').map((p) => p.value);
        if (word && shown.length > 0) scales.set(fold(word.value), value / Number(shown.join('')));
      }
  }
  return sorted(scales);
}

/** Digit → 0–9, of every script that writes numbers as we do. */
const DIGITS = new Map<string, string>();
for (const system of Intl.supportedValuesOf('numberingSystem')) {
  const digits = [...new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9876543210)];
  if (digits.length === 10 && digits.every((d) => /\p{Nd}/u.test(d)))
    for (const [i, digit] of digits.entries()) DIGITS.set(digit, String(9 - i));
}

export const latinDigits = (s: string): string =>
  s.replace(/[^\P{Nd}0-9]/gu, (d) => DIGITS.get(d) ?? d.normalize('NFKC'));

const alone = new Map<string, RegExp>();

/** Finds a word that stands by itself: no letter of another one, nor digit of another number, touches it. */
export function wordAlone(word: string): RegExp {
  let found = alone.get(word);
  if (!found) {
    const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const [before, after] = [/^\d/.test(word), /\d$/.test(word)].map((digit) => (digit ? '\\d' : ''));
    found = new RegExp(`(?<![\\p{L}${before}])${literal}(?![\\p{L}\\p{M}${after}])`, 'u');
    alone.set(word, found);
  }
  return found;
}

/** The longest of these words that stands in the text. */
export const wordIn = <T>(text: string, words: Map<string, T>): [word: string, meaning: T] | undefined =>
  [...words].find(([word]) => word !== '' && text.includes(word) && wordAlone(word).test(text));
