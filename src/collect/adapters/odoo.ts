import type { RawPage } from '../../contract/raw.ts';
import { type Adapter, emptyPage } from '../adapter.ts';
import { one, text } from '../flat.ts';
import type { Slices } from '../slices.ts';
import { frameOf } from './odoo/fields.ts';
import { collectForm } from './odoo/form.ts';
import { collectBoard, collectList } from './odoo/rows.ts';
import { unfold } from './odoo/unfold.ts';

/** What an address says: `/odoo/crm/15`, `/odoo/action-183/15`, and up to version 17 `/web#id=15&model=crm.lead`. */
function addressOf(url: URL) {
  const hash = new URLSearchParams(url.hash.slice(1));
  const path = url.pathname.replace(/\/+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return {
    id: hash.get('id') || (/^\d+$/.test(last) ? last : undefined),
    isNew: last === 'new' || (hash.get('view_type') === 'form' && !hash.get('id')),
    path: hash.has('action') ? `${path}/${hash.get('action')}` : path,
    model:
      hash.get('model') ?? (/\/(crm\.lead(\/|$)|odoo\/crm(\/\w+)?$)/.test(path) ? 'crm.lead' : undefined),
  };
}

/**
 * Odoo's content names no record, and its address changes up to 100 ms before or after the content does. From
 * version 18 on the application notes, for the life of the tab, the record that it is about to show, then sets the
 * title, then the content with its heading. Measured, the note disagrees with the address or the heading with the
 * title in each of those gaps. Both can only hold a reading back; a saved page has no note.
 */
function whose(doc: Document, form: Element, id: string): 'another' | 'proved' | 'unknown' {
  const noted = notedRecord(doc);
  if (noted === undefined) return 'unknown';
  const heading = text(frameOf(form).querySelector('.o_last_breadcrumb_item, .breadcrumb-item.active'));
  return noted === id && doc.title.replace(/\s+/gu, ' ').includes(heading) ? 'proved' : 'another';
}

function notedRecord(doc: Document): string | undefined {
  try {
    const state: unknown = JSON.parse(doc.defaultView?.sessionStorage.getItem('current_state') ?? '{}');
    const { resId } = state as { resId?: unknown };
    return typeof resId === 'number' ? String(resId) : undefined;
  } catch {
    return undefined;
  }
}

const isOfLeads = (form: Element, model: string | undefined): boolean =>
  model === 'crm.lead' ||
  form.matches('.o_crm_form_view, .o_lead_opportunity_form') ||
  form.querySelector('.o_lead_opportunity_form') !== null;

/** Odoo writes its page's language not into the page's element but into what it starts with. */
function languageOf(doc: Document): { language?: string } {
  for (const script of doc.querySelectorAll('script:not([src])')) {
    const lang = /"user_context":\s*\{[^}]*"lang":\s*"([\w@]+)"/.exec(script.textContent ?? '')?.[1];
    if (lang) return { language: lang.replace('_', '-') };
  }
  return {};
}

export const adapter: Adapter = {
  recognises: (_, doc) => doc.body?.classList.contains('o_web_client') ?? false,
  account: (url) => url.host,
  unfold,
  *collect(doc, url) {
    return { ...(yield* collectView(doc, url)), ...languageOf(doc) };
  },
};

function* collectView(doc: Document, url: URL): Slices<RawPage> {
  const { id, isNew, path, model } = addressOf(url);
  const other = emptyPage('other', path);
  const shown = one(doc, '.o_action_manager');
  const view = shown && one(shown, '.o_form_view, .o_list_view, .o_kanban_view');
  if (!view)
    return shown?.firstElementChild && model !== 'crm.lead'
      ? { ...other, more: true }
      : { ...other, unready: 'the page is still empty' };

  if (!view.matches('.o_form_view')) {
    const isList = view.matches('.o_list_view');
    const rows = yield* isList ? collectList(view, path, model) : collectBoard(view, path, model);
    return id && rows.kind !== 'other' ? { ...other, unready: 'the page still shows a list' } : rows;
  }
  if (isNew || !isOfLeads(view, model)) return other;
  if (!id) return { ...other, unready: 'the address names no record yet' };
  const page = yield* collectForm(view, id, url.href);
  const owner = whose(doc, view, id);
  const unready = owner === 'another' ? 'shows another record than its address names' : page.unready;
  return unready ? { ...emptyPage('record', page.page), unready } : { ...page, proved: owner === 'proved' };
}
