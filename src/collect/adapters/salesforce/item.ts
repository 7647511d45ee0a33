import type { RawActivity } from '../../../contract/raw.ts';
import { all, find, text, up } from '../../flat.ts';
import { allShown, first, linkedId, shown } from './dom.ts';
import { shortId, USER } from './objects.ts';
import type { Linked } from './people.ts';

export const ITEM =
  'li[class*="ActivityTimelineFixedStencil"], li[class*="ActivityTimeline"][class*="row"], li.slds-timeline__item, .slds-timeline__item_expandable';
/** An item's title: by its class, else by the key prefix of tasks, events and e-mails. */
export const SUBJECT =
  'a.subjectLink, a[href*="/lightning/r/00T"], a[href*="/lightning/r/00U"], a[href*="/lightning/r/02s"], a[href*="/lightning/r/Task/"], a[href*="/lightning/r/Event/"], a[href*="/lightning/r/EmailMessage/"]';
/** What opens below an item, of this and of older builds. */
const DETAILS = '[class*="item_details"], .slds-box, .expandedDetails';
const ICONS: [selector: string, type: string][] = [
  ['[class*="icon-standard-log-a-call"], .slds-timeline__item_call', 'call'],
  ['[class*="icon-standard-email"], .slds-timeline__item_email', 'email'],
  ['[class*="icon-standard-event"], .slds-timeline__item_event', 'event'],
  ['[class*="icon-standard-task"], .slds-timeline__item_task', 'task'],
];
const PREFIX: Record<string, string> = { '00T': 'task', '00U': 'event', '02s': 'email' };

/** What opens a menu, not the item. */
export const isPopup = (el: Element): boolean => el.matches('[aria-haspopup], .filterMenuLink');
export const toggleOf = (li: Element): Element | undefined =>
  find(li, '[aria-expanded]', (el) => shown(el) && !isPopup(el));

export function itemOf(
  li: Element,
  people: Linked[],
  place: { upcoming: boolean; section: string },
): RawActivity {
  const link = find(li, SUBJECT, (a) => shown(a) && !up(a, DETAILS));
  const id = linkedId(link);
  const type = typeOf(li, id);
  const due = first(li, '.dueDate, .timestamp');
  const header = sentence(li);
  const done = isChecked(li);
  // An event of somebody else's that is private has a title without a link.
  const title = link ?? first(li, '.timelineGridItemLeft');
  const subject = text(title, { without: '.slds-assistive-text' }) || link?.getAttribute('title');
  const overdue = !!due && !due.matches('.slds-text-color_weak');
  return {
    ...(id ? { id: shortId(id) } : {}),
    type,
    header,
    ...(subject ? { subject } : {}),
    ...(due ? { time: { text: text(due, { without: '.slds-assistive-text' }), by: 'structure' } } : {}),
    ...(place.section ? { section: place.section } : {}),
    ...actorOf(people, type, header),
    ...(place.upcoming ? { planned: !done } : {}),
    ...(overdue ? { overdue } : {}),
    ...(done === undefined ? {} : { done }),
    ...detailsOf(li),
  };
}

/** The row's class names its kind; then its icon; of a row with neither, the prefix of its id. */
function typeOf(li: Element, id: string | undefined): string {
  const named = /(?:^|\s)(Event|Task|Call|Email|ListEmail|LogACall)(?=\s|$)/.exec(li.className)?.[1];
  const drawn = ICONS.find(([icon]) => [li, ...all(li, icon)].some((el) => el.matches(icon)))?.[1];
  // A call or an e-mail is stored as a task: the more special word wins.
  const [special] = [named?.toLowerCase(), drawn].filter((type) => type && type !== 'task');
  return special ?? named?.toLowerCase() ?? drawn ?? PREFIX[id?.slice(0, 3) ?? ''] ?? '';
}

function isChecked(li: Element): boolean | undefined {
  const box = find(li, 'input[type=checkbox], [role=checkbox]', (el) => shown(el) && !up(el, DETAILS));
  if (box instanceof HTMLInputElement) return box.checked;
  return box && box.getAttribute('aria-checked') === 'true';
}

const BESIDES = `${SUBJECT}, ${DETAILS}, .dueDate, .timestamp, .slds-assistive-text, .slds-timeline__icon`;

/** The line below the subject: who did it, with whom. */
function sentence(li: Element): string {
  const line = find(li, 'p', (p) => shown(p) && !up(p, DETAILS) && text(p) !== '');
  return line ? text(line, { without: '.slds-assistive-text' }) : text(li, { without: BESIDES });
}

/**
 * Who did it: the person who begins the sentence, where that is one of the firm. "You" stands for the signed-in user,
 * and is then no link. An e-mail that a lead or contact begins came in. A user further on may be who did it or whom
 * it was done to: languages differ, and it stays open.
 */
function actorOf(
  linked: Linked[],
  type: string,
  line: string,
): Pick<RawActivity, 'by' | 'mine' | 'direction'> {
  const people = linked.filter(({ link }) => !up(link, DETAILS) && !link.matches(SUBJECT));
  const first = people.find(({ name }) => line.startsWith(name));
  if (first?.id.startsWith(USER)) return { by: first.name };
  if (first) return /email/.test(type) ? { by: first.name, direction: 'in' } : {};
  // An address that nobody of the CRM has writes to one of the firm.
  if (/^[^\s@]+@\S/.test(line) && people.some(({ id }) => id.startsWith(USER))) return { direction: 'in' };
  // Of a message without any link nobody knows whether its first word is a stranger's name.
  const isTold = people.length > 0 || !/email/.test(type);
  return line && isTold && !people.some(({ id }) => id.startsWith(USER)) ? { mine: true } : {};
}

/** Named pairs and the message of an opened item. */
function detailsOf(li: Element): Pick<RawActivity, 'body' | 'details'> {
  const details = allShown(li, '.slds-item--label, .slds-item_label').flatMap((label) => {
    const value = text(label.nextElementSibling, { without: '.slds-assistive-text' });
    return value ? [{ label: text(label), text: value }] : [];
  });
  const message =
    first(li, 'emailui-rich-text-output[value]')?.getAttribute('value') ??
    first(li, 'iframe[srcdoc]')?.getAttribute('srcdoc');
  return { ...(details.length > 0 ? { details } : {}), ...(message ? { body: plain(message) } : {}) };
}

/** The text of a message that is given as markup; the markup itself never becomes part of a page. */
const plain = (markup: string): string =>
  text(new DOMParser().parseFromString(markup, 'text/html').body, { lines: true });
