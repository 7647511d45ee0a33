import { latinDigits, wordsOf } from './words.ts';

export interface Money {
  amount: number;
  currency?: string;
  /** The page rounded it ("12.3k"). */
  inexact?: true;
}

const CODES = new Set(Intl.supportedValuesOf('currency'));
const NUMBER = /[-−]?\d[\d.,'’٫٬ \u00a0\u202f]*/u;
const SCALE: Record<string, number> = { k: 1e3, m: 1e6, mm: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };

/** Sign → currency, only where one currency has it. */
const SIGNS = new Map<string, string | null>();
for (const code of CODES) {
  const sign = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  })
    .formatToParts(0)
    .find((p) => p.type === 'currency')?.value;
  if (sign && sign !== code) SIGNS.set(sign, SIGNS.has(sign) ? null : code);
}
// The euro, pound and rupee signs are read as these wherever a page prints them alone.
for (const [sign, code] of [
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
] as const)
  SIGNS.set(sign, code);
const HOME: Record<string, [string, string]> = { $: ['US', 'USD'], '¥': ['JP', 'JPY'] };

/**
 * Reads "EUR 1,200.00 (USD 1,300.00)" as 1200 EUR: the first amount is the record's, what follows in brackets is a
 * conversion. `undefined` where there is no number or its separators cannot be told apart.
 */
export function parseMoney(shown: string, locales: readonly string[]): Money | undefined {
  const text = latinDigits(shown.normalize('NFKC')).split('(')[0] ?? '';
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  const amount = parseNumber(found[0], locales);
  if (amount === undefined) return undefined;
  const around = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  const scale =
    SCALE[
      /^\s*(k|mm?|mio|bn?)(?![\p{L}])/iu
        .exec(text.slice(found.index + found[0].length))?.[1]
        ?.toLowerCase() ?? ''
    ];
  const currency = currencyOf(around, locales);
  return {
    amount: amount * (scale ?? 1),
    ...(currency ? { currency } : {}),
    ...(scale ? { inexact: true as const } : {}),
  };
}

function currencyOf(around: string, locales: readonly string[]): string | undefined {
  const code = around.match(/\b[A-Z]{3}\b/g)?.find((c) => CODES.has(c));
  if (code) return code;
  for (const [sign, only] of SIGNS) if (only && around.includes(sign)) return only;
  const bare = around.replace(/[\s\p{Nd}]/gu, '');
  const home = HOME[bare];
  return home && locales.some((l) => new Intl.Locale(l).region === home[0]) ? home[1] : undefined;
}

/** "1.200.000,50", "1 200", "12,00,000.5" as a number; one lone separator before three digits needs the locale. */
export function parseNumber(shown: string, locales: readonly string[]): number | undefined {
  const text = latinDigits(shown)
    .replace(/[\s\u00a0\u202f'’]/gu, '')
    .replace('−', '-')
    .replace(/٫/g, ',')
    .replace(/٬/g, '.');
  const digits = /^-?[\d.,]*\d[.,]?$/.exec(text.replace(/[.,]$/, ''));
  if (!digits) return undefined;
  const marks = [...text.replace(/[.,]$/, '').matchAll(/[.,]/g)];
  const plain = (decimal: string) => {
    const group = decimal === '.' ? /,/g : /\./g;
    return Number(text.replace(/[.,]$/, '').replace(group, '').replace(decimal, '.'));
  };
  const last = marks.at(-1)?.[0];
  if (!last) return Number(text);
  if (new Set(marks.map((m) => m[0])).size > 1) return plain(last);
  if (marks.length > 1) return plain(last === '.' ? ',' : '.');
  const tail = text.length - 1 - text.lastIndexOf(last);
  if (tail !== 3) return plain(last);
  const locale = locales[0];
  return locale ? plain(wordsOf(locale).decimal === ',' ? ',' : '.') : undefined;
}
