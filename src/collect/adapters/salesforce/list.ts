import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { announcedCount } from '../../count.ts';
import { all, text } from '../../flat.ts';
import { auraRows } from './aura-list.ts';
import { allShown, first, machineValue, valueText } from './dom.ts';
import { activeHost, loading } from './host.ts';
import { BOARD, collectBoard } from './kanban.ts';
import { kindOf, pluralOf, type SalesforceObject, shortId } from './objects.ts';

/** First part of a column's key, which is the field's name (a relation's by its path) → the contract's field. */
const COLUMNS: Record<string, string> = {
  Name: 'name',
  StageName: 'stage',
  Status: 'status',
  Amount: 'amount',
  CloseDate: 'closeDate',
  CreatedDate: 'createdAt',
  Probability: 'probability',
  LeadSource: 'source',
  Company: 'company',
  Rating: 'warmth',
  Type: 'type',
  NextStep: 'nextStep',
  AccountId: 'company',
  'Account.Name': 'company',
  AccountName: 'company',
  OwnerId: 'owner',
  'Owner.Name': 'owner',
  OwnerName: 'owner',
};

/** What a list's address shows: a board, an Aura table, or the rows of the current kind. */
export function collectList(doc: Document, url: URL, object: SalesforceObject): RawPage {
  const name = `${object}/list/${url.searchParams.get('filterName') ?? ''}`;
  const page = emptyPage('list', name);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible list' };
  const board = first(host, BOARD);
  if (board) return collectBoard(board, url, object, name);
  const grid = gridRows(host, url, object);
  const records = grid.length > 0 ? grid : auraRows(host, url, object);
  const isLoading = loading(host);
  if (records.length === 0 && isLoading) return { ...page, unready: 'still loading' };
  const count = countOf(host);
  if (records.length === 0 && count === undefined) return { ...page, unready: 'no list content yet' };
  return {
    ...page,
    records,
    announced: count === undefined ? {} : { [pluralOf(object)]: count },
    more: isLoading,
    people: [...new Set(records.flatMap((r) => r.fields.owner?.text || []))],
  };
}

export const emptyRow = (url: URL, object: SalesforceObject, id: string): RawRecord => ({
  kind: kindOf(object),
  id: shortId(id),
  url: `${url.origin}/lightning/r/${object}/${id}/view`,
  fields: {},
  labelled: [],
});

/** All render modes, tables or not: cells carry their row's record id and their field's name. */
function gridRows(host: Element, url: URL, object: SalesforceObject): RawRecord[] {
  const rows = new Map<string, RawRecord>();
  for (const row of allShown(host, '[data-row-key-value]')) {
    const key = row.getAttribute('data-row-key-value') ?? '';
    if (!/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(key)) continue;
    const record = rows.get(key) ?? emptyRow(url, object, key);
    for (const cell of all(row, '[data-col-key-value]')) addCell(record, cell);
    rows.set(key, record);
  }
  return [...rows.values()];
}

/** The header's "50+ items"; a table itself only tells how many rows it has loaded, more than it may have drawn. */
export function countOf(host: Element): number | null | undefined {
  const status = announcedCount(text(first(host, '.countSortedByFilteredBy, [class*="countSortedBy"]')));
  if (status !== undefined) return status;
  return announcedCount(first(host, '[role="grid"][data-num-rows]')?.getAttribute('data-num-rows') ?? '');
}

function addCell(record: RawRecord, cell: Element): void {
  const column = (cell.getAttribute('data-col-key-value') ?? '').replace(/-[a-zA-Z-]+-\d+$/, '');
  const name = COLUMNS[column] ?? COLUMNS[column.split('-')[0] ?? ''];
  const label = cell.getAttribute('data-label');
  const shown = valueText(cell);
  if (!name) {
    // A custom field may be called as a standard one is.
    if (label && shown && !column.includes('__c')) record.labelled?.push({ label, text: shown });
    return;
  }
  const machine = machineValue(cell.getAttribute('data-cell-value'));
  const field: RawField = { text: shown, by: 'api', ...(machine ? { machine } : {}) };
  record.fields[name] ??= field;
}
