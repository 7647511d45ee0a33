import type { Clock } from './clock.ts';
import { latinDigits, type Words, wordAlone, wordIn } from './words.ts';
import { dayOf, instantOf, wallAt } from './zone.ts';

export interface Day {
  year?: number;
  month: number;
  day: number;
}
type Found = Day | { why: string } | undefined;

/** What telling a day needs to know besides the language. */
export interface DayContext {
  now: number;
  zone: string;
  order?: string | undefined;
  year?: number | undefined;
  upcoming?: boolean;
}

/** The day that a folded text without its clock names; `undefined` where it names none. */
export function dayIn(text: string, words: Words, context: DayContext): Found {
  const named = relativeDay(text, words, context);
  if (named) return named;
  // A weekday beside a date says nothing new, but is in some languages written like a month, or with a number.
  const weekday = wordIn(text, words.weekdays);
  const bare = weekday ? text.replace(wordAlone(weekday[0]), ' ').trim() : text;
  for (const t of new Set([bare, text])) {
    const found = easternDay(t) ?? writtenDay(t, words, context) ?? numericDay(t, words, context);
    if (found) return found;
  }
  return undefined;
}

export const exists = (year: number, month: number, day: number): boolean => {
  const d = new Date(Date.UTC(year, month - 1, day));
  return year > 1900 && year < 2200 && d.getUTCMonth() === month - 1 && d.getUTCDate() === day;
};

