import type { RawActivity, RawField, RawPage } from '../../../contract/raw.ts';
import { all, one, text } from '../../flat.ts';
import { FIELDS } from './fields.ts';

/** What the form knows and the chatter needs. */
export interface Form {
  on: NonNullable<RawActivity['on']>;
  customers: string[];
  owner: string | undefined;
  stages: string[];
  labels: Map<string, string>;
}
type Chatter = Pick<
  RawPage,
  'activities' | 'announced' | 'collapsed' | 'filter' | 'more' | 'people' | 'unread'
> & {
  unready?: string;
  createdAt?: RawField;
  /** The newest change that the application gives a heading of its own: created, stage changed, won, lost, restored. */
  closedAt?: RawField;
};

/** Icon classes of the stock activity types; anything else that was planned or done by hand is a task. */
const ICONS: Record<string, string> = {
  'fa-phone': 'call',
  'fa-envelope': 'email',
  'fa-users': 'meeting',
  'fa-calendar': 'meeting',
  'fa-whatsapp': 'whatsapp',
  'fa-linkedin': 'linkedin',
  'fa-mobile': 'sms',
  'fa-commenting': 'sms',
};
const typeOf = (icon: Element | null | undefined): string =>
  ICONS[[...(icon?.classList ?? [])].find((c) => ICONS[c]) ?? ''] ?? 'task';

/** Messages, changes and planned activities beside or below a form. */
export function collectChatter(view: Element, form: Form): Chatter {
  const page: Chatter = {
    activities: [],
    announced: {},
    collapsed: 0,
    filter: null,
    more: false,
    people: [],
    unread: [],
  };
  const chatter = one(view, '.o-mail-Chatter');
  if (!chatter) {
    if (one(view, '.o-mail-ChatterContainer, .o-mail-Form-chatter'))
      page.unready = 'the chatter is still empty';
    else page.unread.push({ field: 'activities', why: 'the page shows no chatter that could be read' });
    return page;
  }
  const found = one(chatter, '.o-mail-SearchMessageResult');
  const thread = one(chatter, '.o-mail-Thread');
  if (!thread && !found) return { ...page, unready: 'the chatter is still empty' };
  if (found)
    page.filter =
      (chatter.querySelector<HTMLInputElement>('.o-mail-Chatter-topbar input')?.value ?? '') || 'search';
  if (thread && !one(thread, '.o-mail-Message') && !one(thread, '.o-mail-Thread-empty > *'))
    return { ...page, unready: 'the chatter is still loading' };
  if (one(chatter, '.o-mail-Thread-error'))
    page.unread.push({ field: 'activities', why: 'Odoo could not load the messages' });

  const messages = messagesIn(thread ?? (found as Element), form);
  page.people = [...new Set(messages.flatMap((m) => (m.isUser && m.author ? [m.author] : [])))];
  const isStage = stageTest(messages, form);
  for (const message of messages) page.activities.push(...rowsOf(message, form, isStage));
  page.activities.unshift(...planned(chatter, form, page), ...scheduled(chatter, form));

  const hasMore = thread ? thread.querySelector(':scope > div > button.btn-link') !== null : true;
  if (hasMore) page.announced.activities = null;
  page.more ||= hasMore || found !== undefined;
  const oldest = messages.at(-1);
  // A record is born with a line of the application's own; it is the last of a chatter that is there as a whole.
  if (!hasMore && oldest?.time && isBirth(oldest.el)) page.createdAt = { ...oldest.time, by: 'structure' };
  const closing = messages.find((m) => trackingOf(m.el).length > 0 && isHeaded(m.el));
  if (closing?.time) page.closedAt = { ...closing.time, by: 'structure' };
  if (form.owner) page.people = [...new Set([...page.people, form.owner])];
  return page;
}

interface Message {
  el: Element;
  author: string | undefined;
  /** The author has an account in this Odoo, which makes the name a link to a card. */
  isUser: boolean;
  isSelf: boolean;
  time: RawField | undefined;
}

