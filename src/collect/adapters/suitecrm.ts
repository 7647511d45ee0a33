import type { RawPage, RawRecord } from '../../contract/raw.ts';
import { type Adapter, emptyPage } from '../adapter.ts';
import { announcedCount } from '../count.ts';
import { all, one, text, visible } from '../flat.ts';
import { each, type Slices } from '../slices.ts';
import { collectHistory, recordIn } from './suitecrm/history.ts';

/** Modules that are leads and deals here. */
const KINDS: Record<string, RawRecord['kind']> = { leads: 'lead', opportunities: 'deal' };

/** The application's own field name → the contract's. */
const FIELDS: Record<string, string> = {
  name: 'name',
  full_name: 'name',
  account_name: 'company',
  sales_stage: 'stage',
  status: 'status',
  amount: 'amount',
  probability: 'probability',
  date_closed: 'closeDate',
  date_entered: 'createdAt',
  assigned_user_name: 'owner',
  lead_source: 'source',
  next_step: 'nextStep',
};

/** Fields of other records: the history's, related lists', dialogues'. */
const ELSEWHERE = '.history-timeline-entry, [class*="subpanel"], .modal, .list-view-table';
/** Views of before version 8 stand in a frame of their own. */
const OLDER = 'scrm-classic-view-ui iframe';

interface Target {
  module: string;
  kind: RawRecord['kind'];
  home: string;
}

/** Version 8: an Angular application on any host, of which the elements bear the maker's prefix. */
export const adapter: Adapter = {
  recognises: (_, doc) =>
    doc.querySelector('app-root :is(scrm-navbar-ui, scrm-dynamic-label, scrm-table, scrm-field)') !== null,
  account: (url) => url.host,
  *collect(doc, url) {
    // `#/opportunities/record/5f1c…?…`, `#/opportunities/edit/5f1c…`, `#/opportunities/index`, `#/opportunities`
    const [module = '', action = 'index', id] = url.hash.replace(/^#\/|\?.*$/g, '').split('/');
    const kind = KINDS[module];
    if (!kind) return emptyPage('other', `${module}/${action}`);
    const target = { module, kind, home: `${url.origin}${url.pathname}` };
    if (id && action === 'record') return yield* collectRecord(doc, { ...target, id });
    if (id && action === 'edit')
      return { ...emptyPage('record', `${module}/${id}`), unready: 'the record is being edited' };
    const isList = action === 'index' || action === 'list';
    return isList ? yield* collectList(doc, target) : emptyPage('other', `${module}/${action}`);
  },
};

function* collectRecord(doc: Document, target: Target & { id: string }): Slices<RawPage> {
  const { module, kind, id, home } = target;
  const page = emptyPage('record', `${module}/${id}`);
  if (one(doc, OLDER)) return { ...page, unready: 'an older view in a frame' };
  const title = text(one(doc, '.record-view-name-label .dynamic-label, .record-view-name-label'));
  if (!title) return { ...page, unready: 'no record content yet' };
  if (one(doc, 'app-full-page-spinner')) return { ...page, unready: 'still loading' };
  const fields = fieldsIn(doc);
  // A person's title has the form of address in front of the name.
  if (!fields.name?.text && kind === 'deal') fields.name = { text: title, by: 'structure' };
  const history = yield* collectHistory(doc, { kind, id });
  // Related lists are closed until somebody opens them, and none is read.
  if (one(doc, '[class*="subpanel-"]')) history.more = true;
  const owner = fields.owner?.text;
  return {
    ...page,
    ...history,
    records: [{ kind, id, url: `${home}#/${module}/record/${id}`, fields }],
    people: owner ? [owner] : [],
  };
}

/** Each field's element says its name and whether it is shown or edited. */
function fieldsIn(doc: Document): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  for (const [own, name] of Object.entries(FIELDS)) {
    const el = all(doc, `.dynamic-field-name-${own}`).find((f) => visible(f) && !f.closest(ELSEWHERE));
    if (!el || fields[name]) continue;
    if (
      el.matches('.dynamic-field-mode-edit') ||
      el.querySelector('input:not([type=checkbox]), select, textarea')
    )
      fields[name] = { text: '', by: 'api', unread: 'is being edited' };
    else if (text(el)) fields[name] = { text: text(el), by: 'api' };
  }
  return fields;
}

function* collectList(doc: Document, { module, kind, home }: Target): Slices<RawPage> {
  const page = emptyPage('list', `list/${module}`);
  if (one(doc, OLDER)) return { ...page, unready: 'an older view in a frame' };
  const table = one(doc, 'table.list-view-table');
  if (!table || one(table.parentElement ?? table, 'scrm-loading-spinner'))
    return { ...page, unready: 'the list is still loading' };
  const read = yield* each(all(table, 'tbody tr, tr.cdk-row'), (row): RawRecord[] => {
    const cell = (own: string) => row.querySelector(`td:is(.column-${own}, .cdk-column-${own})`);
    const [, of, id] = recordIn((cell('name') ?? cell('full_name'))?.querySelector('a[href]')) ?? [];
    if (of !== module || !id || !visible(row)) return [];
    const fields: RawRecord['fields'] = {};
    for (const [own, name] of Object.entries(FIELDS)) {
      const shown = text(cell(own));
      if (shown) fields[name] ??= { text: shown, by: 'api' };
    }
    return [{ kind, id, url: `${home}#/${module}/record/${id}`, fields }];
  });
  const records = read.flat();
  const rows = all(table, 'tbody tr:has(td), tr.cdk-row').filter(visible).length;
  if (rows > 0 && records.length === 0) return { ...page, unready: 'still shows another list' };
  // "(1 - 20 of 45)"
  const numbers = text(one(doc, '.pagination-count')).match(/\p{Nd}[\p{Nd}.,]*\+?/gu);
  const total = announcedCount(numbers?.at(-1) ?? '');
  return {
    ...page,
    records,
    announced: total === undefined ? {} : { [`${kind}s`]: total },
    people: [...new Set(records.flatMap((r) => r.fields.owner?.text ?? []))],
  };
}
