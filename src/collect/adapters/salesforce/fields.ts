import type { RawField } from '../../../contract/raw.ts';
import { all, text, up } from '../../flat.ts';
import { allShown, first, linkedId, RECORD_LINK, valueText } from './dom.ts';

/** One field of a record page, by its API name. */
export interface ShownField extends RawField {
  label: string;
  /** Id of the record that it links to. */
  links?: string | undefined;
  /** What stands beside the link: the moment behind the name of who created a record. */
  beside?: string;
  /** Of a box: whether it is ticked. */
  ticked?: boolean | undefined;
}

/** API name of a lead or deal → the contract's field. Lookups are named by their id field. */
export const FIELDS: Record<string, string> = {
  Name: 'name',
  AccountId: 'company',
  Company: 'company',
  OwnerId: 'owner',
  StageName: 'stage',
  Status: 'status',
  Amount: 'amount',
  Probability: 'probability',
  CloseDate: 'closeDate',
  LeadSource: 'source',
  Rating: 'warmth',
  Type: 'type',
  NextStep: 'nextStep',
  CreatedDate: 'createdAt',
};

/** Classic layouts and Aura pages carry the API name; Dynamic Forms too, or else in the id of their field. */
const NAMED = '[data-target-selection-name^="sfdc:RecordField."], flexipage-field[data-field-id]';
const ITEM =
  'records-record-layout-item, record_flexipage-record-field, flexipage-field, .forcePageBlockItem, .forcePageBlockItemView';
const CONTROLS =
  '[slot^="input"], input:not([type=checkbox], [type=hidden]), textarea, select, [role=combobox], [contenteditable=true]';

/** The fields of `object` that the page shows in a layout, on Dynamic Forms or on an Aura page. */
export function fieldsOf(host: Element, object: string): Map<string, ShownField> {
  const fields = new Map<string, ShownField>();
  for (const el of allShown(host, NAMED)) {
    const api = apiName(el, object);
    if (!api) continue;
    const field = fieldIn(el);
    const known = fields.get(api);
    fields.set(api, known ? either(known, field) : field);
  }
  return fields;
}

function apiName(el: Element, object: string): string | undefined {
  const target = el.getAttribute('data-target-selection-name');
  const prefix = `sfdc:RecordField.${object}.`;
  if (target !== null) return target.startsWith(prefix) ? target.slice(prefix.length) : undefined;
  // A Dynamic Forms field says whose it is by what it holds; only where that is silent, its id has to do.
  if (first(el, '[data-target-selection-name]')) return undefined;
  return /^Record(\w+?)Field\d*$/.exec(el.getAttribute('data-field-id') ?? '')?.[1]?.replace(/_c$/, '__c');
}

export const CONFLICT = 'shown twice with different values';

/** Of one field shown twice the readable one; two readable values that differ are of two records. */
function either(a: ShownField, b: ShownField): ShownField {
  if (a.unread === CONFLICT || b.unread || !b.text) return a;
  if (a.unread || !a.text || a.text === b.text) return b;
  return { text: '', by: 'api', unread: CONFLICT, label: a.label };
}

function fieldIn(el: Element): ShownField {
  const item = up(el, ITEM) ?? el;
  const label = text(first(item, '.test-id__field-label')) || (item.getAttribute('field-label') ?? '');
  if (all(item, CONTROLS).length > 0) return { text: '', by: 'api', unread: 'being edited', label };
  const value = first(item, '.test-id__field-value') ?? item;
  const without = '.slds-assistive-text, .test-id__field-label, .test-id__field-label-container';
  return {
    text: value === item ? text(item, { without }) : valueText(value),
    by: 'api',
    label,
    links: linkedId(first(value, RECORD_LINK)),
    beside: text(value, { without: `${without}, ${RECORD_LINK}, force-lookup` }).replace(/^[,،、;\s]+/u, ''),
    ticked: tickedIn(value),
  };
}

/** LWC draws a box, Aura a picture whose class or description says which of the two it is. */
function tickedIn(value: Element): boolean | undefined {
  const box = first(value, 'input[type=checkbox], img[alt]');
  if (box instanceof HTMLInputElement) return box.checked;
  if (box?.matches('.checked, [alt="True" i]')) return true;
  return box?.matches('.unchecked, [alt="False" i]') ? false : undefined;
}

/** Who created the record stands before when. */
export const created = (field: ShownField | undefined): RawField | undefined =>
  field && { text: field.beside ?? '', by: 'api', ...(field.unread ? { unread: field.unread } : {}) };