function messagesIn(thread: Element, form: Form): Message[] {
  let before: Message | undefined;
  return all(thread, '.o-mail-Message').map((el) => {
    // Squashed below one of the same author, a message shows neither author nor date.
    const heir = el.matches('.o-squashed') ? before : undefined;
    const author = text(el.querySelector('.o-mail-Message-author')) || heir?.author;
    const shown = el.querySelector('.o-mail-Message-header .o-mail-Message-date, .o-mail-Message-date');
    const title = shown?.getAttribute('title') || text(shown);
    const message: Message = {
      el,
      author,
      isUser:
        el.querySelector(
          '.o-mail-Message-avatarContainer.cursor-pointer, .o-mail-Message-author.cursor-pointer, .o-mail-Message-author .cursor-pointer',
        ) !== null || heir?.isUser === true,
      isSelf: el.matches('.o-selfAuthored'),
      time: title ? { text: title, by: shown?.hasAttribute('title') ? 'machine' : 'structure' } : heir?.time,
    };
    if (author && form.customers.includes(author)) message.isUser = false;
    before = message;
    return message;
  });
}

/** One message → its changes of fields, else one activity. */
function rowsOf(
  { el, author, isUser, isSelf, time }: Message,
  form: Form,
  isStage: (row: Tracking) => boolean,
): RawActivity[] {
  const base: RawActivity = {
    on: form.on,
    ...(author ? { by: author } : {}),
    ...(time ? { time } : {}),
    ...(isSelf ? { mine: true } : {}),
  };
  const tracked = trackingOf(el);
  if (tracked.length > 0)
    return tracked.map((row) => ({
      ...base,
      type: 'system',
      direction: 'none',
      change: {
        field: isStage(row) ? 'stage' : fieldName(row.label, form),
        ...(row.from ? { from: row.from } : {}),
        ...(row.to ? { to: row.to } : {}),
      },
    }));

  const body = el.querySelector('.o-mail-Message-body');
  const icon = body?.querySelector('p > span.fa');
  if (icon)
    return [
      {
        ...base,
        type: typeOf(icon),
        done: true,
        header: text(icon.parentElement),
        ...titled(doneTitle(icon)),
      },
    ];
  const written = writtenIn(body);
  // Whether a message was written by a machine is said by its label alone.
  const header = el.getAttribute('aria-label') ?? '';
  if (written && body?.matches('.o-note')) return [{ ...base, type: 'note', direction: 'none', header }];
  if (!written && !el.querySelector('.o-mail-Message-bubble'))
    return [
      {
        ...base,
        type: 'system',
        direction: 'none',
        header: text(el.querySelector('.o-mail-Message-textContent p')),
      },
    ];
  const isEmail = written !== undefined && !written.matches('.o-mail-Message-richBody');
  const failed = el.querySelector('.o-mail-Message-notification.text-danger') !== null;
  return [
    {
      ...base,
      type: isEmail ? 'email' : 'message',
      header,
      direction: isSelf || isUser ? 'out' : 'in',
      ...titled(afterColon(text(body?.querySelector(':scope > em')))),
      ...(failed ? { result: 'bounced' } : {}),
      ...(written ? { body: text(written, { without: '[data-o-mail-quote], .o-mail-ellipsis' }) } : {}),
    },
  ];
}

const titled = (subject: string | undefined) => (subject ? { subject } : {});
/** "Subject: …" in whatever language. */
const afterColon = (s: string): string | undefined => /^[^:：]{1,40}[:：]\s*(.+)$/su.exec(s)?.[1];

/** What a person wrote: a note's or message's own text, or the e-mail in its shadow root. */
const writtenIn = (body: Element | null | undefined): Element | undefined =>
  body?.querySelector('.o-mail-Message-richBody') ??
  body?.querySelector(':scope > div.overflow-x-auto') ??
  undefined;

/** "Call done (originally assigned to …): Discovery call": the title is what follows a part of nothing but a colon. */
function doneTitle(icon: Element): string | undefined {
  const parts = [...(icon.parentElement?.children ?? [])];
  const colon = parts.findIndex((p) => /^\s*[:：]\s*$/u.test(p.textContent ?? ''));
  return colon > 0 ? text(parts[colon + 1]) || undefined : undefined;
}

