import type { RawActivity, RawField } from '../../../contract/raw.ts';
import { all, find, one, text, up, visible } from '../../flat.ts';
import { detailsOf, tagsIn } from './details.ts';
import { typeOf } from './event-types.ts';
import { HEADER, headingOf } from './heading.ts';
import { BODY, COMMENT, isWritten, STAMP, TEXT } from './marks.ts';

const TYPED = '[data-selenium-event-type], [data-event-type]';
const DETAILS = 'dl, table, [data-test-id*="property-"], [data-selenium-test*="property-"]';
const NOISE = `[aria-hidden="true"], [role="button"], [data-test-id="preview-summary"], ${COMMENT}`;
const BESIDE_HEADING = `${NOISE}, ${STAMP}`;
/** What stands below the message is said of the item; its title stands above. */
const BESIDES = `${NOISE}, ${HEADER}, ${TEXT}, :is(${BODY}) ~ *, ${DETAILS}, ${STAMP}, span:has(> ${STAMP})`;
/** Properties of an engagement that an opened card shows. */
const PROPERTIES = Object.entries({
  hs_call_disposition: 'result',
  hs_meeting_outcome: 'result',
  hs_call_duration: 'duration',
}).map(([property, name]) => [
  `[data-selenium-test$="-${property}"], [data-test-id$="-${property}"]`,
  name,
]) as [selector: string, name: string][];

/** What bears no title: the first line of such a card is the message itself. */
const UNTITLED = new Set(['note', 'sms', 'whatsapp', 'linkedin', 'conversation', 'postal']);

/** What has a title rather than a text; elsewhere the first line of a folded card may as well be the message's. */
const TITLED = new Set(['task', 'meeting', 'form', 'system', 'untold']);
const TITLE = 'strong, b, h5, h6, [data-test-id*="title"], [data-test-id*="subject"]';
/** Where it is no message's line a title may be plainer, but not as plain as a tag ("Overdue"), unless it has a box to tick. */
const PLAINER = `${TITLE}, a, p, h1, h2, h3, h4, [role="heading"], :is([role="checkbox"], [type="checkbox"], button:empty) + *`;
/** What the page tells of itself has no title, but a sentence. */
const TELLING = new Set(['system', 'untold']);

/** A card without a type: only the words of its heading may tell what it is. */
const UNTOLD = { type: 'untold' };

/** Kinds that need no heading to be told; a form comes in always. */
const SELF_EVIDENT = new Set(['note', 'task', 'meeting', 'form']);

/** First visible match that is no comment's and not written in a message: a collapsed card shows all twice, once for screen readers. */
const first = (card: Element, selector: string): Element | undefined =>
  find(card, selector, (el) => visible(el) && !up(el, COMMENT) && !isWritten(el));

/** A card as an activity; `undefined` where nothing says what it is. */
export function activityIn(card: Element, place: Element): RawActivity | undefined {
  const name = typeName(card, place);
  const told = typeOf(name ?? '') ?? (name ? undefined : UNTOLD);
  if (!told) return undefined;
  const body = first(card, BODY);
  const head = first(card, HEADER);
  const heading = headingOf(head, told.type ?? '', BESIDE_HEADING);
  // Only its heading says which way a message went, and which move an item of the page's own tells of.
  if (!heading.header && !SELF_EVIDENT.has(told.type ?? '')) return undefined;
  const time = timeOf(card);
  const done = told.type === 'task' ? doneOf(card) : told === UNTOLD && isTicked(card) ? { done: true } : {};
  if (!done) return undefined;
  // Where heading or time are not known apart, one of them may be what looks like a title.
  const isTitled = TITLED.has(told.type ?? '') || !!first(card, TEXT);
  const marks = TELLING.has(told.type ?? '') ? undefined : isTitled ? PLAINER : TITLE;
  const [line, title] = heading.header && time ? linesOf(card, [heading.header, time.text], marks) : [];
  const subject = UNTITLED.has(told.type ?? '') ? '' : (heading.title ?? title);
  const details = [...(told.type === 'task' ? statusOf(card) : []), ...detailsOf(card)];
  return {
    ...told,
    header: heading.header,
    names: heading.names,
    within: head ? all(head, '*').map((el) => text(el)) : [],
    tags: tagsIn(card),
    ...(heading.sentence ? { sentence: heading.sentence } : {}),
    ...(subject ? { subject } : {}),
    ...(line && marks === PLAINER ? { besides: line } : {}),
    ...(time ? { time } : {}),
    ...(details.length > 0 ? { details } : {}),
    ...propertiesOf(card),
    ...done,
    ...(one(card, '[class*="overdue" i], [data-test-id*="overdue" i]') ? { overdue: true } : {}),
    ...(body && told.type !== 'note' ? { body: text(body, { lines: true }) } : {}),
  };
}

