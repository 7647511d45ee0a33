import type { RawActivity, RawField } from '../../../contract/raw.ts';
import { all, text, up, visible } from '../../flat.ts';
import { typeOf } from './event-types.ts';
import { HEADER, headingOf } from './heading.ts';

export const CARD =
  '[data-selenium-test="timeline-card"], [data-test-id="collapsible-event-accordion"], [data-selenium-test="timeline-task"]';
export const COMMENT =
  '[data-test-id^="comment"], [data-test-id^="compact-comment"], [data-test-id^="callComments"]';
export const STAMP = '[data-test-id="event-timestamp"]';
const TYPED = '[data-selenium-event-type], [data-event-type]';
const BODY = '[data-test-id="rte-content"], [class*="SanitizedText"]';
const DETAILS = 'dl, table, [data-test-id*="property-"], [data-selenium-test*="property-"]';
const NOISE = `[aria-hidden="true"], [role="button"], [data-test-id="preview-summary"], ${COMMENT}`;
/** What stands below the message is said of the item; its title stands above. */
const BESIDES = `${NOISE}, ${HEADER}, ${BODY}, :is(${BODY}) ~ *, ${DETAILS}, ${STAMP}, span:has(> ${STAMP})`;
/** Properties of an engagement that an opened card shows. */
const PROPERTIES = {
  hs_call_disposition: 'result',
  hs_meeting_outcome: 'result',
  hs_call_duration: 'duration',
};

/** What bears no title: the first line of such a card is the message itself. */
const UNTITLED = new Set(['note', 'sms', 'whatsapp', 'linkedin', 'conversation', 'postal']);

/** Kinds that need no heading to be told; a form comes in always. */
const SELF_EVIDENT = new Set(['note', 'task', 'meeting', 'form']);

/** First visible match that is no comment's: a collapsed card shows all twice, once for screen readers. */
const first = (card: Element, selector: string): Element | undefined =>
  all(card, selector).find((el) => visible(el) && !up(el, COMMENT));

/** A card as an activity; `undefined` where nothing says what it is. */
export function activityIn(card: Element, place: Element): RawActivity | undefined {
  const name = typeName(card, place);
  const told = typeOf(name ?? '');
  if (!told) return undefined;
  const body = first(card, BODY);
  const heading = headingOf(first(card, HEADER), told.type ?? '', `${NOISE}, ${STAMP}`);
  // Only its heading says which way a message went, and which move an item of the page's own tells of.
  if (!heading.header && !SELF_EVIDENT.has(told.type ?? '')) return undefined;
  const time = timeOf(card);
  const done = told.type === 'task' ? doneOf(card) : {};
  if (!done) return undefined;
  // Where heading or time are not known apart, one of them may be what looks like a title.
  const title = heading.title ?? (heading.header && time ? titleOf(card, [heading.header, time.text]) : '');
  const subject = UNTITLED.has(told.type ?? '') ? '' : title;
  const details = [...(told.type === 'task' ? statusOf(card) : []), ...detailsOf(card)];
  return {
    ...told,
    header: heading.header,
    ...(subject ? { subject } : {}),
    ...(time ? { time } : {}),
    ...(details.length > 0 ? { details } : {}),
    ...propertiesOf(card),
    ...done,
    ...(all(card, '[class*="overdue" i], [data-test-id*="overdue" i]').some(visible)
      ? { overdue: true }
      : {}),
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

/** The item's own title: the first line that is neither heading nor time, message, detail or tool. */
function titleOf(card: Element, others: string[]): string {
  const showing =
    all(card, '[data-test-id="timeline-preview-event"]').find(
      (el) => visible(el) && !el.matches('[aria-hidden="true"]'),
    ) ?? card;
  const lines = text(showing, { without: BESIDES, lines: true }).split('\n');
  return lines.find((line) => !NUMBER.test(line) && !others.includes(line)) ?? '';
}

/** Whether a task's box is ticked; `undefined` where a box does not say. A day that has gone by does no task. */
function doneOf(card: Element): Pick<RawActivity, 'planned' | 'done'> | undefined {
  const box = first(card, 'input[type="checkbox"], [role="checkbox"]');
  if (!box) return { planned: true };
  if (!box.matches('input, [aria-checked]')) return undefined;
  const done = box.matches(':checked, [checked], [aria-checked="true"]');
  return { planned: !done, ...(done ? { done } : {}) };
}

/** A task may say in words that it is done. */
function statusOf(card: Element): NonNullable<RawActivity['details']> {
  const status = text(first(card, '[data-test-id*="task-status"]'), { buttons: true });
  return status ? [{ label: 'status', text: status }] : [];
}

function propertiesOf(card: Element): Pick<RawActivity, 'result' | 'duration'> {
  return Object.fromEntries(
    Object.entries(PROPERTIES).flatMap(([property, name]) => {
      const value = text(
        first(card, `[data-selenium-test$="-${property}"], [data-test-id$="-${property}"]`),
        {
          buttons: true,
          without: 'label',
        },
      );
      return value ? [[name, value]] : [];
    }),
  );
}

/** Named pairs, as a list or, below the message, as lines ("Outcome: Completed"). */
const detailsOf = (card: Element): NonNullable<RawActivity['details']> => [
  ...all(card, 'dl > dt, dl > div > dt').flatMap((label) => {
    const value = label.nextElementSibling;
    return value?.matches('dd') && visible(value)
      ? [{ label: text(label), text: text(value, { buttons: true }) }]
      : [];
  }),
  ...all(card, `:is(${BODY}) ~ :not(dl)`).flatMap((line) => {
    const [, label, value] = visible(line)
      ? (/^([^:：]{2,40})[:：] ?(.{1,80})$/u.exec(text(line)) ?? [])
      : [];
    return label && value ? [{ label, text: value }] : [];
  }),
];
