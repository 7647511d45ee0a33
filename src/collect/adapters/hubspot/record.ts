import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { announcedCount } from '../../count.ts';
import { all, one, text, up, visible } from '../../flat.ts';
import { LOADING, PROPERTIES } from './properties.ts';
import { collectTimeline } from './timeline.ts';

export interface Target {
  kind: 'lead' | 'deal';
  type: string;
  id: string;
}

/** Deals, contacts and leads: highlight card, property lists of the record's own object type, timeline. */
export function collectRecord(doc: Document, url: URL, target: Target): RawPage {
  const page = emptyPage('record', `${target.type}/${target.id}`);
  const sidebar = one(doc, '[data-test-id="left-sidebar"], #record-page-left-sidebar') ?? doc.body;
  const foreign = belongsElsewhere(sidebar, target);
  if (foreign) return { ...page, unready: foreign };
  const card = one(
    doc,
    '[data-test-id="record-highlight-content"], [data-test-id="record-highlight-main-content"]',
  );
  if (all(card ?? sidebar, LOADING).some(visible)) return { ...page, unready: 'still loading' };
  const record: RawRecord = {
    kind: target.kind,
    id: target.id,
    url: url.origin + url.pathname,
    fields: { ...sidebarFields(sidebar, target.type), ...highlightFields(card), ...associations(doc) },
  };
  if (!record.fields.name) return { ...page, unready: 'no record content yet' };
  const timeline = collectTimeline(doc);
  const owner = record.fields.owner?.text.replace(/\s*\([^()]*@[^()]*\)$/u, '');
  return {
    ...page,
    records: [record],
    ...timeline,
    people: owner ? [owner] : [],
    customers: customersOf(doc),
  };
}

/** The contacts that the association card lists. */
const customersOf = (doc: Document): string[] =>
  all(doc, '[data-test-id^="card-wrapper-ASSOCIATION"] a[href*="/record/0-1/"]')
    .map((a) => text(a))
    .filter(Boolean);

/** Links of the record's own card lead to the record itself; to another of its kind, they show another's content. */
function belongsElsewhere(sidebar: Element, { type, id }: Target): string | undefined {
  const own = all(sidebar, `a[href*="/record/${type}/"]`).filter(
    (a) => !up(a, '[data-test-id^="card-wrapper-ASSOCIATION"]'),
  );
  const ids = own.map((a) => new RegExp(`/record/${type}/(\\d+)`).exec(a.getAttribute('href') ?? '')?.[1]);
  return ids.length > 0 && !ids.includes(id) ? 'content of another record' : undefined;
}

function highlightFields(card: Element | undefined): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  if (!card) return fields;
  const label = one(card, '[data-test-id="highlight-record-label"], [data-selenium-test="highlightTitle"]');
  if (label) fields.name = { text: text(label), by: 'machine' };
  for (const item of all(card, '[data-test-id^="highlight-property-item-"]').filter(visible)) {
    const property = item.getAttribute('data-test-id')?.replace('highlight-property-item-', '') ?? '';
    const name = PROPERTIES[property];
    if (!name || fields[name]) continue;
    if (one(item, `[data-test-id="highlight-property-input-${property}"]`))
      fields[name] = { text: '', by: 'api', unread: 'being edited' };
    else fields[name] = { text: highlightValue(item, property), by: 'api' };
  }
  return fields;
}

/** The row's own display, an input that shows it as a button, or the row without its label. */
function highlightValue(item: Element, property: string): string {
  const display = one(
    item,
    `[data-test-id="highlight-property-display-${property}"], [data-test-id="property-input-${property}"]`,
  );
  if (display) return text(display, { buttons: true });
  return text(item, { without: 'label, dt, [data-test-id*="label"]', buttons: true });
}

function sidebarFields(sidebar: Element, type: string): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  const names: Record<string, string> = {};
  for (const row of all(sidebar, '[data-deferred-property-input-root="true"]')) {
    const holder = row.parentElement;
    const property = holder?.getAttribute('data-test-id') ?? '';
    const wrapper = up(row, '[data-test-id^="card-wrapper-"]')?.getAttribute('data-test-id') ?? '';
    if (!holder || !visible(row) || (wrapper && !wrapper.includes(`/${type}`))) continue;
    if (property === 'firstname' || property === 'lastname') names[property] = shownValue(row, property).text;
    const name = PROPERTIES[property];
    if (name && !fields[name]) fields[name] = shownValue(row, property);
  }
  const name = [names.firstname, names.lastname].filter((n) => n && n !== '--').join(' ');
  if (name && !fields.name) fields.name = { text: name, by: 'api' };
  return fields;
}

function shownValue(row: Element, property: string): RawField {
  const mode = row.getAttribute('data-deferred-property-input-mode');
  if (mode === 'input' || mode === 'edit') return { text: '', by: 'api', unread: 'being edited' };
  const value = one(row, `[data-selenium-test="property-input-${property}"]`);
  return { text: value ? text(value, { buttons: true }) : text(row, { without: 'label' }), by: 'api' };
}

/** Of the association cards only the company's name and the number of people in the heading are the record's. */
function associations(doc: Document): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  const card = (type: string) =>
    one(
      doc,
      `[data-test-id^="card-wrapper-ASSOCIATION_V3/${type}"], [data-test-id^="card-wrapper-ASSOCIATION_TABLE/${type}"]`,
    );
  const companies = card('0-2');
  const company = companies && one(companies, 'a[href*="/record/0-2/"]');
  if (company) fields.company = { text: text(company), by: 'structure' };
  const people = card('0-1');
  const heading = people && one(people, 'h1, h2, h3, h4, [role="heading"], [data-test-id*="title"]');
  const count = heading
    ? announcedCount(/\(([^)]*)\)/.exec(text(heading, { buttons: true }))?.[1] ?? '')
    : undefined;
  if (typeof count === 'number') fields.contacts = { text: String(count), by: 'structure' };
  return fields;
}
