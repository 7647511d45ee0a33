import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all, one, text } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { goesOn, linkOf, outcomeOf, shownIn, shows, timeOf } from './fields.ts';
import type { Customers } from './record.ts';

export type Part = Pick<RawPage, 'activities' | 'filter' | 'more' | 'unread'>;
type Subject = Customers & { on: NonNullable<RawActivity['on']>; people: string[]; told: RawActivity[] };

/** Which panel tells what: only the history holds what was done. */
const PANELS = { activities: true, tasks: true, history: false };
const CLOCKS = ['dateEnd', 'dateStart', 'dateSent', 'dateCompleted'];

export const panelNamed = (detail: Element, name: string): Element | undefined =>
  all(detail, `.panel[data-name="${name}"]`).find(shows);

/** A panel that the page has and does not show. */
export const isFolded = (detail: Element, name: string): boolean =>
  detail.querySelector(`.panel[data-name="${name}"]`) !== null;

/** A panel whose list is not there yet, or not all there. */
export function isShort(panel: Element): boolean {
  return one(panel, '.list-row, .no-data') === undefined || goesOn(panel);
}

/** Planned activities, tasks and history of a record. */
export function* collectPanels(detail: Element, subject: Subject): Slices<Part> {
  const part: Part = { activities: [], filter: null, more: false, unread: [] };
  for (const [name, planned] of Object.entries(PANELS)) {
    const panel = panelNamed(detail, name);
    if (!panel) {
      part.more ||= isFolded(detail, name);
      part.unread.push({ field: 'activities', why: `the panel "${name}" is not shown` });
      continue;
    }
    part.more ||= isShort(panel);
    // A panel may be narrowed to one kind of activity.
    const chosen = one(panel, '.scope-switcher.active[data-scope]:not([data-scope=""])');
    if (chosen) part.filter = text(chosen, { buttons: true }) || chosen.getAttribute('data-scope');
    const section = text(one(panel, '.panel-title'));
    for (const row of all(panel, '.list-row[data-id]').filter(shows)) {
      const activity = rowOf(row, planned, subject);
      if (activity.type && isFromKnown(row, activity, subject))
        part.activities.push({ ...activity, ...(section ? { section } : {}) });
      else {
        part.more = true;
        part.unread.push({ field: 'activities', why: 'a row that does not say what it is, or of whom' });
      }
      yield;
    }
  }
  return part;
}

/** Only of a sender who is known does it follow which way a message went, unless the stream tells it. */
function isFromKnown(row: Element, { type, id, direction }: RawActivity, { people, told }: Subject): boolean {
  const from = shownIn(row.querySelector('.cell[data-name="from"]'));
  const isTold = told.some((row) => row.id === id && row.header);
  return type !== 'Email' || !from || direction !== undefined || isTold || people.includes(from);
}

/** A sender is linked to what the application knows as one of the staff, or of the customers. */
const SIDES: Record<string, RawActivity['direction']> = {
  Account: 'in',
  Contact: 'in',
  Lead: 'in',
  User: 'out',
};

/** Sent by one of the customer's people; a form of address may stand before the record's own name. */
const isOf = (from: string, { names, addresses }: Customers): boolean =>
  from !== '' && (addresses.includes(from) || names.some((name) => ` ${name}`.endsWith(` ${from}`)));

function rowOf(row: Element, planned: boolean, subject: Subject): RawActivity {
  const cell = (name: string) => row.querySelector(`.cell[data-name="${name}"]`);
  const link = row.querySelector('.cell[data-name=name] a[href]');
  const type = linkOf(link)?.scope ?? row.querySelector('[data-scope]')?.getAttribute('data-scope');
  const clock = CLOCKS.map(cell).find((el) => shownIn(el));
  const title = shownIn(link ?? cell('name'));
  const from = shownIn(cell('from'));
  const linked = linkOf(row.querySelector('.cell[data-name="from"] a[href]'))?.scope ?? '';
  const side = SIDES[linked] ?? (isOf(from, subject) ? 'in' : undefined);
  const by = (type === 'Email' && from) || shownIn(cell('assignedUser')) || from;
  const status = cell('status');
  // An address is no name, and is not to be kept.
  return {
    id: row.getAttribute('data-id') ?? '',
    on: subject.on,
    ...(type ? { type } : {}),
    ...(title ? { subject: title } : {}),
    ...(clock ? { time: timeOf(clock) } : {}),
    ...(by && !by.includes('@') ? { by } : {}),
    ...(side ? { direction: side } : {}),
    ...(planned ? plannedOf(status, clock) : { planned, ...outcomeOf(status) }),
  };
}

/** A task that was finished may still stand in its panel; its status is then a word for that. */
const plannedOf = (status: Element | null, clock: Element | null | undefined): Partial<RawActivity> => ({
  ...(status?.querySelector('[class*="-success"]') ? { done: true } : { planned: true }),
  ...(clock?.querySelector('.text-danger') ? { overdue: true } : {}),
});
