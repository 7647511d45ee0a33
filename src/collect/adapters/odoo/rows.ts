import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { all, one, text } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { companyOf, FIELDS, firstText, frameOf, LOST, namesOf, WON } from './fields.ts';
import { STAGE } from './words.ts';

/** Icons of facets that group or sort, and hide nothing. */
const GROUPING = '.oi-group, .fa-bars, .fa-sort';

/** Columns that only lists of opportunities have. */
const OF_DEALS: string[] = [
  'stage_id',
  ...namesOf(FIELDS.amount),
  'prorated_revenue',
  'recurring_revenue',
  'lost_reason_id',
  'activity_user_id',
  'my_activity_date_deadline',
];

/** A list of leads or of opportunities. Its rows show no record's number. */
export function* collectList(view: Element, path: string, model: string | undefined): Slices<RawPage> {
  const page = { ...emptyPage('list', `list${path}`), filter: filterOf(view) };
  const table = one(view, '.o_list_table');
  if (!table) return { ...page, unready: 'the list is still empty' };
  const heads = [...table.querySelectorAll('th[data-name]')];
  const of = modelOf(heads) ?? model;
  if (of !== 'crm.lead') return { ...emptyPage('other', path), more: of === undefined };
  if (one(view, '.o_view_sample_data')) return page; // An empty list is filled with made-up rows.

  const columns = heads.map((h) => h.getAttribute('data-name') ?? '');
  const kind = /\/crm$/.test(path) || columns.some((c) => OF_DEALS.includes(c)) ? 'deal' : 'lead';
  for (const row of all(table, 'tr.o_data_row')) {
    if (row.matches('.o_selected_row')) page.unread.push({ field: 'name', why: 'a row is being edited' });
    else page.records.push({ kind, fields: cellsOf(row) });
    yield;
  }
  // In a grouped list the pager counts groups.
  if (one(table, '.o_group_header')) Object.assign(page, { more: true, announced: { [`${kind}s`]: null } });
  else announce(page, view, kind);
  page.people = owners(page.records);
  return page;
}

/** The header's tooltips say which model the list is of. */
function modelOf(heads: Element[]): string | undefined {
  for (const head of heads) {
    const info = head.querySelector('[data-tooltip-info]')?.getAttribute('data-tooltip-info');
    const model = /"resModel"\s*:\s*"([^"]+)"/.exec(info ?? '')?.[1];
    if (model) return model;
  }
  return undefined;
}

function cellsOf(row: Element): Record<string, RawField> {
  const fields: Record<string, RawField> = {};
  const cell = (own: string) => text(row.querySelector(`td[name=${own}]`)) || undefined;
  for (const [name, own] of [...Object.entries(FIELDS), ['stage', 'stage_id']] as const) {
    const shown = namesOf(own).map(cell).find(Boolean);
    if (shown) fields[name] = { text: shown, by: 'api' };
  }
  const partner = companyOf(cell('partner_id'));
  if (partner && !fields.company) fields.company = { text: partner, by: 'api' };
  return fields;
}

/** A board by stage, or the cards of a list. */
export function* collectBoard(view: Element, path: string, model: string | undefined): Slices<RawPage> {
  if (!view.matches('.o_crm_kanban_view, .o_opportunity_kanban'))
    return { ...emptyPage('other', path), more: model === undefined || model === 'crm.lead' };
  const page = { ...emptyPage('board', `board${path}`), filter: filterOf(view) };
  // Up to version 15 the view is the board.
  const board = one(view, '.o_kanban_renderer') ?? view;
  if (!one(board, '.o_kanban_group, .o_kanban_record'))
    return { ...page, unready: 'the board is still empty' };
  if (one(view, '.o_view_sample_data')) return page;

  const kind = view.matches('.o_opportunity_kanban') || /\/crm$/.test(path) ? 'deal' : 'lead';
  const groups = all(board, '.o_kanban_group');
  const byStage = isByStage(view, groups);
  for (const card of all(board, '.o_kanban_record:not(.o_kanban_ghost)')) {
    const record: RawRecord = { kind, fields: cardOf(card) };
    const column = titleOf(card.closest('.o_kanban_group'));
    if (byStage && column && kind === 'deal') record.fields.stage = { text: column, by: 'structure' };
    if (one(card, WON)) record.closed = 'won';
    else if (one(card, LOST)) record.closed = kind === 'deal' ? 'lost' : 'disqualified';
    page.records.push(record);
    yield;
  }
  page.more = one(board, '.o_kanban_load_more, .o_column_folded') !== undefined;
  if (groups.length === 0) announce(page, view, kind);
  // Without bars nothing is announced; what is not all there has its button.
  else if (one(board, '[role=progressbar]')) page.announced[`${kind}s`] = inGroups(groups);
  return page;
}

