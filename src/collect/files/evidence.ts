import { numericOrder } from '../../contract/day.ts';
import { latinDigits, wordsOf } from '../../contract/words.ts';

type Order = 'DM' | 'MD';
type Decimal = ',' | '.';

/** What the cells of one column prove of how its dates and numbers are written. */
export interface Evidence {
  orders: Set<Order>;
  decimals: Set<Decimal>;
  /** Some time of the day is not midnight: then midnight is a time like others. */
  hasClock: boolean;
  /** The highest number, and whether one is no whole number: tells 0.2 from 20 %. */
  highest: number;
  isBroken: boolean;
}

export const noEvidence = (): Evidence => ({
  orders: new Set(),
  decimals: new Set(),
  hasClock: false,
  highest: 0,
  isBroken: false,
});

/** How the columns of a file are written, as the column itself, else the other columns, else the language says. */
export interface Writing {
  order: Order | '?' | undefined;
  decimal: Decimal | '?';
  hasClock: boolean;
  /** Shares are written as parts of 1. */
  isPart: boolean;
}

const CLOCK = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/;

export function noteTime(text: string, evidence: Evidence): void {
  const order = numericOrder(text);
  if (order) evidence.orders.add(order);
  const clock = CLOCK.exec(text.replace(/^\S*/, ''));
  if (clock && (clock.slice(1).some((part) => Number(part ?? 0) > 0) || /\d\s?[ap]\.?m/i.test(text)))
    evidence.hasClock = true;
  // A time in ISO form without a space.
  if (/T(?!00:00(?::00)?(?:\.0+)?$)\d{2}:/.test(text)) evidence.hasClock = true;
}

const NUMBER = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/u;

export function noteNumber(text: string, evidence: Evidence): void {
  const number = NUMBER.exec(latinDigits(text))?.[0];
  if (!number) return;
  const marks = number.match(/[.,]/g) ?? [];
  const last = marks.at(-1) as Decimal | undefined;
  const other = (mark: Decimal): Decimal => (mark === ',' ? '.' : ',');
  if (last && new Set(marks).size > 1) evidence.decimals.add(last);
  else if (last && marks.length > 1) evidence.decimals.add(other(last));
  else if (last && !isEither(number)) evidence.decimals.add(last);
  const n = Number(number.replace(',', '.'));
  if (n > evidence.highest) evidence.highest = n;
  if (n % 1 !== 0 || /[%٪]/u.test(text)) evidence.isBroken = true;
}

/** A lone mark before three digits may part thousands or decimals. */
const isEither = (number: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(number);

const only = <T>(proved: Set<T>): T | '?' | undefined => (proved.size > 1 ? '?' : [...proved][0]);

export function writingOf(
  column: Evidence,
  file: Evidence,
  told: { dates?: Order | undefined; delimiter: string; locale: string | undefined },
): Writing {
  const words = told.locale ? wordsOf(told.locale) : undefined;
  const written = words?.order?.replace(/y/iu, '');
  const usual = written === 'DM' || written === 'MD' ? written : undefined;
  // Where numbers have a comma, columns are parted by a semicolon.
  const likely: Decimal = told.delimiter === ';' || words?.decimal === ',' ? ',' : '.';
  return {
    order: told.dates ?? only(column.orders) ?? only(file.orders) ?? usual,
    decimal: only(column.decimals) ?? only(file.decimals) ?? likely,
    hasClock: column.hasClock,
    isPart: column.highest <= 1 && column.isBroken,
  };
}

/** A cell rewritten so that it can be read in one way, or why it cannot. */
export type Plain = { text: string } | { why: string };

/** Days before months, and midnights left out where they stand for "no time". */
export function plainTime(text: string, { order, hasClock }: Writing): Plain {
  // Milliseconds since 1970, as machines write them.
  if (/^\d{13}$/.test(text)) return { text: new Date(Number(text)).toISOString() };
  const day = hasClock ? text : text.replace(/[T ]0?0:00(?::00)?(?:\.0+)?$/, '');
  const date = /^(\D*)(\d{1,2})(\s?[./-]\s?)(\d{1,2})(?=\s?[./-]\s?\d{2})/u.exec(latinDigits(day));
  if (!date || numericOrder(day) || date[2] === date[4]) return { text: day };
  if (order === 'DM') return { text: day };
  if (order !== 'MD') return { why: `day or month first? "${text.slice(0, 60)}"` };
  const [whole, before = '', month, mark, first] = date;
  return { text: `${before}${first}${mark}${month}${latinDigits(day).slice(whole.length)}` };
}

/** A number whose separators are those of English without thousands; what stands around it stays. */
export function plainNumber(shown: string, { decimal }: Writing): Plain {
  // Accounts write what is owed in brackets.
  const text = latinDigits(shown).replace(/^\((.*)\)$/, '-$1');
  const number = NUMBER.exec(text)?.[0];
  if (!number || !/[.,]/.test(number)) return { text };
  if (decimal === '?' && isEither(number)) return { why: `thousands or decimals? "${shown.slice(0, 60)}"` };
  const marks = number.match(/[.,]/g) ?? [];
  const last = marks.at(-1) ?? '.';
  const own = new Set(marks).size > 1 ? last : isEither(number) || marks.length > 1 ? decimal : last;
  const [whole = '', ...rest] = number.replace(/[\s'’]/gu, '').split(own);
  if (rest.length > 1) return { text: text.replace(number, number.replace(/[.,\s]/gu, '')) };
  const digits = whole.replace(/[.,]/g, '');
  // A fourth decimal keeps "1.234" from being taken for thousands.
  return {
    text: text.replace(number, rest[0] === undefined ? digits : `${digits}.${rest[0].padEnd(4, '0')}`),
  };
}
