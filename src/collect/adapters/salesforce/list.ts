import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { announcedCount } from '../../count.ts';
import { all, one, text, visible } from '../../flat.ts';
import { activeHost, loading } from './host.ts';
import { kindOf, type SalesforceObject, shortId } from './objects.ts';

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

/** List views of the current kind, in all render modes: cells carry their row's record id and their field's name. */
export function collectList(doc: Document, url: URL, object: SalesforceObject): RawPage {
  const page = emptyPage('list', `${object}/list/${url.searchParams.get('filterName') ?? ''}`);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible list' };
  const rows = new Map<string, RawRecord>();
  for (const row of all(host, '[data-row-key-value]')) {
    const key = row.getAttribute('data-row-key-value') ?? '';
    if (!/^[a-zA-Z0-9]{15,18}$/.test(key) || !visible(row)) continue;
    const record = rows.get(key) ?? emptyRow(url, object, key);
    for (const cell of all(row, '[data-col-key-value]')) addCell(record, cell);
    rows.set(key, record);
  }
  if (rows.size === 0 && loading(host)) return { ...page, unready: 'still loading' };
  const records = [...rows.values()];
  const table = one(host, '[role="grid"][data-num-rows]');
  const status = text(one(host, '.countSortedByFilteredBy, [class*="countSortedBy"]'));
  const count = status ? announcedCount(status) : announcedCount(table?.getAttribute('data-num-rows') ?? '');
  return {
    ...page,
    records,
    announced: count === undefined ? {} : { [kindOf(object) === 'lead' ? 'leads' : 'deals']: count },
    more: loading(host),
    people: [...new Set(records.flatMap((r) => (r.fields.owner?.text ? [r.fields.owner.text] : [])))],
  };
}

const emptyRow = (url: URL, object: SalesforceObject, id: string): RawRecord => ({
  kind: kindOf(object),
  id: shortId(id),
  url: `${url.origin}/lightning/r/${object}/${id}/view`,
  fields: {},
});

function addCell(record: RawRecord, cell: Element): void {
  const key = cell.getAttribute('data-col-key-value') ?? '';
  const column = key.replace(/-[a-zA-Z-]+-\d+$/, '');
  const name = COLUMNS[column] ?? COLUMNS[column.split('-')[0] ?? ''];
  if (!name || record.fields[name]) return;
  const machine = cell.getAttribute('data-cell-value') ?? undefined;
  const field: RawField = {
    text: text(cell, { without: '.slds-assistive-text, [data-action-edit]' }),
    by: 'api',
  };
  // A cell of a custom type prints its object there.
  if (machine && !machine.startsWith('[object') && /^\d/.test(machine)) field.machine = machine;
  record.fields[name] = field;
}
