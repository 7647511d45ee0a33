import type { Activity, Deal, Lead, OwnerChange } from '../contract/records.ts';

/** A lead or a deal with all that is known to have happened to it; what every per-record metric takes. */
export interface RecordHistory {
  kind: 'lead' | 'deal';
  record: Lead | Deal;
  /** On the record and, for a lead, on the deal it became. In no particular order. */
  activities: Activity[];
  ownerChanges: OwnerChange[];
}
