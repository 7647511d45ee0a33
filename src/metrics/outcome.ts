import type { Moment } from '../contract/moment.ts';
import type { Deal, Lead } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { dayMoment } from '../contract/zone.ts';
import { type DealHistory, isDealHistory, type RecordHistory } from './histories.ts';
import { isBefore, known } from './spans.ts';
import { endByStage } from './stage-outcomes.ts';

/** How a record ended, and when; `at` is absent when the page did not say. */
export interface End {
  outcome: Exclude<Lead['outcome'] | Deal['outcome'], 'open'>;
  at?: Moment;
}

/** Rules 3, 77: spam and duplicates are no leads, whenever that was found out; a merged record lives on elsewhere. */
export const isDiscarded = (record: Lead | Deal): boolean =>
  record.outcome === 'spam' || record.outcome === 'duplicate' || record.mergedInto !== undefined;

/** Rules 3, 34: the end as known at asOf; `undefined` while open. Closed without a time is closed all the same. */
export function endOf(history: RecordHistory, settings: Settings, asOf: number): End | undefined {
  const { record } = history;
  const { outcome } = record;
  if (outcome === 'open') return isDealHistory(history) ? endAsSaid(history, settings, asOf) : undefined;
  const closed = closedAt(record, settings);
  if (closed === undefined) return { outcome };
  const at = known(closed, asOf);
  return at === undefined ? undefined : { outcome, at };
}

/**
 * Rule 86: the end of a deal by what the user says of its stage. Only where its page says nothing of an end: the CRM
 * knows of the deal itself, the setting only of all deals in a stage. A day that is still to come, or on which the deal
 * is seen to have been open, is a plan and not its end.
 */
function endAsSaid(history: DealHistory, settings: Settings, asOf: number): End | undefined {
  const end = endByStage(history, settings, asOf);
  if (!end) return undefined;
  const outcome = end.outcome === 'won' ? 'won' : 'lost';
  if (end.at !== undefined) return { outcome, at: end.at };
  const at = known(closedAt(history.record, settings), asOf);
  const isPlan = at === undefined || (end.openUntil !== undefined && isBefore(at, end.openUntil));
  return isPlan ? { outcome } : { outcome, at };
}

export function closedAt(record: Lead | Deal, settings: Settings): Moment | undefined {
  if (record.closedAt !== undefined) return record.closedAt;
  const day = 'closeDate' in record ? record.closeDate : undefined;
  return day === undefined ? undefined : dayMoment(day, settings.timeZone ?? 'UTC');
}
