import type { RawActivity, RawField } from '../../../contract/raw.ts';
import { all, parent, rootOf, text, up } from '../../flat.ts';
import { each, type Slices, those } from '../../slices.ts';
import type { Form } from './chatter.ts';
import { behindLabel, FIELDS, titled, typeOf } from './fields.ts';
import { authorOf, dateOf, isOfStranger, isOld, staffOfOld } from './old.ts';
import { STAGE } from './words.ts';

export interface Message {
  el: Element;
  author: string | undefined;
  time: RawField | undefined;
  /** The author has an account in this Odoo: the picture opens a card. Customers of the portal have one, too. */
  hasAccount: boolean;
  isCustomer: boolean;
  written: Element | undefined;
}

/** Drawn around what a person said. */
const BUBBLE = '.o-mail-Message-bubble';

export const MESSAGE = '.o-mail-Message, .o_Message';

/** Newest first, as shown. One below another of the same author may show neither author nor date: it inherits them. */
export function* messagesIn(thread: Element, { customers, owner }: Form): Slices<Message[]> {
  let before: Message | undefined;
  const elements = yield* those(all(thread, MESSAGE), (el) => !isWithin(el, MESSAGE));
  const staff = [owner, ...staffOfOld(thread), ...elements.filter(opensCard).map(authorOf)].filter(Boolean);
  const plain = yield* plainIn(elements);
  return yield* each(elements, (el) => {
    const heir = el.matches('.o-squashed') || isBare(el) ? before : undefined;
    const author = authorOf(el) || heir?.author;
    const hasAccount = staff.includes(author);
    const isCustomer = author !== undefined && customers.includes(author);
    const isSaid = (hasAccount || isCustomer) && el.querySelector(BUBBLE) !== null;
    before = {
      el,
      author,
      time: timeOf(el) ?? heir?.time,
      hasAccount,
      isCustomer,
      written: writtenIn(el, isSaid || plain.includes(el)),
    };
    return before;
  });
}

/** What was copied out of a chatter into a note or a mail keeps its class names. */
const isWithin = (el: Element, selector: string): boolean => {
  const outer = parent(el);
  return outer !== null && up(outer, selector) !== undefined;
};

/** A page without the wrappers that set a person's words apart: they are labelled otherwise than changes of fields. */
function* plainIn(elements: Element[]): Slices<Element[]> {
  if (elements.some((el) => el.querySelector('.o-mail-Message-textContent, .o-mail-Message-bubble')))
    return [];
  const labelOf = (el: Element) => el.getAttribute('aria-label');
  const changes = (yield* those(elements, (el) => trackingOf(el).length > 0)).map(labelOf);
  // The oldest is the application's own, on the record's birth.
  return elements.slice(0, -1).filter((el) => !changes.includes(labelOf(el)));
}

const isBare = (el: Element): boolean => !authorOf(el) && !timeOf(el)?.text;

const opensCard = (el: Element): boolean =>
  el.querySelector('.o-mail-Message-avatarContainer.cursor-pointer') !== null;

/** The text leaves the year out or is a word; the title is the whole date with its time. */
function timeOf(el: Element): RawField | undefined {
  const date = dateOf(el);
  const title = date?.getAttribute('title');
  if (title) return { text: title, by: 'machine' };
  return date ? { text: text(date), by: 'structure' } : undefined;
}

/** One message → its changes of fields, else one activity; nothing where the page does not say who wrote it to whom. */
export function rowsOf(message: Message, form: Form, isStage: (row: Tracking) => boolean): RawActivity[] {
  const { el, author, time, written } = message;
  const base: RawActivity = {
    on: form.on,
    ...(author ? { by: author } : {}),
    ...(time ? { time } : {}),
    ...(el.matches('.o-selfAuthored') ? { mine: true } : {}),
  };
  const tracked = trackingOf(el);
  if (tracked.length > 0)
    return tracked.filter(isWhole).map((row) => ({ ...base, ...changeOf(row, form, isStage(row)) }));

  const icon = doneIn(el);
  if (icon) return [{ ...base, type: typeOf([icon]), done: true, ...titled(doneTitle(icon)) }];
  if (isSystem(message))
    return saysNothing(el)
      ? []
      : [{ ...base, type: 'system', direction: 'none', header: text(el.querySelector(HEADING)) }];
  if (el.matches(NOTE) || el.querySelector('.o-mail-Message-body')?.matches('.o-note'))
    return [{ ...base, type: 'note', direction: 'none', besides: text(written).slice(0, 300) }];
  return author && written && isKnown(message, form, written)
    ? [{ ...base, ...sent(message, form, written), besides: text(written).slice(0, 300) }]
    : [];
}

/** Of an author who is neither customer nor staff only the customers' names or the kind of message tell the side. */
const isKnown = ({ el, isCustomer, hasAccount }: Message, { customers }: Form, written: Element): boolean =>
  isCustomer || hasAccount || isOfStranger(el) || isEmail(written) || (!isOld(el) && customers.length > 0);

const isEmail = (written: Element): boolean =>
  !written.matches('.o-mail-Message-richBody, .o-mail-Message-body, .o_Message_prettyBody');

const saysNothing = (el: Element): boolean => text(el, { without: '.o-mail-Message-header' }) === '';

const NOTE = '.o-note, .o-not-discussion';
const isSystem = ({ el, isCustomer, written }: Message): boolean =>
  isOld(el)
    ? el.matches('.o-notification')
    : !written && !isCustomer && !el.querySelector(`${BUBBLE}, ${SUBJECT}`);

