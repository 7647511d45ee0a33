import type { Customer } from '../contract/records.ts';
import { DAY, localDay } from '../contract/zone.ts';
import { withCoverage } from './kpi.ts';
import type { Scene } from './scene.ts';

type Cohort = { rows: Customer[]; coverage: number | null };

const textOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

// Dates compare as texts; a time zone is then asked once per period, not once per customer.
const dateAt = ({ calendar }: Scene, at: number): string => textOf(localDay(at, calendar.zone));

/** The first date that begins at `at` or later. */
const dateFrom = ({ calendar }: Scene, at: number): string => textOf(localDay(at - 1, calendar.zone) + 1);

export const customersOf = ({ records, rep }: Scene): Customer[] =>
  records.customers.filter(({ owner }) => rep === null || owner === rep);

/** Rule 50: since a day of the period. Coverage is the share whose first day is known. */
export function newCustomers(scene: Scene): Cohort {
  const first = dateFrom(scene, scene.period[0]);
  const next = dateFrom(scene, scene.period[1]);
  const today = dateAt(scene, scene.asOf);
  return among(scene, (since) => since >= first && since < next && since <= today);
}

/** Rule 42: since before the period, and not gone before it; none while the period has not begun. */
export function customersAtStart(scene: Scene): Cohort {
  const first = dateFrom(scene, scene.period[0]);
  const isBegun = scene.period[0] <= scene.asOf;
  return among(
    scene,
    (since, { until }) => isBegun && since < first && (until === undefined || until >= first),
  );
}

/** Rule 42: which of those at the start left; one gone from the first day after the period on left at its end. */
export function lostAmong(rows: readonly Customer[], scene: Scene): Customer[] {
  const last = dateAt(scene, Math.min(scene.period[1], scene.asOf));
  return rows.filter(({ until }) => until !== undefined && until <= last);
}

function among(scene: Scene, fits: (since: string, customer: Customer) => boolean): Cohort {
  const { rows, coverage } = withCoverage(customersOf(scene), ({ since }) => since !== undefined);
  return { rows: rows.filter((row) => row.since !== undefined && fits(row.since, row)), coverage };
}
