import type { RawActivity, RawPage } from '../contract/raw.ts';

/**
 * A CRM changes its address before it shows the next record, and the record that was left stays on the screen for a
 * while. What stood there when the address changed, and still stands unchanged, belongs to the record that was left
 * and is never read under the new address. It may be read again once it was gone. A page that proves whose content
 * it shows needs no such guard.
 */
export function guardStale(): (page: RawPage) => RawPage {
  let shown: { page: string; record: string; activities: Set<string> } | undefined;
  let left: { record: string; activities: Set<string> } | undefined;
  return (page) => {
    if (page.kind !== 'record') {
      left = undefined;
      shown = undefined;
      return page;
    }
    if (page.unready) return page;
    if (page.proved) left = undefined;
    const record = printOf(page);
    if (shown && shown.page !== page.page && !page.proved) left = shown;
    if (left && record === left.record)
      return { ...page, records: [], activities: [], unready: 'still shows the record that was left' };
    const stale = left?.activities ?? new Set<string>();
    const activities = page.activities.filter((a) => !stale.has(printOfActivity(a)));
    const dropped = page.activities.length - activities.length;
    const present = new Set(page.activities.map(printOfActivity));
    if (left) left = { record: left.record, activities: new Set([...stale].filter((a) => present.has(a))) };
    shown = { page: page.page, record, activities: new Set(activities.map(printOfActivity)) };
    if (dropped === 0) return page;
    const why = `${dropped} shown since before the address changed`;
    return { ...page, activities, more: true, unread: [...page.unread, { field: 'activity', why }] };
  };
}

/** Ids come from the address, so they say nothing of whose content this is. A page without a record is its activity. */
const printOf = ({ records, activities }: Pick<RawPage, 'records' | 'activities'>): string =>
  JSON.stringify(
    records.length > 0
      ? records.map(({ fields, labelled }) => [Object.entries(fields).map(([k, f]) => [k, f.text]), labelled])
      : activities.map(({ id: _, ...activity }) => activity),
  );

const printOfActivity = ({ on: _, ...activity }: RawActivity): string => JSON.stringify(activity);