/** Icon of an activity that was marked done; every message of that kind begins with it. */
function doneIn(el: Element): Element | null | undefined {
  const line = el.querySelector(':is(.o-mail-Message-body, .o_Message_prettyBody) p');
  // What was copied into a note was done elsewhere.
  return line && up(line, MESSAGE) === el ? line.querySelector(':scope > span.fa') : undefined;
}
/** "Stage changed", "Lead created": only what matters to the sale has such a line above its changes. */
const HEADING = ':is(.o-mail-Message-textContent > div, .o_Message_content, .o_Message_prettyBody) > p';

/**
 * What a person wrote: a note's or message's own text, or the e-mail in its shadow root. Up to version 17 neither has
 * an element of its own for it, but a note is wrapped once more than a line of the application, and a message has a
 * bubble.
 */
function writtenIn(el: Element, isSaid: boolean): Element | undefined {
  const own = el.querySelector(
    '.o-mail-Message-richBody, .o-mail-Message-body > div.overflow-x-auto, .o_Message_prettyBody',
  );
  const body = el.querySelector('.o-mail-Message-body');
  const host = [...(body?.children ?? [])].find(rootOf);
  const isNote = el.matches('.o-note') || body?.matches('.overflow-x-auto > .o-note');
  return own ?? host ?? ((isNote || isSaid) && body ? body : undefined);
}

/**
 * A message to the customer or an e-mail. Who wrote it tells the way it went: the customer by name, anybody with an
 * account else; an e-mail of nobody known came in, a message of nobody known is a former colleague's.
 */
function sent({ el, hasAccount, isCustomer }: Message, { customers }: Form, written: Element): RawActivity {
  const isOut =
    el.matches('.o-selfAuthored') || (!isCustomer && (hasAccount || !(isEmail(written) || isOfStranger(el))));
  const failed = el.querySelector(FAILED) !== null;
  const label = el.getAttribute('aria-label') ?? '';
  return {
    type: isEmail(written) ? 'email' : 'message',
    direction: isOut ? 'out' : 'in',
    ...titled(behindLabel(el.querySelector(SUBJECT))),
    ...(failed ? { result: 'bounced' } : {}),
    header: label,
    // Whether it greets the customer by name can only be judged where the name is known.
    ...(customers.length > 0
      ? { body: text(written, { without: '[data-o-mail-quote], .o-mail-ellipsis' }) }
      : {}),
  };
}

const FAILED = '.o-mail-Message-notification.text-danger, .o_Message_notificationIconClickable.o-error';
const SUBJECT = '.o-mail-Message-body > em, .o_Message_subject, .o-mail-Message-subject';

/** "Call done (originally assigned to …): Discovery call": the title follows a part of nothing but a colon. */
function doneTitle(icon: Element): string | undefined {
  const parts = [...(icon.parentElement?.children ?? [])];
  const colon = parts.findIndex((part) => /^\s*[:：]\s*$/u.test(part.textContent ?? ''));
  return colon > 0 ? text(parts[colon + 1]) : undefined;
}

/** The line that the application writes when it makes a record: no person's words, no change, no deed. */
export const isBirth = (message: Message): boolean =>
  trackingOf(message.el).length === 0 && !doneIn(message.el) && isSystem(message);

export const isHeaded = (el: Element): boolean => el.querySelector(HEADING) !== null;

export interface Tracking {
  label: string;
  /** Both values are shown: an empty one is a word, or up to version 16 a sign. */
  whole: boolean;
  from: string;
  to: string;
}

/** Their class names in versions 17 and later, 14 and 15, and 16. */
const tracked = (end: string): string => {
  const of16 = end.replace(/^./, (c) => c.toLowerCase());
  return `.o-mail-Message-tracking${end.replace(/(Value|Name)$/, '')}, .o_Message_trackingValue${end}, .o_TrackingValue${end && '_'}${of16}`;
};

export const trackingOf = (el: Element): Tracking[] =>
  trackedIn(el).map((row) => ({
    whole: isOld(el) || ['OldValue', 'NewValue'].every((end) => row.querySelector(tracked(end))),
    label: text(row.querySelector(tracked('FieldName')))
      .replace(/^[(（](.*)[)）]$/u, '$1')
      .replace(/\s*[:：]$/u, ''),
    from: text(row.querySelector(tracked('OldValue'))),
    to: text(row.querySelector(tracked('NewValue'))),
  }));

/** Their rows; in a simpler page only the values are named. */
function trackedIn(el: Element): Element[] {
  const own = (end: string) =>
    [...el.querySelectorAll(tracked(end))].filter(
      (part) => up(part, MESSAGE) === el && !isWithin(part, '.o-mail-Message-richBody'),
    );
  const rows = own('');
  const values = own('NewValue');
  return rows.length > 0 ? rows : values.flatMap((value) => value.parentElement ?? []);
}

const isWhole = (row: Tracking): boolean => row.whole;

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
export function* stageTest(
  messages: Message[],
  { stages, labels }: Form,
): Slices<(row: Tracking) => boolean> {
  const tracked = yield* each(messages, (m) => trackingOf(m.el));
  const rows = tracked.flat().filter((row) => !labels.has(row.label));
  const moved = rows.filter((row) => stages.includes(row.to) && stages.includes(row.from));
  const names = new Set(moved.map((row) => row.label));
  return (row) => names.has(row.label) || (!labels.has(row.label) && STAGE.has(row.label));
}
