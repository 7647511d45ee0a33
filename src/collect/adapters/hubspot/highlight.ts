import type { RawField } from '../../../contract/raw.ts';
import { all, one, text, up, visible } from '../../flat.ts';
import { type Found, fieldIn } from './properties.ts';

const CARDS =
  '[data-test-id^="card-wrapper-OBJECT_HIGHLIGHT"], [data-test-id="record-highlight-content"], [data-test-id="record-highlight-main-content"]';
/** What sticks to the top of a scrolled page repeats the card, for a while that of the record before. */
const COPY = '[data-test-id="mini-highlight-container"]';
const TITLE =
  '[data-test-id="highlight-record-label"], [data-test-id="record-highlight-title"], [data-selenium-test="highlightTitle"], [data-selenium-test="deal-name-input"]';
const PROPERTY = /^highlight-property-(?:item|display|input)-(.+)$/;
const PROPERTIES = '[data-test-id^="highlight-property-"]';
export const LEFT = '[data-test-id="left-sidebar"], #record-page-left-sidebar';
const LABEL = 'label, dt, [data-test-id*="label"]';

/** The card; in older layouts what is around the title. */
export function highlightCard(doc: Document): Element | undefined {
  const found = [CARDS, TITLE].flatMap((places) =>
    all(doc, places).filter((el) => visible(el) && !up(el, COPY)),
  );
  const [first] = found;
  return first && (first.matches(TITLE) ? (up(first, LEFT) ?? first.parentElement ?? first) : first);
}

export function highlightTitle(card: Element): RawField | undefined {
  const title = one(card, TITLE);
  return title && { ...fieldIn(title), by: 'machine' };
}

/** The card's rows; some join two properties in one ("jobtitle-and-company") and are none that is known. */
export const highlightProperties = (card: Element): Found[] =>
  all(card, PROPERTIES)
    .filter((el) => visible(el) && !(el.parentElement && up(el.parentElement, PROPERTIES)))
    .flatMap((row): Found[] => {
      const property = PROPERTY.exec(row.getAttribute('data-test-id') ?? '')?.[1];
      return property ? [[property, readValue(row, property), text(one(row, LABEL))]] : [];
    });

function readValue(row: Element, property: string): RawField {
  const input = `[data-test-id="highlight-property-input-${property}"]`;
  if (row.matches(input) || one(row, input)) return { text: '', by: 'api', unread: 'being edited' };
  const display = `[data-test-id="highlight-property-display-${property}"], [data-test-id="property-input-${property}"]`;
  const value = row.matches(display) ? row : one(row, display);
  if (value) return fieldIn(value);
  if (one(row, LABEL)) return fieldIn(row, text(row, { without: LABEL, buttons: true }));
  // The label comes first; where it is not set apart, value and label cannot be told.
  const [label, ...rest] = row.children;
  if (!label || rest.length === 0) return { text: '', by: 'api', unread: 'no value beside the label' };
  return fieldIn(row, rest.map((el) => text(el, { buttons: true })).join(' '));
}
