import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all, text, visible } from '../../flat.ts';
import { isLoading, ownerName } from './properties.ts';

const ROWS = '[data-test-id="property-info-table"] tr, [data-test-id="property-info-table-row"]';
const LABEL = '[data-test-id="property-label-cell"]';
const CELLS = 'td, [role="cell"], [role="gridcell"]';

/**
 * The panel of a property's history, where the user opened it: label, value, source, user, date. Rows name their
 * property by its label alone, so what it means is left to the dictionaries.
 */
export function propertyHistory(doc: Document): Pick<RawPage, 'activities' | 'unread'> {
  const rows = all(doc, ROWS).filter((row) => visible(row) && all(row, CELLS).length > 0);
  const read = rows.map(changeIn);
  const untold = read.filter((change) => !change).length;
  return {
    activities: read.flatMap((change, i) => (change ? withFormer(change, read.slice(i + 1)) : [])),
    unread: untold > 0 ? [{ field: 'history', why: `${untold} rows of no known form` }] : [],
  };
}

/** Newest first: the value before stands in the next row of the property, if all between are understood. */
function withFormer(row: RawActivity, older: (RawActivity | undefined)[]): RawActivity {
  const at = older.findIndex((other) => !other || other.change?.field === row.change?.field);
  const from = older[at]?.change?.to;
  return row.change && from ? { ...row, change: { ...row.change, from } } : row;
}

function changeIn(row: Element): RawActivity | undefined {
  const label = text(all(row, LABEL)[0]);
  const cells = all(row, CELLS).filter(
    (cell) => visible(cell) && !cell.matches(LABEL) && !all(cell, LABEL)[0],
  );
  const [value, , user, date] = cells.map((cell) => text(cell, { buttons: true }));
  if (!label || isLoading(row) || cells.length !== 4 || !date) return undefined;
  return {
    type: 'history',
    subject: label,
    time: { text: date, by: 'structure' },
    change: { field: label, to: ownerName(value) },
    ...(user ? { by: user } : {}),
  };
}
