import type { RawField, RawRecord } from '../../../contract/raw.ts';
import { all } from '../../flat.ts';
import { each, type Slices } from '../../slices.ts';
import { first, linkedId, machineValue, RECORD_LINK, shown, valueText } from './dom.ts';
import { FIELDS } from './fields.ts';
import { kindOf, objectOf, type SalesforceObject, shortId } from './objects.ts';

const OWNER = { OwnerId: 'owner', 'Owner.Name': 'owner', OwnerName: 'owner' };
const SALE = { ...FIELDS, ...OWNER, 'Account.Name': 'company', AccountName: 'company' };
/** First part of a column's key, which is the field's name (a relation's by its path) → the contract's field. */
const COLUMNS: Record<SalesforceObject, Record<string, string>> = {
  Opportunity: SALE,
  Lead: SALE,
  Case: {
    ...OWNER,
    CreatedDate: 'openedAt',
    ClosedDate: 'resolvedAt',
    Type: 'complaint',
  },
  Quote: {
    OpportunityId: 'deal',
    'Opportunity.Name': 'deal',
    OwnerId: 'by',
    'Owner.Name': 'by',
  },
};

export const emptyRow = (url: URL, object: SalesforceObject, id: string): RawRecord => ({
  kind: kindOf(object),
  id: shortId(id),
  url: `${url.origin}/lightning/r/${object}/${id}/view`,
  fields: {},
  labelled: [],
});

/** All render modes, tables or not: cells carry their row's record id and their field's name. */
export function* gridRows(scope: Element, url: URL, object: SalesforceObject): Slices<RawRecord[]> {
  const rows = new Map<string, RawRecord>();
  yield* each(all(scope, '[data-row-key-value]'), (row) => {
    const key = row.getAttribute('data-row-key-value') ?? '';
    if (!/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(key) || objectOf(key) !== object || !shown(row)) return;
    const record = rows.get(key) ?? emptyRow(url, object, key);
    for (const cell of all(row, '[data-col-key-value]')) addCell(record, cell, object);
    rows.set(key, record);
  });
  return [...rows.values()];
}

const columnOf = (cell: Element): string =>
  (cell.getAttribute('data-col-key-value') ?? '').replace(/-[a-zA-Z-]+-\d+$/, '');

/** An alias is nobody's name: the same owner is called otherwise on the record's page. */
export const onlyAlias = (scope: Element): boolean =>
  !!first(scope, '[data-col-key-value^="Owner"][data-col-key-value*="Alias"]');

function addCell(record: RawRecord, cell: Element, object: SalesforceObject): void {
  const column = columnOf(cell);
  const name = COLUMNS[object][column] ?? COLUMNS[object][column.split('-')[0] ?? ''];
  const label = cell.getAttribute('data-label');
  const shown = valueText(cell);
  if (!name) {
    // A custom field may be called as a standard one is; of quotes only custom ones tell when.
    if (label && shown && (object === 'Quote' || !column.includes('__c')))
      record.labelled?.push({ label, text: shown });
    return;
  }
  // Which deal it is, its id says, not its name.
  const deal = shortId(linkedId(first(cell, RECORD_LINK)) ?? '');
  const machine = name === 'deal' ? deal : machineValue(cell.getAttribute('data-cell-value'));
  const field: RawField = { text: shown, by: 'api', ...(machine ? { machine } : {}) };
  if (machine || name !== 'deal') record.fields[name] ??= field;
}
