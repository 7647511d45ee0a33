import type { RawField, RawRecord } from '../../../contract/raw.ts';
import { all, one, text, visible } from '../../flat.ts';
import { cardOf } from './associations.ts';
import { STAMP } from './marks.ts';
import { type Found, fieldIn, toFields } from './properties.ts';

export const QUOTE = '0-14';
const idIn = (link: Element, type: string): string | undefined =>
  new RegExp(`/record/${type}/(\\d+)`).exec(link.getAttribute('href') ?? '')?.[1];
const linksTo = (scope: Element, type: string): Element[] =>
  all(scope, `a[href*="/record/${type}/"]`).filter((a) => visible(a) && text(a));

/** The one deal to which a place links; of several none is told to be the one. */
export function dealIn(scope: Element | undefined): { deal?: RawField } {
  const found = scope ? linksTo(scope, '0-3') : [];
  const ids = new Set(found.map((a) => idIn(a, '0-3')));
  const [link, machine] = [found[0], [...ids][0]];
  return link && machine && ids.size === 1 ? { deal: { text: text(link), by: 'structure', machine } } : {};
}

export const dealOfQuote = (doc: Document): { deal?: RawField } => dealIn(cardOf(doc, '0-3'));

const ITEM = '[data-test-id^="chicklet-"], [data-test-id^="chiclet-"], tr, li';
const SENT = /quote.*(?:publish|sent|send|shar)/;
const EVENT = '[data-selenium-event-type*="quote" i], [data-event-type*="quote" i]';

/** The quotes that a deal's card lists; the timeline may say when one was sent. */
export function quotesOf(doc: Document): RawRecord[] {
  const card = cardOf(doc, QUOTE);
  const found = new Map<string, RawRecord>();
  for (const link of card ? linksTo(card, QUOTE) : []) {
    const id = idIn(link, QUOTE);
    if (!id || found.has(id)) continue;
    const item = link.closest(ITEM);
    const fields = item ? toFields(propertiesIn(item), '', 'quote') : {};
    const sentAt = sentTime(doc, id);
    const name: RawField = { text: text(link), by: 'structure' };
    found.set(id, { kind: 'quote', id, fields: { name, ...fields, ...(sentAt ? { sentAt } : {}) } });
  }
  return [...found.values()];
}

/** Values that bear their property's name at the end of their own. */
const propertiesIn = (item: Element): Found[] =>
  all(
    item,
    '[data-test-id*="hs_"], [data-test-id*="createdate"], [data-test-id*="hubspot_owner_id"]',
  ).flatMap((el): Found[] => {
    const property = /(?:^|[^a-z_])((?:hs|hubspot)_[a-z_]+|createdate)$/.exec(
      el.getAttribute('data-test-id') ?? '',
    )?.[1];
    return property && visible(el) ? [[property, fieldIn(el)]] : [];
  });

/** When the timeline says that it was sent; a card of another word may say so too. */
function sentTime(doc: Document, id: string): RawField | undefined {
  const events = all(doc, EVENT).filter(
    (el) => visible(el) && linksTo(el, QUOTE).some((a) => idIn(a, QUOTE) === id),
  );
  const sent = events.find((el) => SENT.test(typeOf(el)));
  const stamp = sent && one(sent, STAMP);
  if (stamp) return { text: text(stamp), by: 'structure' };
  return events[0] && { text: '', by: 'structure', unread: 'what the timeline says of it is not known' };
}

const typeOf = (el: Element): string =>
  (el.getAttribute('data-selenium-event-type') ?? el.getAttribute('data-event-type') ?? '').toLowerCase();
