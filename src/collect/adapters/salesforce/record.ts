import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { CONFLICT, fieldsOf, type ShownField } from './fields.ts';
import { highlights, titleField } from './highlights.ts';
import { collectHistories } from './history.ts';
import { activeHost, foreign, loading, loadingRecord } from './host.ts';
import { kindOf, type SalesforceObject, shortId, subjectOf } from './objects.ts';
import { closedOf, pathField, pathName } from './path.ts';
import { contactsField } from './related.ts';
import { collectTimeline } from './timeline.ts';

/** API name → the contract's field. Lookups are named by their id field. */
const FIELDS: Record<string, string> = {
  Name: 'name',
  AccountId: 'company',
  'Account.Name': 'company',
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

export function collectRecord(doc: Document, url: URL, object: SalesforceObject, longId: string): RawPage {
  const id = shortId(longId);
  const page = emptyPage('record', `${object}/${id}`);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible record page' };
  const elsewhere = foreign(host, object, id);
  if (elsewhere) return { ...page, unready: elsewhere };
  const shown = fieldsOf(host, object);
  const labelled = highlights(host);
  settle(shown, labelled);
  const fields = contractFields(host, object, shown);
  const empty = shown.size === 0 && labelled.length === 0 && !fields.name;
  if (loadingRecord(host) || (empty && loading(host))) return { ...page, unready: 'still loading' };
  if (empty || isBlank(shown, fields)) return { ...page, unready: 'no record content yet' };
  const address = url.hash.startsWith('#/sObject/') ? url.href : url.origin + url.pathname;
  const record: RawRecord = { kind: kindOf(object), id, url: address, fields, labelled, ...closedOf(host) };
  const timeline = collectTimeline(host);
  const histories = collectHistories(host, { kind: kindOf(object), id });
  return {
    ...page,
    ...timeline,
    records: [record],
    activities: [...timeline.activities, ...histories.activities],
    announced: histories.announced,
    people: [fields.owner?.text ?? '', ...timeline.people].filter(Boolean),
    more: timeline.more || histories.more || loading(host),
    unread: [...timeline.unread, ...histories.unread],
  };
}

/** Another record of the same object stands on the page too: the highlights are the record's own. */
function settle(shown: Map<string, ShownField>, labelled: NonNullable<RawRecord['labelled']>): void {
  for (const [api, field] of shown) {
    const own = labelled.find(({ label }) => label === field.label);
    if (field.unread === CONFLICT && own) shown.set(api, { text: own.text, by: 'label', label: own.label });
  }
}

/** Name, stage and status are never empty: shown blank, they have not come yet. */
const isBlank = (shown: Map<string, ShownField>, fields: Record<string, RawField>): boolean =>
  ['Name', 'StageName', 'Status'].some((api) => {
    const field = shown.get(api);
    return field?.text === '' && !field.unread;
  }) && !fields.name?.text;

function contractFields(
  host: Element,
  object: SalesforceObject,
  shown: Map<string, ShownField>,
): Record<string, RawField> {
  const fields: Record<string, RawField | undefined> = {};
  for (const [api, { text, by, unread }] of shown) {
    const name = FIELDS[api];
    if (name && !fields[name]?.text) fields[name] = { text, by, ...(unread ? { unread } : {}) };
  }
  const step = object === 'Opportunity' ? 'stage' : 'status';
  // An input does not hide what the page shows elsewhere: the name on top and the path keep the saved values.
  if (!fields.name?.text) fields.name = titleField(host) ?? fields.name;
  if (!fields[step]?.text) fields[step] = pathField(host) ?? fields[step];
  // Beside a translated stage the path may tell its untranslated name.
  const named = pathName(host, fields[step]?.text);
  if (named && fields[step]) fields[step] = { ...fields[step], machine: named };
  if (!fields.createdAt?.text) fields.createdAt = created(shown.get('CreatedById'));
  fields.deal ??= linkField(shown.get('ConvertedOpportunityId'));
  if (object === 'Opportunity') fields.contacts = contactsField(host);
  return Object.fromEntries(Object.entries(fields).flatMap(([k, f]) => (f ? [[k, f]] : [])));
}

/** Who created the record stands before when. */
const created = (field: ShownField | undefined): RawField | undefined =>
  field && { text: field.beside ?? '', by: 'api', ...(field.unread ? { unread: field.unread } : {}) };

function linkField(field: ShownField | undefined): RawField | undefined {
  const to = subjectOf(field?.links);
  return to && { text: to.id, by: 'api' };
}
