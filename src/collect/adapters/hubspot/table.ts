import type { RawField } from '../../../contract/raw.ts';
import { all, one, text, visible } from '../../flat.ts';
import { each, type Slices, those } from '../../slices.ts';
import { countIn } from './footer-count.ts';
import type { Index, Shown } from './listing.ts';
import { type Found, fieldIn, shownIn, toFields, worth } from './properties.ts';
import { dealIn } from './quotes.ts';
import { apart } from './stage-and-pipeline.ts';
import { stageTimes, withInnerId } from './stage-times.ts';

/** The index table, and the one of the sales workspace: its rows stand in no table of a known name. */
export const TABLE =
  '[data-test-id="framework-data-table"], table:has(tr[data-test-id="crm-table-row"][data-test-object-id])';
const ROWS = 'tr[data-test-id^="row-"], tr[data-test-id="crm-table-row"][data-test-object-id]';
const VALUE = '[data-test-id^="label-cell-formatted-property-"], [data-test-id="truncated-object-label"]';
const NAMES = new Set([
  'firstname',
  'hs_full_name_or_email',
  'dealname',
  'hs_lead_name',
  'name',
  'subject',
  'hs_title',
]);
const STAGES = new Set(['dealstage', 'hs_pipeline_stage']);
/** What tells whether a record is open still; until it is there, nothing does. */
const TELLING = new Set([...STAGES, 'hs_lead_status']);

/** Every cell names its object type, property and record id. */
export function* collectTable(doc: Document, table: Element, { kind, type, records }: Index): Slices<Shown> {
  const told = yield* each(all(table, ROWS), (row) => {
    const id = row.getAttribute('data-test-object-id') ?? row.getAttribute('data-test-id')?.slice(4) ?? '';
    if (!/^\d+$/.test(id) || !visible(row)) return [];
    const found = cellsOf(row, table, type, id);
    const isTold = found.some(([, field]) => worth(field) === 2);
    return isTold && !found.some(([p, { unread }]) => TELLING.has(p) && unread) ? [{ row, id, found }] : [];
  });
  const rows = told.flat();
  const drawn = yield* those(all(table, 'tbody tr'), (row) => visible(row) && !!one(row, 'td'));
  const lost = drawn.length - rows.length;
  const next = one(doc, 'button[data-next-page="true"]');
  const stages = rows.flatMap(({ found }) => found.flatMap(([p, { text }]) => (STAGES.has(p) ? text : [])));
  const read = yield* each(rows, ({ row, id, found }) => {
    const fields = toFields(found, doc.documentElement.lang, kind);
    const name = linkedName(row, type, id, found);
    const stage = kind === 'deal' && fields.stage ? { stage: withInnerId(fields.stage, found) } : {};
    const deal = kind === 'quote' ? dealIn(row) : {};
    return {
      record: {
        kind,
        id,
        url: `${records}/${type}/${id}`,
        fields: { ...fields, ...stage, ...deal, ...(name ? { name } : {}) },
      },
      moves: kind === 'deal' ? stageTimes(id, fields, found, stages) : [],
    };
  });
  return {
    records: read.map(({ record }) => record),
    activities: read.flatMap(({ moves }) => moves),
    count: countIn(text(one(doc, '[data-test-id="viz-sync-footer"]'))),
    more: lost > 0 || (!!next && !next.matches(':disabled, [aria-disabled="true"]')),
    unread: lost > 0 ? [{ field: 'record', why: `${lost} rows of no known form` }] : [],
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

const cellsOf = (row: Element, table: Element, type: string, id: string): Found[] =>
  all(row, 'td').flatMap((cell): Found[] => {
    const property = propertyOf(cell, type, id);
    if (!property || !visible(cell)) return [];
    const value = one(cell, VALUE);
    // Beside a name a button is a tool.
    const shown = value || !NAMES.has(property) ? shownIn(value ?? cell) : text(cell);
    const isLost = !shown && NAMES.has(property);
    const field: RawField = isLost
      ? { text: '', by: 'api', unread: 'no name is shown' }
      : fieldIn(cell, shown);
    if (STAGES.has(property)) return stageAndPipeline(property, field);
    return [[property, field, text(one(table, `th[data-test-id="header-${type}-${CSS.escape(property)}"]`))]];
  });

/** The column of names shows the whole name, in the cell of a part of it, as the link to the record. */
function linkedName(row: Element, type: string, id: string, found: Found[]): RawField | undefined {
  const link = all(row, `a[href*="/record/${type}/${id}"]`).find((a) => visible(a) && text(a));
  const cell = link?.closest('td');
  if (!link || !cell || !NAMES.has(propertyOf(cell, type, id) ?? '')) return undefined;
  const shown = text(one(link, VALUE) ?? link);
  const last = found.find(([property]) => property === 'lastname')?.[1].text;
  // A half whose other half has a column too, and is not seen in it.
  if (last === undefined) return hasLastName(row, type) ? undefined : fieldIn(cell, shown);
  return shown.includes(last) || /^[-–—]*$/u.test(last) ? fieldIn(cell, shown) : undefined;
}

const hasLastName = (row: Element, type: string): boolean =>
  !!row.closest('table')?.querySelector(`th[data-test-id="header-${type}-lastname"]`);

/** The stage's cell prints "Stage (Pipeline)". */
function stageAndPipeline(property: string, field: RawField): Found[] {
  const [stage, pipeline] = field.unread ? [field.text] : apart(field.text);
  if (pipeline === undefined) return [[property, field]];
  return [
    [property, { ...field, text: stage }],
    ['pipeline', { ...field, text: pipeline }],
  ];
}
