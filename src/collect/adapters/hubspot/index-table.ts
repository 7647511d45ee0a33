import type { RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { announcedCount } from '../../count.ts';
import { all, one, text, visible } from '../../flat.ts';
import { LOADING, PROPERTIES } from './properties.ts';

export interface Index {
  kind: 'lead' | 'deal';
  type: string;
  view: string;
}

/** The index table: every cell names its object type, property and record id. */
export function collectIndex(doc: Document, url: URL, { kind, type, view }: Index): RawPage {
  const page = emptyPage('list', `${type}/list/${view}`);
  const table = one(doc, '[data-test-id="framework-data-table"]');
  if (!table) return { ...page, unready: 'no table yet' };
  if (table.matches('[data-test-loading="true"]')) return { ...page, unready: 'still loading' };
  const portal = /^\/[a-z-]+\/(\d+)/.exec(url.pathname)?.[1] ?? '';
  const records = all(table, 'tr[data-test-id^="row-"]')
    .filter(visible)
    .flatMap((row): RawRecord[] => {
      const id = row.getAttribute('data-test-id')?.slice(4) ?? '';
      if (!/^\d+$/.test(id)) return [];
      const address = `${url.origin}/contacts/${portal}/record/${type}/${id}`;
      return [{ kind, id, url: address, fields: cellsOf(row, type, id) }];
    });
  const count = announcedCount(text(one(doc, '[data-test-id="viz-sync-footer"]')));
  const next = one(doc, 'button[data-next-page="true"]');
  return {
    ...page,
    records,
    announced: count === undefined ? {} : { [kind === 'lead' ? 'leads' : 'deals']: count },
    more: all(table, LOADING).some(visible) || (!!next && !next.matches(':disabled, [aria-disabled="true"]')),
    people: [
      ...new Set(records.flatMap((r) => r.fields.owner?.text.replace(/\s*\([^()]*@[^()]*\)$/u, '') ?? [])),
    ],
  };
}

/** Property names may contain hyphens: the known prefix and the row's id are cut off, never split at. */
function cellsOf(row: Element, type: string, id: string): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  const prefix = `cell-${type}-`;
  for (const cell of all(row, `[data-test-id^="${prefix}"]`)) {
    const key = cell.getAttribute('data-test-id') ?? '';
    if (!key.endsWith(`-${id}`)) continue;
    const property = key.slice(prefix.length, -id.length - 1);
    const name = PROPERTIES[property];
    const value =
      one(
        cell,
        '[data-test-id^="label-cell-formatted-property-"], [data-test-id="truncated-object-label"]',
      ) ?? cell;
    const shown = text(value, { buttons: true });
    if (name === 'stage') Object.assign(fields, stageAndPipeline(shown));
    else if (name && !fields[name]) fields[name] = { text: shown, by: 'api' };
  }
  return fields;
}

/** The stage's cell prints "Stage (Pipeline)". */
function stageAndPipeline(shown: string): RawRecord['fields'] {
  const both = /^(.*\S)\s+\(([^()]+)\)$/u.exec(shown);
  if (!both?.[1] || !both[2]) return { stage: { text: shown, by: 'api' } };
  return { stage: { text: both[1], by: 'api' }, pipeline: { text: both[2], by: 'api' } };
}
