import { fold, latinDigits, wordsOf } from './words.ts';

export interface Money {
  amount: number;
  currency?: string;
  /** The page rounded it ("12.3k"). */
  inexact?: true;
}

const CODES = new Set(Intl.supportedValuesOf('currency'));
const NUMBER = /[-−]?\d[\d.,'’٫٬ \u00a0\u202f]*/u;
const SCALES = new Map(
  Object.entries({
    ...{ k: 1e3, tsd: 1e3, dzd: 1e3, tys: 1e3 },
    ...{ m: 1e6, mm: 1e6, mio: 1e6, mln: 1e6 },
    ...{ b: 1e9, bn: 1e9, mrd: 1e9, mld: 1e9 },
  }),
);

const signOf = (currency: string, locale: string, currencyDisplay: 'symbol' | 'narrowSymbol') =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
    .formatToParts(0)
    .find((p) => p.type === 'currency')?.value;

/**
 * Sign → currency, only where one currency has it or `Intl` gives it to one ("₩", "US$"). A lone letter is none: it
 * may as well be a word or a scale.
 */
const SIGNS = new Map<string, string | null>();
for (const code of CODES) {
  const sign = signOf(code, 'en', 'narrowSymbol');
  if (sign && sign !== code && !/^\p{L}$/u.test(sign)) SIGNS.set(sign, SIGNS.has(sign) ? null : code);
}
for (const locale of ['en', 'en-CA'])
  for (const code of CODES) {
    const sign = signOf(code, locale, 'symbol');
    if (sign && sign !== code) SIGNS.set(sign, code);
  }
// French puts the country behind the sign: "$ CA".
for (const code of CODES) {
  const sign = signOf(code, 'fr', 'symbol');
  if (sign && /^\p{Sc}\p{Lu}{2}$/u.test(sign)) SIGNS.set(sign, code);
}
// Egypt's own writing of its pound.
SIGNS.set('LE', 'EGP');
// Nicaragua's, but Canadians write it too.
SIGNS.set('C$', null);
const HOME = new Map([
  ['$', ['US', 'USD']],
  ['¥', ['JP', 'JPY']],
]);

/**
 * Reads "EUR 1,200.00 (USD 1,300.00)" as 1200 EUR: the first amount is the record's, what follows in brackets is a
 * conversion. `undefined` where there is no number or its separators cannot be told apart.
 */
export function parseMoney(shown: string, locales: readonly string[]): Money | undefined {
  const plain = latinDigits(shown.normalize('NFKC').replace(/[\u200e\u200f\u061c]/gu, ''));
  const text = plain.split('(')[0] ?? '';
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  const [scale, rest] = takeScale(after, locales);
  // "1億2000万": an amount in two parts.
  if (scale !== undefined && /^\s*\d/.test(rest)) return undefined;
  if (scale === undefined && isScaled(found[0], before, after, locales)) return undefined;
  const currency = currencyOf(`${before} · ${rest}`, locales);
  const number = scale === undefined ? amountOf(found[0], currency, locales) : parseNumber(found[0], locales);
  if (number === undefined) return undefined;
  const signed = /^\s*[-−]/u.test(before) ? -number : number;
  return {
    amount: scale === undefined ? signed : Number((signed * scale).toPrecision(12)),
    ...(currency ? { currency } : {}),
    ...(scale === undefined ? {} : { inexact: true as const }),
  };
}

/** "€ 48,6 xyz.": a small number with a currency and a word behind it, which may well say of how many. */
function isScaled(number: string, before: string, after: string, locales: readonly string[]): boolean {
  const word = /^\s*(\p{L}{2,})(?![\p{L}\p{Sc}])/u.exec(after)?.[1];
  if (!word || !/^\d{1,3}([.,]\d{1,2})?$/.test(number.trim())) return false;
  if (SIGNS.has(word) || CODES.has(word) || currencyOf(word, locales)) return false;
  return currencyOf(`${before} · ${after.replace(word, '')}`, locales) !== undefined;
}

/** Behind the language's decimal mark three digits are whole numbers, unless the currency is divided in a thousand. */
function amountOf(
  shown: string,
  currency: string | undefined,
  locales: readonly string[],
): number | undefined {
  const [, whole, mark, three] = /^([-−]?[1-9]\d{0,2})([.,])(\d{3})$/u.exec(shown.trim()) ?? [];
  if (!whole || mark !== wordsOf(locales[0] ?? 'en').moneyDecimal) return parseNumber(shown, locales);
  if (!currency) return undefined;
  return parseNumber(isInThousandths(currency) ? `${whole}.${three}0` : `${whole}${three}`, locales);
}

const isInThousandths = (currency: string): boolean =>
  (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2) > 2;

/** "Mio." behind a number, as the page's language or everybody writes it. */
function takeScale(after: string, locales: readonly string[]): [scale: number | undefined, rest: string] {
  const text = fold(after);
  for (const words of [...locales.slice(0, 1).map((l) => wordsOf(l).scales), SCALES, wordsOf('en').scales])
    for (const [word, scale] of words) {
      const rest = text.slice(word.length);
      const ends = /^\p{Script=Latin}/u.test(word) ? /^\p{L}/u : /^\p{Nd}$/u;
      if (text.startsWith(word) && !ends.test(rest)) return [scale, after.trim().slice(word.length)];
    }
  return [undefined, after];
}

const own = new Map<string, Map<string, string>>();
/** Signs in letters of its own that a language writes ("د.إ."); Latin ones several countries share. */
function ownSigns(locale: string): Map<string, string> {
  let signs = own.get(locale);
  if (!signs) {
    signs = new Map();
    for (const code of CODES) {
      const sign = signOf(code, locale, 'symbol')?.replace(/[\u200e\u200f\u061c]/gu, '') ?? '';
      if (/^(?:(?!\p{sc=Latn})\p{L}|\.){2,}$/u.test(sign)) signs.set(sign, code);
    }
    own.set(locale, signs);
  }
  return signs;
}

/** Arabic signs are letters with dots, of which pages leave out the last: no word looks like them. */
const DOTTED = /\p{sc=Arab}(?:\.\s?\p{sc=Arab})+/u;

/** They mean one country's currency whatever the page's language. */
function dottedSign(around: string): string | undefined {
  const sign = DOTTED.exec(around)?.[0].replace(/\s/gu, '');
  return sign && ownSigns('ar').get(`${sign}.`);
}

function currencyOf(around: string, locales: readonly string[]): string | undefined {
  const code = around.match(/\b[A-Z]{3}\b/g)?.find((c) => CODES.has(c));
  if (code) return code;
  const [own] = locales.slice(0, 1).flatMap((l) => [...ownSigns(l)].filter(([s]) => around.includes(s)));
  if (own) return own[1];
  const dotted = dottedSign(around);
  if (dotted) return dotted;
  const joined = around.replace(/(\p{Sc})\s(\p{Lu}{2})(?!\p{L})/u, '$1$2');
  const sign = joined.match(/\p{Sc}\p{Lu}{2}(?!\p{L})|\p{L}*\p{Sc}|\p{L}+/gu)?.find((s) => SIGNS.has(s));
  if (!sign) return undefined;
  const [country, currency] = HOME.get(sign) ?? [];
  if (!country) return SIGNS.get(sign) ?? undefined;
  // Japanese is of one country, even where the browser is of another.
  const isJapanese = /^ja\b/.test(locales[0] ?? '');
  const region = isJapanese ? 'JP' : locales.map((l) => new Intl.Locale(l).region).find(Boolean);
  return region === country ? currency : undefined;
}

/** "1.200.000,50", "1 200", "12,00,000.5" as a number; one lone separator before three digits needs the locale. */
export function parseNumber(shown: string, locales: readonly string[]): number | undefined {
  const text = latinDigits(shown)
    .replace(/[\s\u00a0\u202f'’\u200e\u200f\u061c]/gu, '')
    .replace('−', '-')
    .replace(/[.,]$/, '');
  // The Arabic separators mean one thing each.
  if (/[٫٬]/u.test(text)) return numberOf(text.replace(/[٬.,]/gu, '').replace('٫', '.'));
  const marks = text.match(/[.,]/g) ?? [];
  const plain = (decimal: string) =>
    numberOf(text.replace(decimal === '.' ? /,/g : /\./g, '').replace(decimal, '.'));
  const last = marks.at(-1);
  if (!last) return numberOf(text);
  if (new Set(marks).size > 1) return plain(last);
  if (marks.length > 1)
    return /^-?\d{1,3}([.,]\d{2,3})+$/.test(text) ? plain(last === '.' ? ',' : '.') : undefined;
  // Three digits behind it may be thousands, unless what stands before them is no group.
  if (!/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return plain(last);
  const [locale] = locales;
  return locale ? plain(wordsOf(locale).decimal === ',' ? ',' : '.') : undefined;
}

const numberOf = (text: string): number | undefined =>
  /^-?\d*\.?\d+$/.test(text) ? Number(text) : undefined;
