import type { Moment } from './moment.ts';
import { fold, latinDigits, type Words, wordsOf } from './words.ts';
import { dayOf, instantOf, type Wall, wallAt } from './zone.ts';

export interface TimeContext {
  /** Instant of the reading, epoch ms. */
  now: number;
  /** Zone in which the page writes its times (IANA). */
  zone: string;
  /** Languages to read it in, best first. */
  locales: readonly string[];
  /** Order of numeric dates (`DM`, `MD`) where the page proves one; `?` where it contradicts itself. */
  order?: string | undefined;
  /** In an upcoming section a missing year is the next one that fits, else the last. */
  upcoming?: boolean;
}

/** A moment, or why there is none. */
export type Parsed = { moment: Moment } | { why: string };

interface Clock {
  hour: number;
  minute: number;
}
interface Day {
  year?: number;
  month: number;
  day: number;
}

/**
 * Reads a time as a page shows it: text with minutes → the millisecond of its minute; a date alone → the pair of
 * that day; "N units ago" → the pair around it. What cannot be told stays unread and says why.
 */
export function parseTime(shown: string, context: TimeContext): Parsed {
  const iso = parseIso(shown.trim(), context);
  if (iso) return { moment: iso };
  const text = fold(latinDigits(shown));
  if (!text) return { why: 'empty' };
  let why = `not understood: "${shown.slice(0, 60)}"`;
  for (const [i, locale] of context.locales.entries()) {
    // Only the page's own language may decide which of two numbers is the day.
    const words = i === 0 ? wordsOf(locale) : { ...wordsOf(locale), order: undefined };
    const found = parseSpan(text, words, context) ?? parseParts(text, words, context);
    if (found && 'moment' in found) return found;
    if (found) why = found.why;
  }
  return { why };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function parseIso(text: string, { zone }: TimeContext): Moment | undefined {
  const m = ISO.exec(text);
  if (!m) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = m.slice(1, 6).map((n) => Number(n ?? 0));
  if (!exists(year, month, day) || hour > 24) return undefined;
  if (m[6]) return Date.parse(text.replace(' ', 'T'));
  return m[4] ? instantOf({ year, month, day, hour, minute }, zone) : dayOf(year, month, day, zone);
}

function parseSpan(text: string, words: Words, { now }: TimeContext): Parsed | undefined {
  for (const { before, after, unit, sign } of words.spans) {
    if (text.length <= before.length + after.length || !text.startsWith(before) || !text.endsWith(after))
      continue;
    const number = text.slice(before.length, text.length - after.length).trim();
    if (!/^\d+$/.test(number)) continue;
    const away = sign * Number(number);
    return { moment: [now + (away - 1) * unit, now + (away + 1) * unit] };
  }
  return undefined;
}

function parseParts(text: string, words: Words, context: TimeContext): Parsed | undefined {
  const zoned = takeZone(text, context);
  const { clock, rest } = takeClock(zoned.rest, words);
  const day =
    relativeDay(rest, words, context) ?? writtenDay(rest, words) ?? numericDay(rest, words, context);
  if (!day) return weekday(rest, clock, words, context);
  if ('why' in day) return day;
  const year = day.year ?? missingYear(day, clock, context);
  if (!exists(year, day.month, day.day)) return { why: `no such day: "${text}"` };
  if (!clock) return { moment: dayOf(year, day.month, day.day, context.zone) };
  const wall = { year, month: day.month, day: day.day, ...clock };
  if (zoned.offset !== undefined)
    return { moment: Date.UTC(year, day.month - 1, day.day, clock.hour, clock.minute) - zoned.offset };
  return { moment: zoned.name ? instantOf(wall, zoned.name) : instantOf(wall, context.zone) };
}

const exists = (year: number, month: number, day: number): boolean => {
  const d = new Date(Date.UTC(year, month - 1, day));
  return year > 1900 && d.getUTCMonth() === month - 1 && d.getUTCDate() === day;
};

const CLOCK = /(?<!\d)(\d{1,2})(?::|h|時)(\d{2})(?::\d{2})?(?!\d)/u;

function takeClock(text: string, words: Words): { clock?: Clock; rest: string } {
  const m = CLOCK.exec(text);
  if (!m) return { rest: text };
  let hour = Number(m[1]);
  const minute = Number(m[2]);
  let rest = `${text.slice(0, m.index)} ${text.slice(m.index + m[0].length)}`;
  const period = [...words.periods].find(([word]) => hasWord(rest, word));
  const latin = /(?:^|\s)([ap])\.?m\b/.exec(rest);
  const half = period?.[1] ?? (latin ? (latin[1] === 'p' ? 12 : 0) : undefined);
  if (half !== undefined) {
    if (hour > 12 || hour < 1) return { rest: text };
    hour = (hour % 12) + half;
    rest = period ? rest.replace(wordAlone(period[0]), ' ') : rest.replace(latin?.[0] ?? '', ' ');
  }
  return hour > 23 || minute > 59 ? { rest: text } : { clock: { hour, minute }, rest: rest.trim() };
}

const literally = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A printed zone: an offset, or an abbreviation that the page's own zone or a well-known one has. */
function takeZone(
  text: string,
  { zone, now }: TimeContext,
): { rest: string; offset?: number; name?: string } {
  const offset = /(?:\b(?:utc|gmt)\s*)([+−-]\s?\d{1,2}(?::?\d{2})?)$|\b(utc|gmt|z)$/u.exec(text);
  if (offset) {
    const [hours = '0', minutes = '0'] = (offset[1] ?? '0').replace('−', '-').replace(/\s/, '').split(':');
    const sign = hours.startsWith('-') ? -1 : 1;
    const ms = sign * (Math.abs(Number(hours)) * 36e5 + Number(minutes) * 6e4);
    return { rest: text.slice(0, offset.index).trim(), offset: ms };
  }
  const short = /(?<=\d.*)\b([a-z]{3,4})$/u.exec(text)?.[1];
  if (!short || /^[ap]m$/.test(short)) return { rest: text };
  const name = [zone, ...WELL_KNOWN].find((candidate) => abbreviations(candidate, now).has(short));
  return name ? { rest: text.slice(0, -short.length).trim(), name } : { rest: text };
}

/** Zones whose abbreviations pages print; the reader's own zone is asked first, for "EST" or "IST" is written in several. */
const WELL_KNOWN =
  'America/New_York America/Chicago America/Denver America/Los_Angeles Europe/London Europe/Berlin'.split(
    ' ',
  );

function abbreviations(zone: string, now: number): Set<string> {
  const names = new Set<string>();
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-IN'])
    for (const month of [0, 182]) {
      const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
      const part = format.formatToParts(now - month * 864e5).find((p) => p.type === 'timeZoneName');
      if (part && /^[A-Z]{3,4}$/.test(part.value)) names.add(part.value.toLowerCase());
    }
  return names;
}

function relativeDay(text: string, words: Words, { now, zone }: TimeContext): Day | undefined {
  const hit = [...words.days].sort((a, b) => b[0].length - a[0].length).find(([word]) => hasWord(text, word));
  if (!hit) return undefined;
  const today = wallAt(now, zone);
  const day = new Date(Date.UTC(today.year, today.month - 1, today.day + hit[1]));
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

const wordAlone = (word: string) => new RegExp(`(?<!\\p{L})${literally(word)}(?!\\p{L})`, 'u');
const hasWord = (text: string, word: string): boolean => wordAlone(word).test(text);

function writtenDay(text: string, words: Words): Day | { why: string } | undefined {
  const month = monthIn(text, words);
  if (!month) return undefined;
  const numbers = [...text.replace(month[0], ' ').matchAll(/\d+/g)].map(([n]) => n);
  const year = numbers.find((n) => n.length === 4);
  const day = numbers.find((n) => n.length <= 2);
  if (!day || numbers.length > 2) return { why: `no day in "${text}"` };
  return { month: month[1], day: Number(day), ...(year ? { year: Number(year) } : {}) };
}

/** A month's name, or a word that only one month begins with: "Sep" where the language says "Sept". */
function monthIn(text: string, words: Words): [string, number] | undefined {
  const known = [...words.months]
    .sort((a, b) => b[0].length - a[0].length)
    .find(([word]) => hasWord(text, word));
  if (known) return known;
  for (const [word] of text.matchAll(/\p{L}{3,}/gu)) {
    const meant = new Set([...words.months].filter(([name]) => name.startsWith(word)).map(([, n]) => n));
    const [only] = meant;
    if (meant.size === 1 && only) return [word, only];
  }
  return undefined;
}

const NUMERIC = /(?<!\d)(\d{1,4})\s?[./\-年.]\s?(\d{1,2})(?:\s?[./\-月.]\s?(\d{1,4}))?(?!\d)/u;

function numericDay(text: string, words: Words, context: TimeContext): Day | { why: string } | undefined {
  const m = NUMERIC.exec(text);
  if (!m) return undefined;
  const [a = 0, b = 0, c] = m.slice(1).map((n) => (n === undefined ? undefined : Number(n)));
  if (m[1]?.length === 4) return { year: a, month: b, day: c ?? 0 };
  const order = numericOrder(text) ?? context.order ?? words.order?.replace('Y', '');
  if (!order?.includes('D')) return { why: `day or month first? "${text}"` };
  const dayFirst = order.indexOf('D') < order.indexOf('M');
  const [day, month] = dayFirst ? [a, b] : [b, a];
  const year = c === undefined ? undefined : (m[3]?.length ?? 0) <= 2 ? 2000 + c : c;
  return { month, day, ...(year === undefined ? {} : { year }) };
}

/** The order that one numeric date proves by itself: a part above 12 is the day. */
export function numericOrder(text: string): 'DM' | 'MD' | undefined {
  const m = NUMERIC.exec(latinDigits(text));
  if (!m || m[1]?.length === 4) return undefined;
  const [a, b] = [Number(m[1]), Number(m[2])];
  if (a > 12 && b <= 12) return 'DM';
  return b > 12 && a <= 12 ? 'MD' : undefined;
}

function missingYear(day: Day, clock: Clock | undefined, { now, zone, upcoming }: TimeContext): number {
  const { year } = wallAt(now, zone);
  const at = (y: number) =>
    instantOf({ year: y, month: day.month, day: day.day, ...(clock ?? { hour: 0, minute: 0 }) }, zone);
  if (upcoming) return clock ? (at(year) >= now ? year : year + 1) : at(year) + 864e5 > now ? year : year + 1;
  return at(year) <= now ? year : year - 1;
}

/** A weekday alone is the latest one in the past (in an upcoming section the next). */
function weekday(
  text: string,
  clock: Clock | undefined,
  words: Words,
  context: TimeContext,
): Parsed | undefined {
  const hit = [...words.weekdays].find(([word]) => hasWord(text, word));
  const today: Wall = wallAt(context.now, context.zone);
  if (!hit) return clock && !/[\p{L}\d]/u.test(text) ? { why: 'a time without a day' } : undefined;
  const index = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 6) % 7;
  const back = (index - hit[1] + 7) % 7;
  const day = today.day + (context.upcoming ? (7 - back) % 7 : -back);
  if (clock) return { moment: instantOf({ ...today, day, ...clock }, context.zone) };
  return { moment: dayOf(today.year, today.month, day, context.zone) };
}
