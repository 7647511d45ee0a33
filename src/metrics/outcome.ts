import type { Moment } from '../contract/moment.ts';
import type { Deal, Lead } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { dayMoment } from '../contract/zone.ts';
import { known } from './spans.ts';

/** How a record ended, and when; `at` is absent when the page did not say. */
export interface End {
  outcome: Exclude<Lead['outcome'] | Deal['outcome'], 'open'>;
  at?: Moment;
}

/** Rules 3, 77: spam and duplicates are no leads, whenever that was found out; a merged record lives on elsewhere. */
export const isDiscarded = (record: Lead | Deal): boolean =>
  record.outcome === 'spam' || record.outcome === 'duplicate' || record.mergedInto !== undefined;

/** Rules 3, 34: the end as known at asOf; `undefined` while open. Closed without a time is closed all the same. */
export function endOf(record: Lead | Deal, settings: Settings, asOf: number): End | undefined {
  const { outcome } = record;
  if (outcome === 'open') return undefined;
  const closed = closedAt(record, settings);
  if (closed === undefined) return { outcome };
  const at = known(closed, asOf);
  return at === undefined ? undefined : { outcome, at };
}

export function closedAt(record: Lead | Deal, settings: Settings): Moment | undefined {
  if (record.closedAt !== undefined) return record.closedAt;
  const day = 'closeDate' in record ? record.closeDate : undefined;
  return day === undefined ? undefined : dayMoment(day, settings.timeZone ?? 'UTC');
}
