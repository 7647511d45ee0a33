import type { RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { all, up } from '../../flat.ts';
import { associations, customersOf } from './associations.ts';
import { highlightCard, highlightProperties, highlightTitle } from './highlight.ts';
import { propertyHistory } from './history.ts';
import { isLoading, ownerName, toFields } from './properties.ts';
import { cardParts, listedProperties } from './sidebar.ts';
import { collectTimeline } from './timeline.ts';

export interface Target {
  kind: 'lead' | 'deal';
  type: string;
  id: string;
}

/** Deals, contacts and leads: highlight card, property lists of the record's own object type, timeline. */
export function collectRecord(doc: Document, url: URL, target: Target): RawPage {
  const page = emptyPage('record', `${target.type}/${target.id}`);
  const card = highlightCard(doc);
  if (card && isForeign(card, target)) return { ...page, unready: 'content of another record' };
  if (card && isLoading(card)) return { ...page, unready: 'still loading' };
  const found = [...(card ? highlightProperties(card) : []), ...listedProperties(doc, target.type)];
  const title = card && highlightTitle(card);
  const fields: RawRecord['fields'] = {
    ...associations(doc),
    ...toFields(found, doc.documentElement.lang),
    ...(title ? { name: title } : {}),
  };
  if (!title && found.length === 0) return { ...page, unready: 'no record content yet' };
  const timeline = collectTimeline(doc);
  const owner = ownerName(fields.owner?.text);
  return {
    ...page,
    records: [{ kind: target.kind, id: target.id, url: url.origin + url.pathname, fields }],
    ...timeline,
    activities: [...timeline.activities, ...propertyHistory(doc)],
    people: owner ? [owner] : [],
    customers: customersOf(doc),
  };
}

/** The card names its object type and may link to its record; another's stays for a while after the address. */
function isForeign(card: Element, { type, id }: Target): boolean {
  const wrapper = up(card, '[data-test-id^="card-wrapper-OBJECT_HIGHLIGHT"]');
  const [named = ''] = wrapper ? cardParts(wrapper) : [];
  const own = /-(\d+-\d+)-\d+$/.exec(named)?.[1] ?? type;
  const ids = all(card, `a[href*="/record/${type}/"]`).map(
    (a) => new RegExp(`/record/${type}/(\\d+)`).exec(a.getAttribute('href') ?? '')?.[1],
  );
  return own !== type || (ids.length > 0 && !ids.includes(id));
}
