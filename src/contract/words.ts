/** What `Intl` knows of how a language writes dates; nothing is typed in by hand. */
export interface Words {
  /** Lower-case word → 1–12. */
  months: Map<string, number>;
  /** Lower-case word → 0 (Monday) – 6. */
  weekdays: Map<string, number>;
  /** "today" → 0, "yesterday" → −1 … */
  days: Map<string, number>;
  /** "am" → 0, "pm" → 12. */
  periods: Map<string, number>;
  /** "2 hours ago": what stands before and after the number → unit in ms and sign. */
  spans: { before: string; after: string; unit: number; sign: 1 | -1 }[];
  /** Order of day, month and year in the short date; undefined where the region, and so the order, is unknown. */
  order: string | undefined;
  decimal: string;
}

const cache = new Map<string, Words>();
const UNITS = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 6048e5,
  month: 2_629_746e3,
  year: 31_556_952e3,
};

/** Same letters for the same word: no case, no dots, plain spaces. */
export const fold = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/\.(?=\s|$)/gu, '')
    .trim();

export function wordsOf(locale: string): Words {
  let words = cache.get(locale);
  if (!words) {
    words = build(locale);
    cache.set(locale, words);
  }
  return words;
}

function build(locale: string): Words {
  const parts = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...options }).formatToParts(
      date,
    );
  const part = (date: Date, options: Intl.DateTimeFormatOptions, type: string) =>
    fold(parts(date, options).find((p) => p.type === type)?.value ?? '');
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const put = (map: Map<string, number>, word: string, value: number) => {
    if (word && !/^\d+$/.test(word)) map.set(word, value);
  };
  for (const style of ['long', 'short'] as const) {
    for (let m = 0; m < 12; m++) {
      const date = new Date(Date.UTC(2026, m, 15));
      put(months, part(date, { month: style }, 'month'), m + 1);
      put(months, part(date, { month: style, day: 'numeric', year: 'numeric' }, 'month'), m + 1);
    }
    for (let d = 0; d < 7; d++)
      put(weekdays, part(new Date(Date.UTC(2026, 0, 5 + d)), { weekday: style }, 'weekday'), d);
  }
  const periods = new Map<string, number>();
  for (const hour of [9, 21])
    put(
      periods,
      part(new Date(Date.UTC(2026, 0, 1, hour)), { hour: 'numeric', hour12: true }, 'dayPeriod'),
      hour < 12 ? 0 : 12,
    );
  return {
    months,
    weekdays,
    periods,
    ...relative(locale),
    order: order(locale, parts),
    decimal: decimal(locale),
  };
}

function relative(locale: string): Pick<Words, 'days' | 'spans'> {
  const days = new Map<string, number>();
  const auto = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const d of [-2, -1, 0, 1, 2]) {
    const word = fold(auto.format(d, 'day'));
    if (!/\d/.test(word)) days.set(word, d);
  }
  const spans: Words['spans'] = [];
  for (const style of ['long', 'short', 'narrow'] as const) {
    const rtf = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { style });
    for (const [unit, length] of Object.entries(UNITS))
      for (const n of [1, 2, 5, 11, 21, 100])
        for (const sign of [1, -1] as const) {
          const [before, , after] = cut(rtf.formatToParts(sign * n, unit as Intl.RelativeTimeFormatUnit));
          if (before || after) spans.push({ before, after, unit: length, sign });
        }
  }
  return {
    days,
    spans: spans.sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length),
  };
}

function cut(parts: { type: string; value: string }[]): [string, string, string] {
  const at = parts.findIndex((p) => p.type === 'integer');
  if (at < 0) return ['', '', ''];
  const join = (list: typeof parts) => fold(list.map((p) => p.value).join(''));
  return [join(parts.slice(0, at)), parts[at]?.value ?? '', join(parts.slice(at + 1))];
}

function order(
  locale: string,
  parts: (date: Date, options: Intl.DateTimeFormatOptions) => { type: string }[],
): string | undefined {
  const written = parts(new Date(Date.UTC(2026, 10, 22)), { dateStyle: 'short' })
    .map((p) => ({ day: 'D', month: 'M', year: 'Y' })[p.type] ?? '')
    .join('');
  // English is written both ways; a bare "en" says nothing of it.
  const { language, region } = new Intl.Locale(locale);
  return region || language !== 'en' ? written : undefined;
}

const decimal = (locale: string): string =>
  new Intl.NumberFormat(`${locale}-u-nu-latn`).formatToParts(1.5).find((p) => p.type === 'decimal')?.value ??
  '.';

/** Digits of every script as 0–9. */
export const latinDigits = (s: string): string =>
  s.replace(/\p{Nd}/gu, (d) => {
    const code = d.codePointAt(0) ?? 0;
    let zero = code;
    while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return code < 128 ? d : String(code - zero);
  });
