import type { RawActivity, RawField, RawPage } from '../../../contract/raw.ts';
import { one } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { frameOf } from './fields.ts';
import { isBirth, isHeaded, MESSAGE, messagesIn, rowsOf, stageTest, trackingOf } from './messages.ts';
import { collectPlanned } from './planned.ts';

/** What the form knows and the chatter needs. */
export interface Form {
  on: NonNullable<RawActivity['on']>;
  /** Names of the customer and its contact. */
  customers: string[];
  owner: string | undefined;
  /** Labels of the stage bar. */
  stages: string[];
  /** It was lost, which moves it to no other stage. */
  isLost: boolean;
  /** Label in the page's language → Odoo's field name. */
  labels: Map<string, string>;
}

type Parts = 'activities' | 'announced' | 'collapsed' | 'filter' | 'more' | 'people' | 'unread';
export type Chatter = Pick<RawPage, Parts> & {
  unready?: string;
  createdAt?: RawField;
  /** When it was won or lost, if it is: the newest change that the application gives a heading of its own. */
  closedAt?: RawField;
};

const CHATTER = '.o-mail-Chatter, .o_Chatter';
const NOTHING = '.o-mail-Thread-error, .o-mail-Thread-empty > *, .o_MessageList_empty';

/** The button for older messages. */
export const moreIn = (thread: Element): Element | undefined =>
  one(thread, ':scope > div > button.btn-link, .o_MessageList_loadMore');

/** Messages, changes and planned activities beside or below a form. */
export function* collectChatter(view: Element, form: Form): Slices<Chatter> {
  const page: Chatter = {
    activities: [],
    announced: {},
    collapsed: 0,
    filter: null,
    more: false,
    people: [],
    unread: [],
  };
  const chatter = one(view, CHATTER) ?? one(frameOf(view), CHATTER);
  if (!chatter) {
    if (one(view, '.o-mail-ChatterContainer, .o-mail-Form-chatter, .o_ChatterContainer'))
      return { ...page, unready: 'the chatter is still empty' };
    // Up to version 13 it is built otherwise.
    const why = one(view, '.o_thread_message')
      ? 'the chatter of an older version is not read'
      : 'the page shows no chatter that could be read';
    return { ...page, more: true, unread: [{ field: 'activities', why }] };
  }
  // A search takes the place of the thread.
  const found = one(chatter, '.o-mail-SearchMessageResult');
  const thread =
    one(chatter, '.o-mail-Thread, .o_MessageList, .o_ThreadView') ??
    one(chatter, '.o_Message')?.parentElement;
  const shown = found ?? thread;
  if (!shown) return { ...page, unready: 'the chatter is still empty' };
  if (found)
    page.filter = chatter.querySelector<HTMLInputElement>('.o-mail-Chatter-topbar input')?.value || '?';
  else if (!one(shown, `${MESSAGE}, ${NOTHING}`)) return { ...page, unready: 'the chatter is still loading' };
  if (one(shown, '.o-mail-Thread-error'))
    page.unread.push({ field: 'activities', why: 'Odoo could not load the messages' });

  const messages = yield* messagesIn(shown, form);
  const staff = messages.flatMap((m) => (m.hasAccount && !m.isCustomer && m.author ? [m.author] : []));
  page.people = [...new Set([...staff, ...(form.owner ? [form.owner] : [])])];
  collectPlanned(chatter, form, page);
  const isStage = yield* stageTest(messages, form);
  for (const message of messages) {
    const rows = rowsOf(message, form, isStage);
    page.activities.push(...rows);
    page.more ||= rows.length === 0 || !message.time;
    if (rows.length === 0)
      page.unread.push({ field: 'activities', why: 'a message without words, author or side' });
    yield;
  }

  const isCut = !thread || moreIn(thread) !== undefined;
  if (isCut) Object.assign(page, { more: true, announced: { activities: null } });
  const oldest = messages.at(-1);
  if (!isCut && oldest?.time && isBirth(oldest)) page.createdAt = { ...oldest.time, by: 'structure' };
  const closing = messages.find(({ el }) => {
    const rows = trackingOf(el);
    return rows.length > 0 && isHeaded(el) && !(form.isLost && rows.some(isStage));
  });
  if (closing?.time) page.closedAt = { ...closing.time, by: 'structure' };
  return page;
}
