import type { RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { all, one, text, visible } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { COLUMN, collectBoard } from './board.ts';
import { LOADING } from './properties.ts';
import type { Kind } from './property-names.ts';
import { collectTable, TABLE } from './table.ts';

export interface Index {
  kind: Kind;
  type: string;
  view: string;
  /** Where records stand: an address that goes on with type and id. */
  records: string;
}

/** What a board or a table shows of its records. */
export interface Shown extends Pick<RawPage, 'activities' | 'unread' | 'more'> {
  records: RawRecord[];
  /** How many there are, null where the page only says "more". */
  count: number | null | undefined;
}

/** Records in a table or on a board: the address may lag behind the switch, so the page itself tells which. */
export function* collectIndex(doc: Document, url: URL, index: Index): Slices<RawPage> {
  const columns = all(doc, COLUMN).filter(visible);
  const kind = columns.length > 0 ? 'board' : 'list';
  const page = emptyPage(kind, `${index.type}/${kind}/${index.view}`);
  const table = columns.length > 0 ? undefined : one(doc, TABLE);
  if (columns.length === 0 && !table) return { ...page, unready: 'no table or board yet' };
  if (table?.matches('[data-test-loading="true"]')) return { ...page, unready: 'still loading' };
  const { records, activities, count, more, unread } = table
    ? yield* collectTable(doc, table, index)
    : collectBoard(doc, columns, index);
  const places = table ? [table] : columns;
  return {
    ...page,
    records,
    activities,
    announced: count === undefined ? {} : { [`${index.kind}s`]: count },
    filter: filterOf(doc, url, index.view),
    more: more || places.some((place) => all(place, LOADING).some(visible)),
    people: [...new Set(records.flatMap(({ fields }) => (fields.owner ?? fields.by)?.text || []))],
    unread,
  };
}

/** A search, or a view that is not the one of all records. */
function filterOf(doc: Document, url: URL, view: string): string | null {
  const query = url.searchParams.get('query');
  if (query) return query;
  if (view === 'all') return null;
  return text(one(doc, `[data-test-id="view-tab-${CSS.escape(view)}"]`), { buttons: true }) || view;
}
