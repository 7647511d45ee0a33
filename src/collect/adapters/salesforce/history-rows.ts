import { all } from '../../flat.ts';
import { allShown, first, linkedId, machineValue, RECORD_LINK, valueText } from './dom.ts';
import { USER } from './objects.ts';

/** One cell of a grid, or one value of a card. */
interface Cell {
  /** The column's field name; cards have none. */
  key: string;
  text: string;
  machine?: string | undefined;
  isUser: boolean;
}
export interface Row {
  id?: string;
  cells: Cell[];
}
/** A list of changes as the page shows it. */
export interface Shown {
  rows: Row[];
  /** Of all rows there are; null when the page only says "more". */
  count: number | null | undefined;
  /** Newest first, oldest first, or sorted by something else. */
  order: 'down' | 'up' | 'other';
}

/** Rows of a grid, else cards. */
export function rowsIn(list: Element | undefined): Row[] {
  if (!list) return [];
  const rows = allShown(list, '[data-row-key-value]').filter(
    (r) => r.getAttribute('data-row-key-value') !== 'HEADER',
  );
  // A list that is drawn twice has its rows twice.
  if (rows.length > 0) return [...new Map(rows.map(gridRow).map((row) => [row.id ?? row, row])).values()];
  const cards = allShown(list, 'lst-history-card');
  const others = cards.length > 0 ? cards : allShown(list, 'lst-related-preview-card');
  return others.map((card) => ({ cells: cardCells(card) }));
}

function gridRow(row: Element): Row {
  const id = /^[a-zA-Z0-9]{15}/.exec(row.getAttribute('data-row-key-value') ?? '')?.[0];
  const cells = all(row, '[data-col-key-value][data-label]').map((cell) => ({
    ...cellOf(cell),
    key: cell.getAttribute('data-col-key-value') ?? '',
    machine: machineValue(cell.getAttribute('data-cell-value')),
  }));
  return { ...(id ? { id } : {}), cells };
}

function cardCells(card: Element): Cell[] {
  const title = first(card, '.slds-tile__title');
  const values = allShown(card, 'lst-template-list-field').map((el) => ({ ...cellOf(el), key: '' }));
  return [...(title ? [{ ...cellOf(title), key: TITLE }] : []), ...values];
}
/** A card's title has no name of its own. */
export const TITLE = 'title';

const cellOf = (el: Element): Pick<Cell, 'text' | 'isUser'> => ({
  text: valueText(el),
  isUser: linkedId(first(el, RECORD_LINK))?.startsWith(USER) ?? false,
});

/** Newest first: by moments for machines where each row has one, else as the list says that it stands. */
export function newestFirst({ rows, order }: Shown): Row[] {
  const at = (row: Row) => timeOf(row)?.machine ?? '';
  if (rows.every((row) => at(row).includes('T'))) return rows.toSorted((a, b) => at(b).localeCompare(at(a)));
  return order === 'down' ? rows : order === 'up' ? rows.toReversed() : [];
}

/** A grid says by which column it is sorted; cards stand newest first. */
export function orderOf(list: Element): Shown['order'] {
  const sorted = allShown(list, '[aria-sort="ascending"], [aria-sort="descending"]')[0];
  if (!sorted) return 'down';
  if (!DATE.test(sorted.getAttribute('data-col-key-value') ?? '')) return 'other';
  return sorted.getAttribute('aria-sort') === 'ascending' ? 'up' : 'down';
}

const DATE = /^(CreatedDate|LastModifiedDate|SystemModstamp)/;

/** A day and a time are at least four numbers, two of them around a colon or its like; the last such text is meant. */
const looksTimed = (s: string): boolean =>
  (s.match(/\p{Nd}+/gu) ?? []).length >= 4 && /\p{Nd}\s?[:.時시h]\s?\p{Nd}{2}(?!\p{Nd})/u.test(s);

export const timeOf = ({ cells }: Row): Cell | undefined =>
  cells.find((c) => DATE.test(c.key)) ??
  cells.findLast((c) => c.machine?.includes('T') || looksTimed(c.text));
