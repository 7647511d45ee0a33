import type { RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { announcedCount } from '../../count.ts';
import { all, one, text } from '../../flat.ts';
import { each, type Slices } from '../../slices.ts';
import { fieldsIn, goesOn, shows, type Target } from './fields.ts';

/** A list of leads or opportunities, or their board. */
export function* collectRows(doc: Document, target: Target): Slices<RawPage> {
  const main = all(doc, '.list, .list-kanban').filter((el) => shows(el) && !el.closest('.modal, .detail'));
  const shown = main.find((el) => el.getAttribute('data-scope') === target.scope);
  const page = { ...emptyPage('list', `list/${target.scope}`), filter: filterOf(doc) };
  if (!shown) {
    const isEmpty = main.length === 0 && one(doc, '.list-container .no-data');
    return isEmpty
      ? page
      : { ...page, unready: main.length > 0 ? 'still shows another list' : 'no list yet' };
  }
  const isBoard = shown.matches('.list-kanban');
  const records = yield* isBoard ? cardsOf(shown, target) : rowsOf(shown, target);
  const announced = announcedCount(text(one(doc, '.total-count-span'))) ?? countBehind(shown, records.length);
  return {
    ...page,
    kind: isBoard ? 'board' : 'list',
    page: `${isBoard ? 'board' : 'list'}/${target.scope}`,
    records,
    announced: announced === undefined ? {} : { [`${target.kind}s`]: announced },
    more: goesOn(shown),
    people: [...new Set(records.flatMap((r) => r.fields.owner?.text || []))],
  };
}

/** The button of a list tells how many rows are behind it. */
function countBehind(list: Element, shown: number): number | undefined {
  const button = one(list.parentElement ?? list, '[data-action=showMore] .more-count');
  const more = announcedCount(text(button));
  return typeof more === 'number' ? shown + more : undefined;
}

const recordOf = (el: Element, selector: string, { scope, kind, home }: Target): RawRecord => {
  const id = el.getAttribute('data-id') ?? '';
  return { kind, id, url: `${home}#${scope}/view/${id}`, fields: fieldsIn(el, selector) };
};

const rowsOf = (list: Element, target: Target): Slices<RawRecord[]> =>
  each(all(list, '.list-row[data-id]').filter(shows), (row) => recordOf(row, ':is(td, .cell)', target));

/** Values by which the application itself knows a closed stage or status, in every language. */
const CLOSED: Record<string, RawRecord['closed']> = {
  'Closed Won': 'won',
  'Closed Lost': 'lost',
  Converted: 'converted',
  Dead: 'disqualified',
};

function* cardsOf(board: Element, target: Target): Slices<RawRecord[]> {
  const labels = new Map(
    all(board, '.group-header[data-name]').map((head) => [
      head.getAttribute('data-name') ?? '',
      text(head.querySelector('.kanban-group-label')),
    ]),
  );
  return yield* each(all(board, '.group-column[data-name] .item[data-id]').filter(shows), (item) => {
    const machine = item.closest('.group-column[data-name]')?.getAttribute('data-name') ?? '';
    const record = recordOf(item, '.field', target);
    const label = labels.get(machine);
    const stage = target.kind === 'deal' ? 'stage' : 'status';
    if (label) record.fields[stage] = { text: label, by: 'machine', machine };
    if (CLOSED[machine]) record.closed = CLOSED[machine];
    return record;
  });
}

/** The button that takes filters away is shown only while one hides something. */
function filterOf(doc: Document): string | null {
  if (!one(doc, '.search-row [data-action=reset]')) return null;
  const words = doc.querySelector<HTMLInputElement>('.search-row .text-filter')?.value;
  const narrowed = all(doc, '.advanced-filters .filter')
    .filter(shows)
    .map((el) => text(el));
  const shown = [text(one(doc, '.search-row .filters-label')), words, ...narrowed];
  return shown.filter(Boolean).join(', ') || '?';
}
