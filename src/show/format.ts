import { type Moment, start } from '../contract/moment.ts';
import type { Unit as KpiUnit } from '../metrics/kpi.ts';
import { direction, language, number, t } from './text.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
type Unit = readonly [name: 'day' | 'hour' | 'minute' | 'second', seconds: number];
const second: Unit = ['second', 1];
const units: Unit[] = [['day', DAY], ['hour', HOUR], ['minute', MINUTE], second];

const inUnit = (value: number, unit: string): string =>
  number(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 });

/** Seconds as the two largest units that say something: "2 hr 12 min", "45 sec". */
export const duration = (seconds: number): string => inTwoUnits(seconds, units);

/** The same for working time, in hours at most: a day of it has no fixed length. */
export const workDuration = (seconds: number): string => inTwoUnits(seconds, units.slice(1));

/** Where there is room for one long unit: minutes say little beside ten hours. */
export const briefWorkDuration = (seconds: number): string =>
  workDuration(seconds < 10 * HOUR ? seconds : seconds - (seconds % HOUR));

function inTwoUnits(seconds: number, largest: Unit[]): string {
  const whole = Math.max(0, Math.floor(seconds));
  const at = largest.findIndex(([, size]) => whole >= size);
  const [first, next] = largest.slice(at);
  if (at === -1 || !first) return inUnit(0, 'second');
  const [unit, size] = first;
  const rest = next && unit !== 'minute' ? Math.floor((whole % size) / next[1]) : 0;
  const head = inUnit(Math.floor(whole / size), unit);
  return next && rest > 0 ? `${head} ${inUnit(rest, next[0])}` : head;
}

/** A duration, or both its ends when only a span is known. */
export function span(seconds: number | readonly [number, number]): string {
  if (typeof seconds === 'number') return duration(seconds);
  const [from, to] = seconds;
  return from < 1
    ? t('up_to', { to: duration(to) })
    : t('from_to', { from: duration(from), to: duration(to) });
}

/** Working time left as a clock: `04:12`, `1:04:12`; from a day's length on in hours. */
export function clock(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  if (whole >= DAY) return workDuration(whole);
  const two = (n: number) => number(n, { minimumIntegerDigits: 2 });
  const minutes = two(Math.floor((whole % HOUR) / MINUTE));
  const head = whole >= HOUR ? `${number(Math.floor(whole / HOUR))}:${minutes}` : minutes;
  return `${head}:${two(whole % MINUTE)}`;
}

/** How long ago, in the largest unit: "3 sec. ago", "yesterday". `seconds` below 0 lies ahead. */
export function ago(seconds: number): string {
  const format = new Intl.RelativeTimeFormat(language(), { style: 'short', numeric: 'always' });
  const size = Math.abs(seconds);
  const [unit, length] = units.find(([, each]) => size >= each) ?? second;
  return format.format(-Math.trunc(seconds / length), unit);
}

const sameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

/** A point in time: the hour today, day and hour before; a day alone, or a span, when no more is known. */
export function when(moment: Moment, now: number): string {
  const at = start(moment);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
  if (!sameYear) day.year = 'numeric';
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const exact = new Intl.DateTimeFormat(language(), sameDay(at, now) ? time : { ...day, ...time });
  if (typeof moment === 'number') return exact.format(at);
  const wholeDays = moment[1] - moment[0] >= (DAY - HOUR) * 1000;
  return wholeDays
    ? new Intl.DateTimeFormat(language(), day).formatRange(at, moment[1] - 1)
    : exact.formatRange(at, moment[1]);
}

export const percent = (ratio: number): string =>
  number(ratio, { style: 'percent', maximumFractionDigits: 0 });

/** A share; below a tenth with one digit more, so that a small one is not called none. */
const share = (ratio: number): string =>
  number(ratio, { style: 'percent', maximumFractionDigits: Math.abs(ratio) < 0.1 ? 1 : 0 });

/** Days, in parts while they are few. */
export const days = (count: number): string =>
  number(count, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: Math.abs(count) < 10 ? 1 : 0,
  });

/** From so much on an amount is written short ("€1.2M"), where there is little room. */
const MUCH = 100_000;

const SHORT = { notation: 'compact', maximumFractionDigits: 1 } as const;

/** Not every language has a short word for thousands; German writes "101.079". */
const isShortened = (amount: number): boolean =>
  new Intl.NumberFormat(language(), SHORT).formatToParts(amount).some(({ type }) => type === 'compact');

/** An amount in its currency; a bare number where none is known, or the CRM's own name of one. */
export function money(amount: number, currency?: string | null, isBrief = false): string {
  const digits = Math.abs(amount) < 100 ? 2 : 0;
  const options: Intl.NumberFormatOptions =
    isBrief && Math.abs(amount) >= MUCH && isShortened(amount)
      ? SHORT
      : { maximumFractionDigits: digits, minimumFractionDigits: 0 };
  if (!currency) return number(amount, options);
  if (!/^[A-Z]{3}$/.test(currency)) return `${number(amount, options)} ${currency}`;
  const text = number(amount, { ...options, style: 'currency', currency });
  // From right to left the letters and the sign of "US$" would change places.
  return direction() === 'rtl' ? text.replace(/\p{Lu}+\$/u, '\u2066$&\u2069') : text;
}

/** A KPI's value, or a limit or target of it, as its unit is written; "—" for what cannot be said. */
export function kpiValue(value: number | null | undefined, unit: KpiUnit, currency?: string | null): string {
  if (value == null) return '—';
  switch (unit) {
    case 's':
      return duration(value);
    case 'days':
      return days(value);
    case 'ratio':
      return share(value);
    case 'money':
      return money(value, currency, true);
    case 'money/day':
      return t('per_day', { value: money(value, currency, true) });
    case 'per-week':
      return t('per_week', { value: number(value, { maximumFractionDigits: 1 }) });
    case 'count':
      return number(value, { maximumFractionDigits: 0 });
    default:
      // Below each other in a column: "3.0" over "2.8".
      return number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }
}

/** A date that has no time (`YYYY-MM-DD`). */
export const date = (text: string): string => dates('UTC').format(Date.parse(text));

/** From the first to the last day of `[from, to)` in a zone. */
export const dateRange = ([from, to]: readonly [number, number], zone?: string): string =>
  dates(zone).formatRange(from, to - 1);

const dates = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat(language(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(timeZone && { timeZone }),
  });
