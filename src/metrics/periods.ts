import { DAY, instantOf, localDay } from '../contract/zone.ts';

/** What can be chosen to look at. */
export const PERIODS = [
  'days-30',
  'days-90',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
] as const;
export type PeriodName = (typeof PERIODS)[number];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** `[from, to)` in epoch ms; months begin at midnight on the clocks of the zone, and this one goes on to its end. */
export function periodOf(name: PeriodName, asOf: number, zone: string): [from: number, to: number] {
  const [which, what] = name.split('-') as ['days' | 'this' | 'last', string];
  if (which === 'days') return [asOf - Number(what) * DAY, asOf];
  const length = MONTHS[what as keyof typeof MONTHS];
  const today = new Date(localDay(asOf, zone) * DAY);
  const first = Math.floor(today.getUTCMonth() / length) * length - (which === 'last' ? length : 0);
  const monthAt = (month: number) => instantOf(Date.UTC(today.getUTCFullYear(), month, 1), zone);
  return [monthAt(first), monthAt(first + length)];
}
