import type { RawActivity, RawField } from '../../../contract/raw.ts';
import { all, text } from '../../flat.ts';
import type { Form } from './chatter.ts';
import { behindLabel, FIELDS, titled, typeOf } from './fields.ts';
import { AUTOMATED, STAGE } from './words.ts';

export interface Message {
  el: Element;
  author: string | undefined;
  time: RawField | undefined;
  /** The author has an account in this Odoo: the picture opens a card. Customers of the portal have one, too. */
  hasAccount: boolean;
  isCustomer: boolean;
}

/** Newest first, as shown. One below another of the same author may show neither author nor date: it inherits them. */
export function messagesIn(thread: Element, { customers }: Form): Message[] {
  let before: Message | undefined;
  return all(thread, '.o-mail-Message').map((el) => {
    const heir = el.matches('.o-squashed') ? before : undefined;
    const author = text(el.querySelector('.o-mail-Message-author')) || heir?.author;
    const opensCard = el.querySelector('.o-mail-Message-avatarContainer.cursor-pointer') !== null;
    before = {
      el,
      author,
      time: timeOf(el) ?? heir?.time,
      hasAccount: opensCard || heir?.hasAccount === true,
      isCustomer: author !== undefined && customers.includes(author),
    };
    return before;
  });
}

/** The text leaves the year out or is a word; the title is the whole date with its time. */
function timeOf(el: Element): RawField | undefined {
  const date = el.querySelector('.o-mail-Message-date');
  const title = date?.getAttribute('title');
  if (title) return { text: title, by: 'machine' };
  return date ? { text: text(date), by: 'structure' } : undefined;
}

/** One message → its changes of fields, else one activity. */
export function rowsOf(message: Message, form: Form, isStage: (row: Tracking) => boolean): RawActivity[] {
  const { el, author, time } = message;
  const base: RawActivity = {
    on: form.on,
    ...(author ? { by: author } : {}),
    ...(time ? { time } : {}),
    ...(el.matches('.o-selfAuthored') ? { mine: true } : {}),
  };
  const tracked = trackingOf(el);
  if (tracked.length > 0) return tracked.map((row) => ({ ...base, ...changeOf(row, form, isStage(row)) }));

  const icon = el.querySelector(DONE);
  if (icon) return [{ ...base, type: typeOf(icon), done: true, ...titled(doneTitle(icon)) }];
  const written = writtenIn(el);
  if (!written && !el.querySelector('.o-mail-Message-bubble'))
    return [{ ...base, type: 'system', direction: 'none', header: text(el.querySelector(HEADING)) }];
  if (el.querySelector('.o-mail-Message-body.o-note')) return [{ ...base, type: 'note', direction: 'none' }];
  return [{ ...base, ...sent(message, written) }];
}

/** Icon of an activity that was marked done; every message of that kind begins with it. */
const DONE = '.o-mail-Message-body p > span.fa';
/** "Stage changed", "Lead created": only what matters to the sale has such a line above its changes. */
const HEADING = '.o-mail-Message-textContent > div > p';

/** What a person wrote: a note's or message's own text, or the e-mail in its shadow root. */
const writtenIn = (el: Element): Element | null =>
  el.querySelector('.o-mail-Message-richBody, .o-mail-Message-body > div.overflow-x-auto');

/**
 * A message to the customer or an e-mail. Who wrote it tells the way it went: the customer by name, anybody with an
 * account else; an e-mail of nobody known came in, a message of nobody known is a former colleague's.
 */
function sent({ el, hasAccount, isCustomer }: Message, written: Element | null): RawActivity {
  const isEmail = written !== null && !written.matches('.o-mail-Message-richBody');
  const isOut = el.matches('.o-selfAuthored') || (!isCustomer && (hasAccount || !isEmail));
  const failed = el.querySelector('.o-mail-Message-notification.text-danger') !== null;
  return {
    type: isEmail ? 'email' : 'message',
    direction: isOut ? 'out' : 'in',
    ...titled(behindLabel(el.querySelector('.o-mail-Message-body > em'))),
    ...(failed ? { result: 'bounced' } : {}),
    ...(AUTOMATED.has(el.getAttribute('aria-label') ?? '') ? { automated: true } : {}),
    ...(written ? { body: text(written, { without: '[data-o-mail-quote], .o-mail-ellipsis' }) } : {}),
  };
}

/** "Call done (originally assigned to …): Discovery call": the title follows a part of nothing but a colon. */
function doneTitle(icon: Element): string | undefined {
  const parts = [...(icon.parentElement?.children ?? [])];
  const colon = parts.findIndex((part) => /^\s*[:：]\s*$/u.test(part.textContent ?? ''));
  return colon > 0 ? text(parts[colon + 1]) : undefined;
}

/** The line that the application writes when it makes a record: no person's words, no change, no deed. */
export const isBirth = (el: Element): boolean =>
  trackingOf(el).length === 0 && !writtenIn(el) && !el.querySelector(`${DONE}, .o-mail-Message-bubble`);

export const isHeaded = (el: Element): boolean => el.querySelector(HEADING) !== null;

export interface Tracking {
  label: string;
  from: string;
  to: string;
}

export const trackingOf = (el: Element): Tracking[] =>
  [...el.querySelectorAll('.o-mail-Message-tracking')].map((row) => ({
    label: text(row.querySelector('.o-mail-Message-trackingField')).replace(/^[(（](.*)[)）]$/u, '$1'),
    from: text(row.querySelector('.o-mail-Message-trackingOld')),
    to: text(row.querySelector('.o-mail-Message-trackingNew')),
  }));

function changeOf({ label, from, to }: Tracking, { labels }: Form, isStage: boolean): RawActivity {
  const own = labels.get(label);
  const named = Object.entries(FIELDS).find(([, name]) => name === own)?.[0];
  const change = {
    field: isStage ? 'stage' : (named ?? label),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  return { type: 'system', direction: 'none', change };
}

/**
 * The stage bar has no label, so a change of it is known by its values: a field that ever went from one stage of the
 * bar to another. Odoo keeps them in the language of whoever moved the record; then the label has to do.
 */
export function stageTest(messages: Message[], { stages, labels }: Form): (row: Tracking) => boolean {
  const rows = messages.flatMap((m) => trackingOf(m.el)).filter((row) => !labels.has(row.label));
  const moved = rows.filter((row) => stages.includes(row.to) && stages.includes(row.from));
  const names = new Set(moved.map((row) => row.label));
  return (row) => names.has(row.label) || (!labels.has(row.label) && STAGE.has(row.label));
}
