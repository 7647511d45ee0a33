import { type Adapter, emptyPage } from '../adapter.ts';
import { KINDS } from './espocrm/fields.ts';
import { collectRecord } from './espocrm/record.ts';
import { collectRows } from './espocrm/rows.ts';
import { unfold } from './espocrm/unfold.ts';

/**
 * EspoCRM stands on any host, so the document tells: its style sheet, or views that name the object they show and in
 * which every field and row has a machine name.
 */
const OWN = [
  'link#main-stylesheet[href*="client/css/espo/"]',
  '.detail[data-scope] .cell[data-name] > .field[data-name]',
  '.list[data-scope] .list-row[data-id] .cell[data-name]',
  '.list-kanban[data-scope] .group-column[data-name]',
].join(', ');

/** What an address says: `#Lead/view/64f0…`, `#Lead/edit/64f0…`, `#Opportunity`, `#Opportunity/list`. */
function addressOf(url: URL) {
  const [scope = '', action = 'list', id] = url.hash.slice(1).replace(/\?.*$/, '').split('/');
  return { scope, action, id: id?.split('&')[0] || undefined };
}

export const adapter: Adapter = {
  recognises: (_, doc) => doc.querySelector(OWN) !== null,
  account: (url) => url.host,
  unfold,
  *collect(doc, url) {
    const { scope, action, id } = addressOf(url);
    const kind = KINDS[scope];
    if (!kind) return emptyPage('other', `${scope}/${action}`);
    const target = { scope, kind, home: `${url.origin}${url.pathname}` };
    if (id && action === 'view') return yield* collectRecord(doc, { ...target, id });
    if (id && action === 'edit')
      return { ...emptyPage('record', `${scope}/${id}`), unready: 'the record is being edited' };
    return action === 'list' || action === 'kanban'
      ? yield* collectRows(doc, target)
      : emptyPage('other', `${scope}/${action}`);
  },
};