/** The type stands on the card, or on what is just around or in it. */
function typeName(card: Element, place: Element): string | undefined {
  const around = up(card, TYPED);
  const holder = around && around !== place && place.contains(around) ? around : first(card, TYPED);
  const name = holder?.getAttribute('data-selenium-event-type') || holder?.getAttribute('data-event-type');
  return name || (first(card, '[data-test-id="timeline-note-event"]') ? 'note' : undefined);
}

/** The text as shown, and a fuller time where the page keeps one for machines or for the pointer. */
function timeOf(card: Element): RawField | undefined {
  const stamp = first(card, STAMP);
  if (!stamp) return undefined;
  const fuller = [stamp, ...all(stamp, '[datetime], [title]')].flatMap((el) => {
    const title = el.getAttribute('title') ?? '';
    return el.getAttribute('datetime') ?? (/\p{Nd}{4}/u.test(title) ? title : []);
  })[0];
  return { text: text(stamp, { buttons: true }), by: 'structure', ...(fuller ? { machine: fuller } : {}) };
}

/** A line that holds a number to call and no words, or little else, is no title. */
const NUMBER = /^\P{L}*$|\+\d[\d\s().-]{6,}$/u;

/**
 * The first line that is neither heading nor time, message, detail or tool, and the first that is so marked: the
 * item's own title.
 */
function linesOf(card: Element, others: string[], marks: string | undefined): (string | undefined)[] {
  const showing =
    find(
      card,
      '[data-test-id="timeline-preview-event"]',
      (el) => visible(el) && !isWritten(el) && !el.matches('[aria-hidden="true"]'),
    ) ?? card;
  const lines = text(showing, { without: BESIDES, lines: true })
    .split('\n')
    .filter((line) => !NUMBER.test(line) && !others.includes(line));
  const marked = marks ? all(showing, marks).map((el) => text(el, { without: BESIDES })) : lines;
  return [lines[0], lines.find((line) => marked.includes(line))];
}

/** Whether a task's box is ticked; `undefined` where a box does not say. A day that has gone by does no task. */
function doneOf(card: Element): Pick<RawActivity, 'planned' | 'done'> | undefined {
  const box = first(card, 'input[type="checkbox"], [role="checkbox"]');
  if (!box) return { planned: true };
  if (!box.matches('input, [aria-checked]')) return undefined;
  const done = box.matches(':checked, [checked], [aria-checked="true"]');
  return { planned: !done, ...(done ? { done } : {}) };
}

const isTicked = (card: Element): boolean => doneOf(card)?.done === true;

/** A task may say in words that it is done. */
function statusOf(card: Element): NonNullable<RawActivity['details']> {
  const status = text(first(card, '[data-test-id*="task-status"]'), { buttons: true });
  return status ? [{ label: 'status', text: status }] : [];
}

function propertiesOf(card: Element): Pick<RawActivity, 'result' | 'duration'> {
  return Object.fromEntries(
    PROPERTIES.flatMap(([selector, name]) => {
      const value = text(first(card, selector), { buttons: true, without: 'label' });
      return value ? [[name, value]] : [];
    }),
  );
}
