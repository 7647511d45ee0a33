import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import type { Slices } from '../../slices.ts';
import { CONFLICT, created, FIELDS, fieldsOf, type ShownField } from './fields.ts';
import { highlights, titleField } from './highlights.ts';
import { collectHistories } from './history.ts';
import { activeHost, foreign, isOfRecord, waiting } from './host.ts';
import { kindOf, type SalesforceObject, shortId, subjectOf } from './objects.ts';
import { closedOf, pathField, pathName } from './path.ts';
import { quotesOf } from './quotes.ts';
import { contactsField } from './related.ts';
import { serviceFields } from './service.ts';
import { collectTimeline } from './timeline.ts';

const DATE = /^\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d\d(?!\d))/;

export function* collectRecord(
  doc: Document,
  url: URL,
  object: SalesforceObject,
  longId: string,
): Slices<RawPage> {
  const id = shortId(longId);
  const page = emptyPage('record', `${object}/${id}`);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible page' };
  const elsewhere = foreign(host, object, id);
  if (elsewhere) return { ...page, unready: elsewhere };
  yield;
  const shown = fieldsOf(host, object);
  yield;
  const labelled = highlights(host);
  settle(shown, labelled, titleField(host)?.text);
  if (object === 'Quote') labelled.push(...shown.values());
  const isSale = object === 'Opportunity' || object === 'Lead';
  const fields = isSale ? contractFields(host, object, id, shown) : serviceFields(object, shown);
  // Other dates may prove in which order the page writes day and month.
  for (const [api, { beside }] of shown)
    if (beside && DATE.test(beside)) fields[`${api}At`] = { text: beside, by: 'api' };
  // A title alone says nothing of how the record stands.
  const empty = shown.size === 0 && labelled.length === 0 && Object.keys(fields).every((f) => f === 'name');
  const awaited = yield* waiting(host);
  const isLoading = awaited.length > 0;
  if (awaited.some(isOfRecord) || (empty && isLoading)) return { ...page, unready: 'still loading' };
  if (empty || isBlank(shown, fields)) return { ...page, unready: 'no record content yet' };
  const address = url.hash.startsWith('#/sObject/') ? url.href : url.origin + url.pathname;
  const record: RawRecord = { kind: kindOf(object), id, url: address, fields, labelled };
  const on = subjectOf(longId);
  const people = fields.owner?.text ? [fields.owner.text] : [];
  const isStray = object === 'Quote' && !fields.deal;
  // What is done for a ticket or a quote has no place in a history.
  if (!on) return { ...page, records: [record], people, more: isLoading || isStray };
  yield;
  const timeline = yield* collectTimeline(host);
  yield;
  const histories = collectHistories(host, on);
  // The history calls the owner as the field is called, in whatever language.
  for (const { change } of histories.activities)
    if (change?.field && change.field === shown.get('OwnerId')?.label) change.field = 'owner';
  yield;
  const quotes = yield* quotesOf(host, url, id);
  yield;
  return {
    ...page,
    ...timeline,
    records: [{ ...record, ...closedOf(host), ...closedBy(shown) }, ...quotes.records],
    activities: [...timeline.activities, ...histories.activities],
    announced: { ...histories.announced, ...quotes.announced },
    people: [...people, ...timeline.people],
    more: timeline.more || histories.more || isLoading,
    unread: [...timeline.unread, ...histories.unread],
  };
}

/** Another record of the same object stands on the page too: the highlights and the title are the record's own. */
function settle(
  shown: Map<string, ShownField>,
  labelled: NonNullable<RawRecord['labelled']>,
  title: string | undefined,
): void {
  const name = shown.get('Name')?.text;
  const isForeign = !!name && !!title && !name.includes(title) && !title.includes(name);
  for (const [api, { unread, label }] of shown) {
    if (unread !== CONFLICT && !isForeign) continue;
    const own = labelled.find((pair) => pair.label === label);
    shown.set(api, own ? { ...own, by: 'label' } : { text: '', by: 'api', unread: CONFLICT, label });
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
  id: string,
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
  if (object === 'Opportunity') fields.contacts = contactsField(host, id);
  return Object.fromEntries(Object.entries(fields).flatMap(([k, f]) => (f ? [[k, f]] : [])));
}

/** Boxes that some layouts show, which say how it ended in no language. */
function closedBy(shown: Map<string, ShownField>): Pick<RawRecord, 'closed'> {
  const ticked = (api: string) => shown.get(api)?.ticked;
  if (ticked('IsWon')) return { closed: 'won' };
  return ticked('IsClosed') && ticked('IsWon') === false ? { closed: 'lost' } : {};
}

function linkField(field: ShownField | undefined): RawField | undefined {
  const to = subjectOf(field?.links);
  return to && { text: to.id, by: 'api' };
}
