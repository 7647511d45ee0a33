import type { RawField } from '../../../contract/raw.ts';
import { all, one, text, visible } from '../../flat.ts';
import { countIn } from './footer-count.ts';
import type { Index, Shown } from './listing.ts';
import { type Found, fieldIn, shownIn, toFields } from './properties.ts';

/** The index table, and the one of the sales workspace: its rows stand in no table of a known name. */
export const TABLE =
  '[data-test-id="framework-data-table"], table:has(tr[data-test-id="crm-table-row"][data-test-object-id])';
const ROWS = 'tr[data-test-id^="row-"], tr[data-test-id="crm-table-row"][data-test-object-id]';
const VALUE = '[data-test-id^="label-cell-formatted-property-"], [data-test-id="truncated-object-label"]';
const NAMES = new Set(['firstname', 'dealname', 'hs_lead_name', 'name']);
const STAGES = new Set(['dealstage', 'hs_pipeline_stage']);

/** Every cell names its object type, property and record id. */
export function collectTable(doc: Document, table: Element, { kind, type, records }: Index): Shown {
  const rows = all(table, ROWS).flatMap((row) => {
    const id = row.getAttribute('data-test-object-id') ?? row.getAttribute('data-test-id')?.slice(4) ?? '';
    return /^\d+$/.test(id) && visible(row) ? [{ row, id }] : [];
  });
  const next = one(doc, 'button[data-next-page="true"]');
  return {
    records: rows.map(({ row, id }) => {
      const found = cellsOf(row, type, id);
      const fields = toFields(found, doc.documentElement.lang);
      const name = linkedName(row, type, id, found);
      return { kind, id, url: `${records}/${type}/${id}`, fields: { ...fields, ...(name ? { name } : {}) } };
    }),
    count: countIn(text(one(doc, '[data-test-id="viz-sync-footer"]'))),
    more: !!next && !next.matches(':disabled, [aria-disabled="true"]'),
    unread: [],
  };
}

/** Property names may contain hyphens: the known prefix and the row's id are cut off, never split at. */
function propertyOf(cell: Element, type: string, id: string): string | undefined {
  const named = cell.getAttribute('data-test-property-name');
  if (named) return named;
  const [prefix, tail] = [`cell-${type}-`, `-${id}`];
  for (const key of [cell.getAttribute('data-test-id'), cell.getAttribute('data-table-external-id')])
    if (key?.startsWith(prefix) && key.endsWith(tail)) return key.slice(prefix.length, -tail.length);
  return undefined;
}

const cellsOf = (row: Element, type: string, id: string): Found[] =>
  all(row, 'td').flatMap((cell): Found[] => {
    const property = propertyOf(cell, type, id);
    if (!property) return [];
    const value = one(cell, VALUE);
    const field = fieldIn(cell, value ? shownIn(value) : shownIn(cell));
    return STAGES.has(property) ? stageAndPipeline(property, field) : [[property, field]];
  });

/** The column of names shows the whole name, in the cell of a part of it, as the link to the record. */
function linkedName(row: Element, type: string, id: string, found: Found[]): RawField | undefined {
  const link = all(row, `a[href*="/record/${type}/${id}"]`).find((a) => visible(a) && text(a));
  const cell = link?.closest('td');
  if (!link || !cell || !NAMES.has(propertyOf(cell, type, id) ?? '')) return undefined;
  const shown = text(one(link, VALUE) ?? link);
  const last = found.find(([property]) => property === 'lastname')?.[1].text ?? '';
  return shown.includes(last) || /^[-–—]*$/u.test(last) ? fieldIn(cell, shown) : undefined;
}

/** The stage's cell prints "Stage (Pipeline)"; both may have brackets of their own. */
function stageAndPipeline(property: string, field: RawField): Found[] {
  const { text: shown } = field;
  if (field.unread || !/[)）]$/u.test(shown)) return [[property, field]];
  let open = 0;
  let at = shown.length;
  do {
    at--;
    if (/[)）]/u.test(shown[at] ?? '')) open++;
    if (/[(（]/u.test(shown[at] ?? '')) open--;
  } while (open > 0 && at > 0);
  const stage = shown.slice(0, at).trim();
  if (open > 0 || !stage) return [[property, field]];
  return [
    [property, { ...field, text: stage }],
    ['pipeline', { ...field, text: shown.slice(at + 1, -1).trim() }],
  ];
}
