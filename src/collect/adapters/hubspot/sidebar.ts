import type { RawField } from '../../../contract/raw.ts';
import { all, one, text, up, visible } from '../../flat.ts';
import { LEFT } from './highlight.ts';
import { type Found, fieldIn, shownIn, TRIMMINGS } from './properties.ts';

const PANEL = '[data-test-id="all-properties-panel"]';
const CARD = '[data-test-id^="card-wrapper-"]';
const ROOT = '[data-deferred-property-input-root="true"]';
const ROWS = `${ROOT}, [data-selenium-test="profile-properties-list"] > [data-test-id], [data-profile-property], ${PANEL} [data-test-id^="property-input-"]`;

/** A word that opens more of an owner; nothing sets it apart from the name. */
const TOOL = /(?:^|\s)(?:details|détails|detalles|detalhes|dettagli|detalii|詳細)$/iu;

/** All rows of the record's own property lists, wherever the account's layout puts them, and of the panel of all. */
export function listedProperties(doc: Document, type: string): Found[] {
  const rows = new Set(all(doc, ROWS).map((row) => (row.matches(ROOT) ? (row.parentElement ?? row) : row)));
  return [...rows]
    .filter((row) => [row, ...all(row, ROOT)].every(visible) && isOwn(row, type))
    .map((row): Found => {
      const property = propertyOf(row);
      return [property, readValue(row, property), text(one(row, 'label'))];
    });
}

const propertyOf = (row: Element): string =>
  row.getAttribute('data-profile-property') ??
  (row.getAttribute('data-test-id') ?? '').replace(/^property-input-/, '');

/** What stands between the slashes behind `card-wrapper-`: the card's kind, an object type, a variant. */
export const cardParts = (card: Element): string[] =>
  (card.getAttribute('data-test-id') ?? '').replace('card-wrapper-', '').split('/');

/** Cards of associated records show properties under the same ids; only a list of the own type is the record's. */
function isOwn(row: Element, type: string): boolean {
  if (up(row, PANEL)) return true;
  const card = up(row, CARD);
  if (!card) return !!up(row, LEFT);
  const parts = cardParts(card);
  if (!(card.getAttribute('data-card-type') ?? parts[0])?.startsWith('PROPERTIES')) return false;
  const types = parts.filter((part) => /^\d+-\d+$/.test(part));
  return types.length > 0 ? types.includes(type) : !!up(row, LEFT);
}

function readValue(row: Element, property: string): RawField {
  const mode = (one(row, ROOT) ?? row).getAttribute('data-deferred-property-input-mode');
  if (mode === 'input' || mode === 'edit') return { text: '', by: 'api', unread: 'being edited' };
  const value = one(
    row,
    `[data-selenium-test="property-input-${property}"], [data-test-id="property-input-${property}"], [data-selenium-test="property-input"]`,
  );
  if (value) return fieldIn(value);
  // Without a place of its own the value is all of the row but the label, and a tool's word may stand beside it.
  const lines = text(row, { without: TRIMMINGS, lines: true }).replace(TOOL, '');
  if (!lines) return { text: '', by: 'api', unread: 'no value is shown' };
  if (lines.includes('\n')) return { text: '', by: 'api', unread: 'more than a value is shown' };
  return fieldIn(row, shownIn(row).replace(TOOL, ''));
}