const isBirth = (el: Element): boolean =>
  trackingOf(el).length === 0 &&
  !el.querySelector('.o-mail-Message-body p > span.fa') &&
  !el.querySelector('.o-mail-Message-bubble, .o-mail-Message-richBody');

/** Of all changes, only those that matter to the sale have a heading above them. */
const isHeaded = (el: Element): boolean => el.querySelector('.o-mail-Message-textContent > div > p') !== null;

interface Tracking {
  label: string;
  from: string;
  to: string;
}

const trackingOf = (el: Element): Tracking[] =>
  [...el.querySelectorAll('.o-mail-Message-tracking')].map((row) => ({
    label: text(row.querySelector('.o-mail-Message-trackingField')).replace(/^[(（](.*)[)）]$/u, '$1'),
    from: text(row.querySelector('.o-mail-Message-trackingOld')),
    to: text(row.querySelector('.o-mail-Message-trackingNew')),
  }));

/** The stage bar has no label: a field is the stage if it ever changed to one of the bar's stages. */
function stageTest(messages: Message[], { stages, labels }: Form): (row: Tracking) => boolean {
  const rows = messages.flatMap((m) => trackingOf(m.el));
  const names = new Set(
    rows
      .filter((r) => !labels.has(r.label) && stages.includes(r.to) && stages.includes(r.from))
      .map((r) => r.label),
  );
  return (row) => names.has(row.label);
}

function fieldName(label: string, { labels }: Form): string {
  const own = labels.get(label);
  return Object.entries(FIELDS).find(([, name]) => name === own)?.[0] ?? label;
}

function planned(chatter: Element, form: Form, page: Chatter): RawActivity[] {
  const list = one(chatter, '.o-mail-ActivityList');
  const items = all(chatter, '.o-mail-Activity');
  if (list && items.length === 0) {
    page.collapsed += Number(text(list.querySelector('.badge'))) || 0;
    page.more = true;
  }
  return items.map((el) => {
    const [due, title] = el.querySelectorAll('.o-mail-Activity-info > .fw-bolder');
    const by = assignee(el.querySelector('.o-mail-Activity-user'), [...page.people, form.owner ?? '']);
    if (by) page.people.push(by);
    return {
      on: form.on,
      type: typeOf(el.querySelector('.o-mail-Activity-iconContainer i')),
      planned: true,
      time: dueOf(el, due),
      ...titled(text(title).replace(/^["“”„«»‹›「『](.*)["“”«»‹›」』]$/su, '$1')),
      ...(by ? { by } : {}),
    };
  });
}

/** The opened details give the day; else the text gives the days from today, and its colour which way they count. */
function dueOf(el: Element, due: Element | undefined): RawField {
  const day = text([...el.querySelectorAll('.o-mail-Activity-details tr:last-child td')].at(-1));
  if (day) return { text: day, by: 'structure' };
  const shown = text(due)
    .replace(/[:：]$/u, '')
    .trim();
  const isLate = due?.matches('.text-danger');
  const isToday = due?.matches('.text-warning');
  const days = isToday ? 0 : Number(/\d+/.exec(shown)?.[0] ?? 1);
  return { text: shown, by: 'machine', machine: `${isLate ? '-' : ''}P${days}D` };
}

/** "for Tomás O'Neill": the name is a text of its own, and in a saved page the end of one text. */
function assignee(el: Element | null, known: string[]): string | undefined {
  if (!el) return undefined;
  const name = [...el.childNodes].length > 1 ? el.lastChild?.textContent?.trim() : undefined;
  return name || known.find((n) => n && text(el).endsWith(n)) || undefined;
}

/** Messages that are to be sent later. */
const scheduled = (chatter: Element, form: Form): RawActivity[] =>
  all(chatter, '.o-mail-Scheduled-Message').map((el) => {
    const date = el.querySelector('.o-mail-Message-date');
    const by = text(el.querySelector('.o-mail-Message-author'));
    const subject = afterColon(text(el.querySelector('.o-mail-Message-body em')));
    return {
      on: form.on,
      type: 'message',
      planned: true,
      direction: 'out' as const,
      time: { text: date?.getAttribute('title') || text(date), by: 'machine' as const },
      ...(by ? { by } : {}),
      ...titled(subject),
    };
  });
