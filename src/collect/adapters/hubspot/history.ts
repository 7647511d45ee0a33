import type { RawActivity } from '../../../contract/raw.ts';
import { all, text, visible } from '../../flat.ts';
import { isLoading, ownerName } from './properties.ts';

const ROWS = '[data-test-id="property-info-table"] [data-test-id="property-info-table-row"]';
const LABEL = '[data-test-id="property-label-cell"]';
const CELLS = 'td, [role="cell"], [role="gridcell"]';

/**
 * The panel of a property's history, where the user opened it: label, value, source, user, date. Rows name their
 * property by its label alone, so what it means is left to the dictionaries.
 */
export const propertyHistory = (doc: Document): RawActivity[] =>
  all(doc, ROWS).flatMap((row): RawActivity[] => {
    const label = text(all(row, LABEL)[0]);
    const cells = all(row, CELLS).filter(
      (cell) => visible(cell) && !cell.matches(LABEL) && !all(cell, LABEL)[0],
    );
    const [value, , user, date] = cells.map((cell) => text(cell, { buttons: true }));
    if (!label || !visible(row) || isLoading(row) || cells.length !== 4 || !date) return [];
    return [
      {
        type: 'property-change',
        subject: label,
        time: { text: date, by: 'structure' },
        change: { field: label, to: ownerName(value) },
        ...(user ? { by: user } : {}),
      },
    ];
  });
