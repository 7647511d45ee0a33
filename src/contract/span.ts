import { dictionaryOf } from './dictionary.ts';
import { fold } from './words.ts';

/** "2 hours ago": how many of which unit (ms), where the text says it itself; the sign tells ago from ahead. */
interface Span {
  n?: number;
  unit: number;
  sign: 1 | -1;
}
const UNITS = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 6048e5,
  month: 2_629_746e3,
  year: 31_556_952e3,
};

/** The distances from now (ms, from and to) that a folded text like "an hour ago" may mean in a language. */
export function spansIn(text: string, locale: string): (readonly [number, number])[] {
  const known = phrasesOf(locale);
  const about = dictionaryOf(locale)?.about ?? [];
  const bare = about.reduce(
    (rest, word) => rest.replace(`${word} `, '').replace(new RegExp(`^${word}`), ''),
    text,
  );
  const found = new Map<string, readonly [number, number]>();
  for (const form of new Set([text, bare])) {
    const number = /\d+/.exec(form)?.[0];
    if (number && number.length > 4) continue;
    for (const { n = Number(number), unit, sign } of known.get(keyOf(form.replace(/\d+/, '#'))) ?? []) {
      const span = [(sign * n - 1) * unit, (sign * n + 1) * unit] as const;
      found.set(span.join(), span);
    }
    if (found.size > 0) break;
  }
  return [...found.values()];
}

const keyOf = (text: string): string => fold(text).replace(/\s/gu, '');

const cache = new Map<string, Map<string, Span[]>>();
function phrasesOf(locale: string): Map<string, Span[]> {
  let phrases = cache.get(locale);
  if (!phrases) {
    phrases = new Map();
    for (const [phrase, span] of [...saidByIntl(locale), ...saidByPeople(locale)])
      phrases.set(keyOf(phrase), [...(phrases.get(keyOf(phrase)) ?? []), span]);
    cache.set(locale, phrases);
  }
  return phrases;
}

/** `isOne`: it is said of one. */
type Said = [phrase: string, span: Span, isOne?: boolean];

/** What `Intl` writes, `#` for the number; where a language needs none ("in two hours", one word), it is in the span. */
function saidByIntl(locale: string): Said[] {
  const said: Said[] = [];
  for (const style of ['long', 'short', 'narrow'] as const) {
    const format = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { style });
    for (const [name, unit] of Object.entries(UNITS))
      for (const n of [1, 2, 5, 11, 21, 100])
        for (const sign of [1, -1] as const) {
          const parts = format.formatToParts(sign * n, name as Intl.RelativeTimeFormatUnit);
          const phrase = parts.map((p) => (p.type === 'integer' ? '#' : p.value)).join('');
          const span = phrase.includes('#') ? { unit, sign } : { n, unit, sign };
          said.push([fold(phrase), span, n === 1]);
        }
  }
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  return [...said, [now, NOW]];
}

/** "Just now" is within the minute. */
const NOW: Span = { n: 0, unit: UNITS.minute, sign: -1 };

/** What people write beside that: other words around the same spans of time, and "an" for 1. */
function saidByPeople(locale: string): Said[] {
  const { ago = [], ahead = [], one = [], now = [] } = dictionaryOf(locale) ?? {};
  const patterns = [...ago.map((p) => [p, -1] as const), ...ahead.map((p) => [p, 1] as const)];
  const said: Said[] = now.map((phrase) => [phrase, NOW]);
  for (const [phrase, span, isOne] of saidByIntl(locale))
    for (const pattern of span.sign === -1 ? ago : ahead) {
      const amount = amountIn(phrase, pattern);
      if (amount === undefined) continue;
      const ones = isOne ? inWords(amount, one).map((text) => [text, { ...span, n: 1 }] as const) : [];
      for (const [text, meant] of [[amount, span] as const, ...ones])
        for (const [other, sign] of patterns) said.push([other.replace('{x}', text), { ...meant, sign }]);
    }
  return said;
}

/** "# hours" of "# hours ago". */
function amountIn(phrase: string, pattern: string): string | undefined {
  const [before = '', after = ''] = fold(pattern).split('{x}');
  const fits = phrase.startsWith(before) && phrase.endsWith(after);
  return fits ? phrase.slice(before.length, phrase.length - after.length).trim() : undefined;
}

/** "an hour" for "1 hour"; some languages need no word for the one, or say it behind. */
const inWords = (amount: string, one: string[]): string[] =>
  one.map((word) =>
    (amount.includes('#') ? amount.replace('#', word) : amount.replace(` ${word}`, '')).trim(),
  );
