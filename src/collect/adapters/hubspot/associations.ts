import type { RawRecord } from '../../../contract/raw.ts';
import { announcedCount } from '../../count.ts';
import { all, text, visible } from '../../flat.ts';
import { cardParts } from './sidebar.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"], [data-test-id*="title"]';
const links = (type: string, old: string) => `a[href*="/record/${type}/"], a[href*="/${old}/"]`;

export const cardOf = (doc: Document, type: string): Element | undefined =>
  all(doc, '[data-test-id^="card-wrapper-ASSOCIATION"]').find(
    (card) => visible(card) && cardParts(card)[1] === type,
  );

const namesIn = (card: Element | undefined, selector: string): string[] =>
  card ? all(card, selector).flatMap((a) => (visible(a) ? text(a) || [] : [])) : [];

/** The company for which a ticket is; of several none is told to be the one. */
export function companyOfTicket(doc: Document): RawRecord['fields'] {
  const card = cardOf(doc, '0-2');
  const found = card ? all(card, links('0-2', 'company')).filter((a) => visible(a) && text(a)) : [];
  const ids = new Set(found.map((a) => /\/(\d+)(?:[/?]|$)/.exec(lastPart(a))?.[1]));
  const [id] = ids;
  return id && ids.size === 1 ? { customer: { text: text(found[0]), by: 'structure', machine: id } } : {};
}

const lastPart = (link: Element): string =>
  (link.getAttribute('href') ?? '').replace(/^.*\/(?:record\/0-2|company)(?=\/)/, '');

/** The contacts that the association card lists. */
export const customersOf = (doc: Document): string[] => [
  ...new Set(namesIn(cardOf(doc, '0-1'), links('0-1', 'contact'))),
];

/** Of the association cards only the company's name and the number of people in the heading are the record's. */
export function associations(doc: Document): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  // The first one listed is the primary one.
  const [company] = namesIn(cardOf(doc, '0-2'), links('0-2', 'company'));
  if (company) fields.company = { text: company, by: 'structure' };
  const people = cardOf(doc, '0-1');
  const heading = people && all(people, HEADINGS).find(visible);
  const shown = heading ? /[(（]([^)）]*)[)）]/u.exec(text(heading, { buttons: true }))?.[1] : undefined;
  const count = announcedCount(shown ?? '');
  if (typeof count === 'number') fields.contacts = { text: String(count), by: 'structure' };
  return fields;
}
