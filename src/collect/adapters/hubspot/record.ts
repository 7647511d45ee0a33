import type { RawActivity, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { all, one, up, visible } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { associations, companyOfTicket, customersOf } from './associations.ts';
import { highlightCard, highlightProperties, highlightTitle } from './highlight.ts';
import { propertyHistory } from './history.ts';
import { type Found, isLoading, toFields, worth } from './properties.ts';
import type { Kind } from './property-names.ts';
import { dealOfQuote, quotesOf } from './quotes.ts';
import { cardParts, listedProperties } from './sidebar.ts';
import { stageTimes, withInnerId } from './stage-times.ts';
import { collectTimeline } from './timeline.ts';

export interface Target {
  kind: Kind;
  type: string;
  id: string;
}

const OLDER = '[data-profile-property]';

/** Deals, contacts, leads, tickets and quotes: highlight card, property lists of the own object type, timeline. */
export function* collectRecord(doc: Document, url: URL, target: Target): Slices<RawPage> {
  const page = emptyPage('record', `${target.type}/${target.id}`);
  const card = highlightCard(doc);
  // Without it nothing says whose the rest is; older pages have none.
  if (!card && !one(doc, OLDER)) return { ...page, unready: 'no record content yet' };
  if (card && isForeign(card, target)) return { ...page, unready: 'content of another record' };
  if (card && isLoading(card)) return { ...page, unready: 'still loading' };
  const found = [...(card ? highlightProperties(card) : []), ...listedProperties(doc, target.type)];
  const title = card && highlightTitle(card);
  const fields: RawRecord['fields'] = {
    ...toFields(found, doc.documentElement.lang, target.kind),
    ...(title ? { name: title } : {}),
  };
  if (!Object.values(fields).some((field) => worth(field) > 0))
    return { ...page, unready: 'no record content yet' };
  const owner = (fields.owner ?? fields.by)?.text;
  // One place may round what another shows in full.
  const labelled = found.flatMap(([label, { text }]) => (label === 'amount' && text ? { label, text } : []));
  const record = { kind: target.kind, id: target.id, url: url.origin + url.pathname, labelled };
  const people = owner ? [owner] : [];
  // What was done for a ticket or with a quote has no place in a history.
  if (target.kind === 'ticket')
    return { ...page, records: [{ ...record, fields: { ...fields, ...companyOfTicket(doc) } }], people };
  if (target.kind === 'quote')
    return { ...page, records: [{ ...record, fields: { ...fields, ...dealOfQuote(doc) } }], people };
  const linked = Object.entries(associations(doc)).filter(([name]) => worth(fields[name]) < 1);
  const sale = yield* saleOf(doc, record, { ...fields, ...Object.fromEntries(linked) }, found);
  return { ...page, ...sale, people };
}

/** A deal, contact or lead with its timeline and what else tells its history. */
function* saleOf(
  doc: Document,
  record: Omit<RawRecord, 'fields'>,
  fields: RawRecord['fields'],
  found: Found[],
): Slices<Partial<RawPage>> {
  yield;
  const timeline = yield* collectTimeline(doc, fields.name?.text ?? '');
  yield;
  const panel = propertyHistory(doc);
  const told = [...timeline.activities, ...panel.activities];
  const isDeal = record.kind === 'deal';
  const stage = isDeal && fields.stage ? { stage: withInnerId(fields.stage, found) } : {};
  const stages = fields.stage ? [fields.stage.text] : [];
  const moves = isDeal ? stageTimes(record.id ?? '', fields, found, stages) : [];
  return {
    ...timeline,
    more: timeline.more || panel.unread.length > 0,
    unread: [...timeline.unread, ...panel.unread],
    records: [{ ...record, fields: { ...fields, ...stage } }, ...(isDeal ? quotesOf(doc) : [])],
    activities: [...told, ...moves.filter(({ change }) => !told.some((item) => isMoveTo(item, change?.to)))],
    customers: customersOf(doc),
  };
}

/** A move shown twice is one; the timeline's is exact. */
const isMoveTo = ({ type, header, change }: RawActivity, stage = ''): boolean =>
  change ? change.to === stage : type === 'system' && !!header?.includes(stage);

/** The card names its object type and may link to its record; another's stays for a while after the address. */
function isForeign(card: Element, { type, id }: Target): boolean {
  const wrapper = up(card, '[data-test-id^="card-wrapper-OBJECT_HIGHLIGHT"]');
  const [named = ''] = wrapper ? cardParts(wrapper) : [];
  const own = /-(\d+-\d+)-\d+$/.exec(named)?.[1] ?? type;
  const links = [
    ...all(card, `a[href*="/record/${type}/"]`),
    ...all(card.ownerDocument, 'a:is([data-tab-id], [data-tab-link])').filter(visible),
  ];
  const ids = links.flatMap((a) => /\/record\/(\d+-\d+\/\d+)/.exec(a.getAttribute('href') ?? '')?.[1] ?? []);
  return own !== type || (ids.length > 0 && !ids.includes(`${type}/${id}`));
}
