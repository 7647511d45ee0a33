import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all, one, text, visible } from '../../flat.ts';
import { each, type Slices, those } from '../../slices.ts';

type History = Pick<RawPage, 'activities' | 'more' | 'unread'>;

/** The widget of what was done; what is planned stands in related lists, which are closed until somebody opens them. */
export function* collectHistory(doc: Document, on: NonNullable<RawActivity['on']>): Slices<History> {
  const unread = [{ field: 'activities', why: 'planned ones stand in a related list, which is not read' }];
  const widget = one(doc, '.history-timeline') ?? one(doc, '.history-timeline-entry')?.parentElement;
  if (!widget)
    return {
      activities: [],
      more: true,
      unread: [...unread, { field: 'activities', why: 'no history is shown' }],
    };
  const entries = yield* those(all(widget, '.history-timeline-entry'), visible);
  const activities = yield* each(entries, (entry) => entryOf(entry, on));
  // Changes of fields are told in a sentence of the page's language.
  if (activities.some((a) => a.type === 'audit'))
    unread.push({ field: 'stageChanges', why: 'changes of fields are told in words alone' });
  return {
    activities,
    more:
      one(widget, '.record-thread-load-more, .record-thread-loading, :scope > button') !== undefined ||
      activities.some((a) => !a.time),
    unread,
  };
}

const REST = ['description', 'user', 'date'].map((name) => `.history-timeline-entry-${name}`).join(', ');

/** The title leads to the record of the deed; that of a changed field leads nowhere. */
function entryOf(entry: Element, on: NonNullable<RawActivity['on']>): RawActivity {
  const part = (name: string) => entry.querySelector(`.history-timeline-entry-${name}`);
  const [, module, id] = recordIn(part('title')?.querySelector('a[href]')) ?? [];
  // The title is a block within a paragraph: in a saved page it stands behind its paragraph. The rest is named.
  const title = text(entry, { without: REST });
  const by = text(part('user'));
  const date = text(part('date'));
  return {
    on,
    type: module ?? 'audit',
    ...(id ? { id, subject: title, planned: false } : { header: title, direction: 'none' as const }),
    ...(by ? { by } : {}),
    ...(date ? { time: { text: date, by: 'structure' as const } } : {}),
  };
}

/** Module and id in a link to a record. */
export const recordIn = (link: Element | null | undefined): RegExpExecArray | null =>
  /#\/([\w-]+)\/record\/([\w-]+)/.exec(link?.getAttribute('href') ?? '');
