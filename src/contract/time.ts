import { takeClock } from './clock.ts';
import { dayIn, exists, missingYear, weekdayIn } from './day.ts';
import type { Moment } from './moment.ts';
import { spansIn } from './span.ts';
import { fold, latinDigits, type Words, wordsOf } from './words.ts';
import { dayOf, instantOf, wallAt } from './zone.ts';

export interface TimeContext {
  /** Instant of the reading, epoch ms. */
  now: number;
  /** Zone in which the page writes its times (IANA). */
  zone: string;
  /** Where the page proves to be in another zone than it is read in, but not in which: the others it may be. */
  otherZones?: readonly string[];
  /** Languages to read it in, best first. */
  locales: readonly string[];
  /** Order of numeric dates (`DM`, `MD`) where the page proves one; `?` where it contradicts itself. */
  order?: string | undefined;
  /** Year that a heading above the date names. */
  year?: number | undefined;
  /** In an upcoming section a missing year is the next one that fits, else the last. */
  upcoming?: boolean;
  /** A time without a day is today's. */
  today?: boolean;
  /** A day that does not name its year stays unread. */
  whole?: boolean;
}

/** A moment, or why there is none. */
export type Parsed = { moment: Moment } | { why: string };

/**
 * Reads a time as a page shows it: text with minutes → the millisecond of its minute; a date alone → the pair of
 * that day; "N units ago" → the pair around it. What cannot be told stays unread and says why.
 */
export function parseTime(shown: string, context: TimeContext): Parsed {
  const parsed = parseIn(shown, context);
  const isSame = (zone: string) => {
    const other = parseIn(shown, { ...context, zone });
    return 'moment' in parsed && 'moment' in other && String(other.moment) === String(parsed.moment);
  };
  return 'why' in parsed || (context.otherZones ?? []).every(isSame)
    ? parsed
    : { why: 'in which zone is the page?' };
}

function parseIn(shown: string, context: TimeContext): Parsed {
  const iso = parseIso(latinDigits(shown.trim()), context) ?? parseDays(shown.trim(), context);
  if (iso !== undefined) return { moment: iso };
  const text = fold(latinDigits(shown));
  if (!text) return { why: 'empty' };
  let why = `not understood: "${shown.slice(0, 60)}"`;
  const [own = 'en'] = context.locales;
  for (const locale of context.locales) {
    // Only the page's own language may decide which of two numbers is the day.
    const { order, dayMonth, yearShift, ...page } = wordsOf(own);
    const hour12 = page.hour12 || /\d\s?[AP]\.?M/.test(shown);
    const words = { ...wordsOf(locale), order, dayMonth, yearShift, hour12 };
    const found = parseSpan(text, locale, context) ?? parseParts(shown, text, words, context);
    if (found && 'moment' in found) return found;
    if (found) why = found.why;
  }
  return { why };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** "P3D", "-P2D": a day so many days from today, as some pages count. */
function parseDays(text: string, { now, zone }: TimeContext): Moment | undefined {
  const m = /^(-?)P(\d{1,5})D$/.exec(text);
  if (!m) return undefined;
  const today = wallAt(now, zone);
  const then = new Date(Date.UTC(today.year, today.month - 1, today.day + Number(`${m[1]}${m[2]}`)));
  return dayOf(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate(), zone);
}

function parseIso(text: string, { zone }: TimeContext): Moment | undefined {
  const m = ISO.exec(text);
  if (!m) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = m.slice(1, 6).map((n) => Number(n ?? 0));
  if (!exists(year, month, day) || hour > 23 || minute > 59) return undefined;
  if (m[6]) {
    const instant = Date.parse(
      text
        .replace(' ', 'T')
        .replace(' ', '')
        .replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
    );
    return Number.isNaN(instant) ? undefined : instant;
  }
  return m[4] ? instantOf({ year, month, day, hour, minute }, zone) : dayOf(year, month, day, zone);
}

function parseSpan(text: string, locale: string, { now }: TimeContext): Parsed | undefined {
  const [only, ...others] = spansIn(text, locale);
  // Arabic writes five months ago and five months ahead alike.
  if (others.length > 0) return { why: `ago or ahead? "${text}"` };
  return only && { moment: [now + only[0], now + only[1]] };
}

const todayIn = ({ today, now, zone }: TimeContext) =>
  today ? wallAt(now, zone) : { why: 'a time without a day' };

function parseParts(shown: string, text: string, words: Words, context: TimeContext): Parsed | undefined {
  const clocked = takeClock(shown, text, words, context);
  if ('why' in clocked) return clocked;
  const { rest, clock } = clocked;
  const found =
    dayIn(rest, words, context) ??
    (context.whole ? undefined : weekdayIn(rest, clock, words, context)) ??
    (clock && !/[\p{L}\d]/u.test(rest) ? todayIn(context) : undefined);
  if (!found) return undefined;
  if ('why' in found) return found;
  const { month, day } = found;
  const year = found.year ?? (context.whole ? undefined : missingYear(found, clock, context));
  // A leap year has every day that there is.
  if (year === undefined && exists(2024, month, day)) return { why: `which year? "${text.slice(0, 60)}"` };
  if (year === undefined || !exists(year, month, day)) return { why: `no such day: "${text.slice(0, 60)}"` };
  if (!clock) return { moment: dayOf(year, month, day, context.zone) };
  const { hour, minute, printed = context.zone } = clock;
  if (typeof printed === 'number') return { moment: Date.UTC(year, month - 1, day, hour, minute) - printed };
  return { moment: instantOf({ year, month, day, hour, minute }, printed) };
}