const titleOf = (group: Element | null): string => firstText(group?.querySelector('.o_column_title'));

/** Other groupings than the board's own show as a facet; the forecast's months cannot be dragged, and have a year. */
const isByStage = (view: Element, groups: Element[]): boolean =>
  facetsOf(view).every((facet) => !facet.querySelector(GROUPING) || STAGE.has(wordsOf(facet))) &&
  groups.some((g) => g.matches('.o_group_draggable') || !/\p{Nd}{4}/u.test(titleOf(g)));

/** Each column's bar counts all its cards, loaded or not; a folded column shows none. */
function inGroups(groups: Element[]): number | null {
  let sum = 0;
  for (const group of groups) {
    const max = group.querySelector('[role=progressbar]')?.getAttribute('aria-valuemax');
    if (!max && (group.matches('.o_column_folded') || group.querySelector('.o_kanban_record'))) return null;
    sum += Number(max ?? 0);
  }
  return sum;
}

function cardOf(card: Element): Record<string, RawField> {
  const fields: Record<string, RawField> = {};
  const put = (name: string, el: Element | null | undefined, by: RawField['by']) => {
    const shown = text(el);
    if (shown) fields[name] = { text: shown, by };
  };
  put(
    'name',
    card.querySelector('[name=name], .o_kanban_record_title') ?? card.querySelector('span.fw-bold, strong'),
    'structure',
  );
  put(
    'amount',
    card.querySelector(
      namesOf(FIELDS.amount)
        .map((name) => `[name=${name}]`)
        .join(),
    ),
    'api',
  );
  const partner = card.querySelector('[name=partner_id]');
  const beside = partner?.nextElementSibling;
  const name = beside?.matches('span:not([name], :has(*))') ? beside : partner;
  put('company', name ?? card.querySelector('.o_text_overflow'), 'structure');
  // A picture with its name, as versions up to 15 have it.
  const owner = card.querySelector('img[title][src*="/res.users/"]')?.getAttribute('title')?.trim();
  if (owner) fields.owner = { text: owner, by: 'structure' };
  const company = companyOf(fields.company?.text);
  if (company) fields.company = { text: company, by: 'structure' };
  return fields;
}

/** "1-80 / 89" beside the arrows; beyond a limit the number ends with a plus. */
function announce(page: RawPage, view: Element, kind: RawRecord['kind']): void {
  const limit = text(one(frameOf(view), '.o_pager_limit'));
  if (!limit) return;
  const total = /^\d+$/.test(limit) ? Number(limit) : null;
  page.announced[`${kind}s`] = total;
  page.more ||= total === null || total > page.records.length;
}

const facetsOf = (view: Element): Element[] => all(frameOf(view), '.o_searchview_facet');
const wordsOf = (facet: Element): string => text(facet.querySelector('.o_facet_values') ?? facet);

/** The facets that hide records, in the page's words. */
const filterOf = (view: Element): string | null =>
  facetsOf(view)
    .filter((facet) => !facet.querySelector(GROUPING))
    .map(wordsOf)
    .filter(Boolean)
    .join(', ') || null;

const owners = (records: RawRecord[]): string[] => [
  ...new Set(records.flatMap((r) => r.fields.owner?.text ?? [])),
];
