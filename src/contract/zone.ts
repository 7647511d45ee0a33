import type { Moment } from './moment.ts';

export const DAY = 86_400_000;

// Making a formatter costs a thousand times more than using one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = makeFormatter(zone);
  formatters.set(zone, made);
  return made;
}

function makeFormatter(zone: string): Intl.DateTimeFormat {
  const n = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: n,
      month: n,
      day: n,
      hour: n,
      minute: n,
      second: n,
    });
  } catch {
    throw new Error(
      `settings.timeZone: "${zone}" is not a known time zone. Use an IANA name such as "Europe/Bucharest".`,
    );
  }
}

/** What clocks show (see wallClock), from the formatter: exact and slow. */
function shownAt(ms: number, zone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatter(zone).formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (ms - Math.floor(ms / 1000) * 1000);
}

/** Clocks are changed at most once in such a time: where both its ends have one offset, all of it has. */
const STRETCH = 6 * 3_600_000;
const offsets = new Map<string, Map<number, number | null>>();

/** The offset of all the stretch that holds an instant; `null` where the clocks change in it. */
function offsetAround(ms: number, zone: string): number | null {
  const known = offsets.get(zone) ?? new Map<number, number | null>();
  offsets.set(zone, known);
  const stretch = Math.floor(ms / STRETCH);
  const found = known.get(stretch);
  if (found !== undefined) return found;
  const [first, last] = [stretch * STRETCH, (stretch + 1) * STRETCH];
  const offset = shownAt(first, zone) - first;
  const steady = offset === shownAt(last, zone) - last ? offset : null;
  known.set(stretch, steady);
  return steady;
}

/** What clocks in `zone` show at an instant, as the milliseconds that UTC would need to show the same. */
export function wallClock(ms: number, zone: string): number {
  const offset = offsetAround(ms, zone);
  return offset === null ? shownAt(ms, zone) : ms + offset;
}

export interface Wall {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** The same, in parts. */
export function wallAt(ms: number, zone: string): Wall {
  const shown = new Date(wallClock(ms, zone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/** The local date of an instant, as a count of days since 1970-01-01. */
export const localDay = (ms: number, zone: string): number => Math.floor(wallClock(ms, zone) / DAY);

/**
 * The instant at which clocks in `zone` show `wall` (see wallClock; parts may run over, as in `Date.UTC`). As
 * Temporal's "compatible": a time that the clocks skip becomes the later one, a time that they show twice the earlier.
 */
export function instantOf(wall: Wall | number, zone: string): number {
  const shown =
    typeof wall === 'number' ? wall : Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const offset = (ms: number) => wallClock(ms, zone) - ms;
  const before = offset(shown - DAY);
  const after = offset(shown + DAY);
  const early = shown - before;
  const late = shown - after;
  return before === after || offset(early) === before || offset(late) !== after ? early : late;
}

/** The local day as the pair of its ends: 23, 24 or 25 hours. */
export function dayOf(year: number, month: number, day: number, zone: string): [number, number] {
  const midnight = Date.UTC(year, month - 1, day);
  return [instantOf(midnight, zone), instantOf(midnight + DAY, zone)];
}

/** A date (`YYYY-MM-DD`) as the pair from its midnight to the next one. */
export function dayMoment(date: string, zone: string): Moment {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayOf(year, month, day, zone);
}
