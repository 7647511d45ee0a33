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
  if (rows.length > 0) return rows.map(gridRow);
  return allShown(list, 'lst-history-card').map((card) => ({ cells: cardCells(card) }));
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

const cardCells = (card: Element): Cell[] =>
  [first(card, '.slds-tile__title'), ...allShown(card, 'lst-template-list-field')].flatMap((el) =>
    el ? [{ ...cellOf(el), key: '' }] : [],
  );

const cellOf = (el: Element): Pick<Cell, 'text' | 'isUser'> => ({
  text: valueText(el),
  isUser: linkedId(first(el, RECORD_LINK))?.startsWith(USER) ?? false,
});

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