function relativeDay(text: string, words: Words, { now, zone }: DayContext): Day | undefined {
  const hit = wordIn(text, words.days);
  if (!hit) return undefined;
  const today = wallAt(now, zone);
  const day = new Date(Date.UTC(today.year, today.month - 1, today.day + hit[1]));
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

const EASTERN = /(?<!\d)(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;

function easternDay(text: string): Day | undefined {
  const m = EASTERN.exec(text);
  return m ? { ...(m[1] ? { year: Number(m[1]) } : {}), month: Number(m[2]), day: Number(m[3]) } : undefined;
}

/** A year of two digits behind a day and a month's name (which stands as #): "5-#-25", "# 5, '25". */
const SHORT_YEAR = /(?:(?<!\d)\d{1,2}[\s./-]{0,2}#[\s./,'-]{0,2}|#\s?\d{1,2},?\s'?)(\d{2})$/u;

function writtenDay(text: string, words: Words, { now }: DayContext): Found {
  const found = monthIn(text, words);
  if (!found) return undefined;
  const [month, meant] = found;
  const rest = text.replace(wordAlone(month), '#').trim();
  const numbers = [...rest.matchAll(/\d+/g)].map(([n]) => n);
  const days = numbers.filter((n) => n.length <= 2);
  const [year] = numbers.filter((n) => n.length === 4);
  const [day] = days;
  const short = words.yearShift === 0 && !year ? SHORT_YEAR.exec(rest)?.[1] : undefined;
  if (!day || numbers.length > 2 || (numbers.length === 2 && !year && !short) || monthIn(rest, words))
    return { why: `which day is "${text}"?` };
  if (words.weekdays.has(month) && words.dayMonth === 'DM' && numbers.length === 1 && rest.startsWith('#'))
    return { why: `weekday or month? "${text}"` };
  if (short) return { month: meant, day: Number(day), year: fullYear(Number(short), now) };
  return { month: meant, day: Number(day), ...(year ? { year: ourYear(Number(year), words) } : {}) };
}

/** A month's name, or a word that only one month begins with: "Sep" where the language says "Sept". */
function monthIn(text: string, words: Words): [string, number] | undefined {
  const known = wordIn(text, words.months);
  if (known) return known;
  for (const [word] of text.matchAll(/\p{L}{3,}/gu)) {
    if (words.weekdays.has(word)) continue;
    const meant = new Set([...words.months].filter(([name]) => name.startsWith(word)).map(([, n]) => n));
    const [only] = meant;
    if (meant.size === 1 && only) return [word, only];
  }
  return undefined;
}

const NUMERIC = /(?<!\d|\d[./-])(\d{1,4})\s?([./-])\s?(\d{1,2})(?:\s?[./-]\s?(\d{1,4}))?(?![./-]?\d)/u;

function numericDay(text: string, words: Words, context: DayContext): Found {
  const m = NUMERIC.exec(text);
  if (!m) return undefined;
  if (NUMERIC.test(text.replace(m[0], ' '))) return { why: `which of two dates? "${text}"` };
  const [a, b, c] = [Number(m[1]), Number(m[3]), m[4] === undefined ? undefined : Number(m[4])];
  if (m[1]?.length === 4) return { year: ourYear(a, words), month: b, day: c ?? 0 };
  if (words.yearShift === undefined || (words.yearShift > 0 && m[4]?.length === 2))
    return { why: `which calendar is "${text}" of?` };
  const isShort = c !== undefined && (m[4]?.length ?? 0) <= 2;
  if (isShort && words.order?.startsWith('y')) return { year: 2000 + a, month: b, day: c };
  const yearFirst = words.order?.startsWith('Y');
  const written = c === undefined ? words.dayMonth : words.order?.replace(/y/iu, '');
  const order =
    numericOrder(text, yearFirst) ?? context.order ?? (isShort && yearFirst ? undefined : written);
  if (!order?.includes('D')) return { why: `day or month first? "${text}"` };
  const [day, month] = order.indexOf('D') < order.indexOf('M') ? [a, b] : [b, a];
  if (c === undefined) return { month, day };
  return { month, day, year: isShort ? fullYear(c, context.now) : ourYear(c, words) };
}

/**
 * The order that one numeric date proves by itself: a part above 12 is the day, unless it may be a year of two
 * digits. Two numbers around a dot may as well be a time.
 */
export function numericOrder(text: string, yearFirst = false): 'DM' | 'MD' | undefined {
  const m = NUMERIC.exec(latinDigits(text));
  if (!m || (m[1]?.length ?? 0) > 2) return undefined;
  if (m[4] === undefined ? m[2] === '.' : yearFirst && m[4].length <= 2) return undefined;
  const [a, b] = [Number(m[1]), Number(m[3])];
  if (a > 12 && a <= 31 && b <= 12) return 'DM';
  return b > 12 && b <= 31 && a <= 12 ? 'MD' : undefined;
}

const fullYear = (short: number, now: number): number =>
  2000 + short > new Date(now).getUTCFullYear() + 30 ? 1900 + short : 2000 + short;
const ourYear = (year: number, { yearShift }: Words): number =>
  yearShift && year - yearShift > 1900 ? year - yearShift : year;

/** The year above it, else the latest that puts the day in the past, in an upcoming section the next that does not. */
export function missingYear(
  { month, day }: Day,
  clock: Clock | undefined,
  { now, zone, year: told, upcoming }: DayContext,
): number | undefined {
  if (told !== undefined) return told;
  const { year } = wallAt(now, zone);
  // A leap day comes back after eight years at the latest.
  const years = Array.from({ length: 9 }, (_, i) => (upcoming ? year + i : year - i));
  return years.find((y) => {
    if (!exists(y, month, day)) return false;
    const [from, to] = dayOf(y, month, day, zone);
    const at = clock ? instantOf({ year: y, month, day, ...clock }, zone) : undefined;
    return upcoming ? (at ?? to - 1) >= now : (at ?? from) <= now;
  });
}

/** A weekday alone is the latest one in the past, in an upcoming section the next. */
export function weekdayIn(
  text: string,
  clock: Clock | undefined,
  words: Words,
  { now, zone, upcoming }: DayContext,
): Day | undefined {
  const hit = wordIn(text, words.weekdays);
  if (!hit || /\d/.test(text.replace(wordAlone(hit[0]), ''))) return undefined;
  const today = wallAt(now, zone);
  const dayAt = (away: number) => new Date(Date.UTC(today.year, today.month - 1, today.day + away));
  const index = (dayAt(0).getUTCDay() + 6) % 7;
  const away = upcoming ? (hit[1] - index + 7) % 7 : -((index - hit[1] + 7) % 7);
  const isOff = away === 0 && clock && instantOf({ ...today, ...clock }, zone) < now === (upcoming === true);
  const day = dayAt(isOff ? (upcoming ? 7 : -7) : away);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}
