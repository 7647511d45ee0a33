import type { RawPage } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import type { Slices } from '../../slices.ts';
import { gridRows } from './columns.ts';
import { allShown, linkedId, RECORD_LINK } from './dom.ts';
import { changesOf } from './history.ts';
import { orderOf, rowsIn } from './history-rows.ts';
import { activeHost, waiting } from './host.ts';
import { countOf } from './list.ts';
import { type Subject, subjectOf } from './objects.ts';

/** A related list on a page of its own: a deal's quotes, or the whole history of a record's stages or fields. */
export function* collectRelated(doc: Document, url: URL, relation: string, id: string): Slices<RawPage> {
  const on: Subject | undefined = subjectOf(id);
  if (!on || !/^((Opportunity)?Histories|Quotes)$/.test(relation))
    return emptyPage('other', `${relation}/${id}`);
  const page = emptyPage('list', `${relation}/${on.id}`);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible page' };
  // The way back to the record stands on top: another record's is another record's list.
  const named = allShown(host, RECORD_LINK).flatMap((a) => subjectOf(linkedId(a))?.id ?? []);
  if (named.length > 0 && !named.includes(on.id)) return { ...page, unready: 'content of another record' };
  const more = (yield* waiting(host)).length > 0;
  if (relation === 'Quotes') return { ...page, ...(yield* quotesPage(host, url, on)), more };
  const rows = rowsIn(host);
  if (rows.length === 0 && more) return { ...page, unready: 'still loading' };
  const found = changesOf(relation, { rows, count: countOf(host), order: orderOf(host) }, on);
  return { ...page, ...found, more: found.more || more };
}

function* quotesPage(host: Element, url: URL, on: Subject): Slices<Partial<RawPage>> {
  const deal = { text: on.id, by: 'machine' as const };
  const rows = yield* gridRows(host, url, 'Quote');
  const records = rows.map((row) => ({ ...row, fields: { ...row.fields, deal } }));
  // Without a count nobody knows whether these are all.
  return { records, announced: { quotes: countOf(host) ?? null } };
}
