import type { RawPage } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { announcedCount } from '../../count.ts';
import { text } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { auraRows } from './aura-list.ts';
import { gridRows, onlyAlias } from './columns.ts';
import { first } from './dom.ts';
import { activeHost, waiting } from './host.ts';
import { BOARD, collectBoard } from './kanban.ts';
import { pluralOf, type SalesforceObject } from './objects.ts';

/** What a list's address shows: a board, an Aura table, or the rows of the current kind. */
export function* collectList(doc: Document, url: URL, object: SalesforceObject): Slices<RawPage> {
  const name = `${object}/list/${url.searchParams.get('filterName') ?? ''}`;
  const page = emptyPage('list', name);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible page' };
  yield;
  const board = first(host, BOARD);
  if (board) return collectBoard(board, url, object, name);
  const grid = yield* gridRows(host, url, object);
  const records = grid.length > 0 ? grid : yield* auraRows(host, url, object);
  const isLoading = (yield* waiting(host)).length > 0;
  if (records.length === 0 && isLoading) return { ...page, unready: 'still loading' };
  yield;
  const count = countOf(host);
  if (records.length === 0 && count === undefined) return { ...page, unready: 'no list content yet' };
  const isNameless = records.every((r) => !r.fields.owner) && onlyAlias(host);
  return {
    ...page,
    records,
    announced: count === undefined ? {} : { [pluralOf(object)]: count },
    more: isLoading,
    people: [...new Set(records.flatMap((r) => r.fields.owner?.text || []))],
    unread: isNameless ? [{ field: 'owner', why: 'only an alias is shown' }] : [],
  };
}

/** The header's "50+ items"; a table itself only tells how many rows it has loaded, more than it may have drawn. */
export function countOf(host: Element): number | null | undefined {
  const status = announcedCount(text(first(host, '[class*="countSortedBy"]')));
  if (status !== undefined) return status;
  return announcedCount(first(host, '[role="grid"][data-num-rows]')?.getAttribute('data-num-rows') ?? '');
}
