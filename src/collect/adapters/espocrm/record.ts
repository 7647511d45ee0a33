import type { RawActivity, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { all, one, text } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { fieldsIn, linkOf, shows, type Target } from './fields.ts';
import { collectPanels } from './panels.ts';
import { collectStream } from './stream.ts';

/** A ticket, or a lead or opportunity with its panels: planned activities, history, tasks, stream. */
export function* collectRecord(doc: Document, target: Target & { id: string }): Slices<RawPage> {
  const { scope, kind, id, home } = target;
  const page = emptyPage('record', `${scope}/${id}`);
  // A quick view in a dialogue is of another record.
  const detail = all(doc, `.detail[data-scope="${scope}"]`).find((el) => shows(el) && !el.closest('.modal'));
  if (!detail) return { ...page, unready: 'no record content yet' };
  const own = ownLinks(doc, scope);
  if (own.length > 0 && !own.includes(id)) return { ...page, unready: 'content of another record' };
  if (one(detail, '.cell .loading-value')) return { ...page, unready: 'still loading' };

  const record: RawRecord = {
    kind,
    id,
    url: `${home}#${scope}/view/${id}`,
    fields: fieldsIn(detail, '.field'),
  };
  const title = one(doc, '.header-title .breadcrumb-item:last-child .title');
  if (title && !record.fields.name?.text) record.fields.name = { text: text(title), by: 'structure' };
  if (!record.fields.name) return { ...page, unready: 'no record content yet' };

  const done = { ...page, ...(own.length > 0 ? { proved: true } : {}), records: [record] };
  if (kind === 'ticket') return done;

  const into = linkOf(one(detail, '.field[data-name=createdOpportunity] a') ?? null);
  if (into) record.fields.deal = { text: into.id, by: 'machine' };
  const customers = customersIn(detail);
  if (kind === 'lead') customers.names.push(record.fields.name.text);
  const people = peopleIn(detail);
  const stream = yield* collectStream(detail, { kind, id });
  const told = stream.activities;
  const panels = yield* collectPanels(detail, { on: { kind, id }, people, told, ...customers });
  return {
    ...done,
    activities: once([...panels.activities, ...stream.activities]),
    filter: panels.filter,
    more: panels.more || stream.more,
    people,
    customers: customers.names,
    unread: [...panels.unread, ...stream.unread],
  };
}

/** The address of a record's whole related list names the record itself. */
const ownLinks = (doc: Document, scope: string): string[] =>
  all(doc, `a[href*="#${scope}/related/"]`)
    .filter((a) => !a.closest('.modal'))
    .map((a) => /\/related\/([\w-]+)/.exec(a.getAttribute('href') ?? '')?.[1] ?? '');

/**
 * One deed stands in the history and in the stream. The history has the deed's own time and the stream the time at
 * which it was written down, so the first showing stays; only the stream's sentence can tell that a message came in.
 */
function once(rows: RawActivity[]): RawActivity[] {
  const found = new Map<string, RawActivity>();
  const apart: RawActivity[] = [];
  for (const row of rows) {
    const first = row.id === undefined || row.change ? undefined : found.get(row.id);
    if (first) {
      first.header ??= row.header;
      first.body ??= row.body;
    } else if (row.id === undefined || row.change) apart.push(row);
    else found.set(row.id, row);
  }
  return [...found.values(), ...apart];
}

export interface Customers {
  names: string[];
  addresses: string[];
}

/** The people whom the record is about; they tell which way a message went. */
function customersIn(detail: Element): Customers {
  const texts = (selector: string) =>
    all(detail, selector)
      .map((el) => text(el))
      .filter(Boolean);
  return {
    names: texts('.field:is([data-name=contacts], [data-name=contact]) a'),
    addresses: texts('.field[data-name=emailAddress] a'),
  };
}

const peopleIn = (detail: Element): string[] => [
  ...new Set(
    all(detail, 'a[href*="#User/view/"]')
      .filter(shows)
      .map((a) => text(a))
      .filter(Boolean),
  ),
];
