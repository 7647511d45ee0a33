import type { Moment } from '../contract/moment.ts';

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

/** What clocks in `zone` show at an instant, as the milliseconds that UTC would need to show the same. */
export function wallClock(ms: number, zone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatter(zone).formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (ms - Math.floor(ms / 1000) * 1000);
}

/** The local date of an instant, as a count of days since 1970-01-01. */
export const localDay = (ms: number, zone: string): number => Math.floor(wallClock(ms, zone) / DAY);

/**
 * The instant at which clocks in `zone` show `wall` (see wallClock). As Temporal's "compatible": a time that the
 * clocks skip becomes the later one, a time that they show twice the earlier one.
 */
export function instantOf(wall: number, zone: string): number {
  const offset = (ms: number) => wallClock(ms, zone) - ms;
  const before = offset(wall - DAY);
  const after = offset(wall + DAY);
  const early = wall - before;
  const late = wall - after;
  return before === after || offset(early) === before || offset(late) !== after ? early : late;
}

/** A date (`YYYY-MM-DD`) as the pair from its midnight to the next one. */
export function dayMoment(date: string, zone: string): Moment {
  const wall = Date.parse(`${date}T00:00Z`);
  return [instantOf(wall, zone), instantOf(wall + DAY, zone)];
}
