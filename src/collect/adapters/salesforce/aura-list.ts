import type { RawRecord } from '../../../contract/raw.ts';
import { all, text } from '../../flat.ts';
import { each, type Slices } from '../../slices.ts';
import { emptyRow } from './columns.ts';
import { allShown, first, linkedId, RECORD_LINK, shown, valueText } from './dom.ts';
import { objectOf, type SalesforceObject } from './objects.ts';

/**
 * Older (Aura) list views name no fields: each cell is what its column's title says, whatever the order, and the
 * row's own link carries the record's id.
 */
export function* auraRows(host: Element, url: URL, object: SalesforceObject): Slices<RawRecord[]> {
  const table = first(host, 'table.uiVirtualDataTable, .forceListViewManagerGrid table');
  if (!table) return [];
  const titles = all(table, 'thead th').map(titleOf);
  const rows = yield* each(all(table, 'tbody tr'), (row): RawRecord[] => {
    if (!shown(row)) return [];
    const head = first(row, 'th');
    const links = [...(head ? allShown(head, RECORD_LINK) : []), ...allShown(row, RECORD_LINK)];
    const own = links.find((a) => objectOf(linkedId(a)) === object);
    const id = linkedId(own);
    if (!own || !id) return [];
    const cells = all(row, ':scope > th, :scope > td');
    // A cell too many or too few, and nobody knows which is which.
    const labelled = (cells.length === titles.length ? cells : []).flatMap((cell, i) => {
      const [label, value] = [titles[i], valueText(cell)];
      return label && value && cell !== head ? [{ label, text: value }] : [];
    });
    const name = { text: text(own, { without: '.slds-assistive-text' }), by: 'structure' as const };
    return [{ ...emptyRow(url, object, id), fields: { name }, labelled }];
  });
  return rows.flat();
}

const titleOf = (th: Element): string =>
  th.getAttribute('title') ||
  all(th, '[title]')[0]?.getAttribute('title') ||
  th.getAttribute('aria-label') ||
  text(th, { without: '.slds-assistive-text', buttons: true });
