import type { Desk } from './interpret.ts';
import { end, start } from './moment.ts';
import type { RawPage } from './raw.ts';
import { parseTime } from './time.ts';
import { type Fields, momentOf } from './values.ts';
import { latinDigits } from './words.ts';
import { wallAt } from './zone.ts';

/**
 * The planned or actual day of a deal, YYYY-MM-DD. Of an open deal it is planned, and without a year it may lie on
 * either side of today: it stays unread, unless the page itself shows which year it leaves out. A closed deal was closed
 * in the past; a day still to come this year is then last year's, or a plan that nobody changed.
 */
export function closeDateOf(fields: Fields, desk: Desk, isOpen: boolean): string | undefined {
  const machine = /^\d{4}-\d{2}-\d{2}/.exec(fields.closeDate?.machine ?? '')?.[0];
  if (machine) return machine;
  const { now, zone } = desk.time;
  const { year } = wallAt(now, zone);
  const thisYear = parseTime(fields.closeDate?.text ?? '', { ...desk.time, year });
  const isAhead = 'moment' in thisYear && start(thisYear.moment) > now;
  const isTold = /\p{Nd}/u.test(fields.closeDate?.text ?? '') && leavesOut(year, desk.raw.records);
  const whole = (isOpen || isAhead) && !isTold;
  const moment = momentOf('closeDate', fields, { ...desk, time: { ...desk.time, year, whole } });
  if (moment === undefined) return undefined;
  // A relative text spans days: no one date then.
  const from = wallAt(start(moment), zone);
  const to = wallAt(Math.max(start(moment), end(moment) - 1), zone);
  if (from.day !== to.day || from.month !== to.month) return undefined;
  return [from.year, from.month, from.day].map((n) => String(n).padStart(2, '0')).join('-');
}

/** Beside days with the year before or after stand days without one, and none with the year that runs. */
function leavesOut(year: number, records: RawPage['records']): boolean {
  const texts = records.map(({ fields }) => latinDigits(fields.closeDate?.text ?? ''));
  const shown = texts.map((text) => Number(/(?<!\d)\d{4}(?!\d)/.exec(text)?.[0]));
  return !shown.includes(year) && shown.some((other) => Math.abs(other - year) === 1);
}
