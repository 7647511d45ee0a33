import type { Settings, Week } from '../contract/settings.ts';
import { DAY, instantOf, localDay } from '../contract/zone.ts';

type Interval = [from: number, to: number];

/** Opening hours, ready for arithmetic. Make it once per set of settings: it remembers the days it worked out. */
export interface Calendar {
  zone: string;
  /** Windows of each weekday, Monday first, in milliseconds since local midnight. */
  week: Interval[][];
  holidays: ReadonlySet<number>;
  days: Map<number, Interval[]>;
}

const OFFICE_HOURS: Week = { '0-4': [['09:00', '17:00']] };

/**
 * The calendar of `timeZone` (default UTC), `week` (default Mon–Fri 09:00–17:00) and `holidays`. Weekday keys that
 * overlap add up. Throws an Error that names the setting when a zone, weekday or window cannot be used.
 */
export function calendarOf(settings: Settings): Calendar {
  const zone = settings.timeZone ?? 'UTC';
  localDay(0, zone); // an unknown zone fails here, not at the first lead
  const week: Interval[][] = Array.from({ length: 7 }, () => []);
  for (const [key, windows] of Object.entries(settings.week ?? OFFICE_HOURS)) {
    const parsed = windows.map((w, i) => parseWindow(w, `settings.week["${key}"][${i}]`));
    for (const weekday of weekdays(key)) week[weekday]?.push(...parsed);
  }
  const holidays = new Set(settings.holidays?.map((date) => Date.parse(`${date}T00:00Z`) / DAY));
  return { zone, week, holidays, days: new Map() };
}

function weekdays(key: string): number[] {
  const match = /^([0-6])(?:-([0-6]))?$/.exec(key);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? first);
  if (!match || last < first) {
    throw new Error(
      `settings.week: "${key}" is no weekday or range of weekdays. Monday is 0 and Sunday 6: write "0-4" or "6".`,
    );
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function parseWindow([from, to]: readonly [string, string], where: string): Interval {
  const [open, close] = [parseTime(from, where), parseTime(to, where)];
  if (close > open) return [open, close];
  throw new Error(
    `${where}: ${to} is not later than ${from}. A window ends on its own day: split it at 24:00 and 00:00.`,
  );
}

function parseTime(text: string, where: string): number {
  const match = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(text);
  if (!match) throw new Error(`${where}: "${text}" is no time of day. Write 00:00 to 24:00.`);
  return (Number(match[1] ?? 24) * 60 + Number(match[2] ?? 0)) * 60_000;
}

function windowsOf(day: number, calendar: Calendar): Interval[] {
  const known = calendar.days.get(day);
  if (known) return known;
  const weekday = (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  const walls = calendar.holidays.has(day) ? [] : (calendar.week[weekday] ?? []);
  const instant = (wall: number) => instantOf(day * DAY + wall, calendar.zone);
  const windows = walls.map(([from, to]): Interval => [instant(from), instant(to)]);
  windows.sort((a, b) => a[0] - b[0]);
  calendar.days.set(day, windows);
  return windows;
}

/**
 * Open time from an instant on, one stretch after the other while `visit` says true; no millisecond twice, where
 * windows or clock changes overlap.
 */
function visitOpenings(
  from: number,
  calendar: Calendar,
  visit: (open: number, close: number) => boolean,
): void {
  if (calendar.week.every((windows) => windows.length === 0)) return;
  let reached = from;
  for (let day = localDay(from, calendar.zone); ; day++) {
    for (const [open, close] of windowsOf(day, calendar)) {
      const start = Math.max(open, reached);
      if (close <= start) continue;
      if (!visit(start, close)) return;
      reached = close;
    }
  }
}

/** Business seconds between two instants; 0 when `to` is not later. */
export function businessSeconds(from: number, to: number, calendar: Calendar): number {
  let sum = 0;
  visitOpenings(from, calendar, (open, close) => {
    if (!(open < to)) return false; // NaN must not run on for ever
    sum += Math.min(close, to) - open;
    return true;
  });
  return sum / 1000;
}

/** The first instant by which `seconds` of business time have passed; `null` when the calendar is never open. */
export function dueAt(from: number, seconds: number, calendar: Calendar): number | null {
  let left = seconds * 1000;
  if (left <= 0) return from;
  let due: number | null = null;
  visitOpenings(from, calendar, (open, close) => {
    if (left <= close - open) due = open + left;
    left -= close - open;
    return due === null;
  });
  return due;
}
