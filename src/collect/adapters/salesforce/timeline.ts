import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all, one, parent, text, up, visible } from '../../flat.ts';
import { shortId } from './objects.ts';

type Timeline = Pick<RawPage, 'activities' | 'collapsed' | 'filter' | 'more' | 'people' | 'unread'>;

const ITEM = 'li[class*="ActivityTimeline"], li.slds-timeline__item, .slds-timeline__item_expandable';
const ICONS: [selector: string, type: string][] = [
  ['[class*="icon-standard-log-a-call"], .slds-timeline__item_call', 'call'],
  ['[class*="icon-standard-email"], .slds-timeline__item_email', 'email'],
  ['[class*="icon-standard-event"], .slds-timeline__item_event', 'event'],
  ['[class*="icon-standard-task"], .slds-timeline__item_task', 'task'],
];
const PREFIX: Record<string, string> = { '00T': 'task', '00U': 'event', '02s': 'email' };

/** The activity timeline: upcoming and overdue items are planned, all others done. */
export function collectTimeline(host: Element): Timeline {
  const items = outermost(
    all(host, ITEM).filter((li) => visible(li) && (subjectLink(li) || all(li, '.dueDate').length > 0)),
  );
  const activities = items.map(itemOf);
  const toggles = items.flatMap((li) => all(li, '[aria-expanded="false"]').slice(0, 1));
  const hidden = all(
    host,
    '.pastActivities [aria-expanded="false"], .standardTimelineUpcomingActivities > [aria-expanded="false"]',
  );
  const groups = hidden.filter((el) => visible(el) && !up(el, ITEM));
  return {
    activities,
    collapsed: toggles.length,
    filter: filterOf(host),
    more:
      groups.length > 0 ||
      !!one(host, '.activityHistories .showMore, button[name="showMore"], .pastActivities .viewMore'),
    people: [...new Set(items.flatMap((li) => users(li)))],
    unread: [],
  };
}

const outermost = (items: Element[]): Element[] =>
  items.filter((li) => !items.some((other) => other !== li && other.contains(li)));

const subjectLink = (li: Element): Element | undefined =>
  one(li, 'a.subjectLink') ??
  one(
    li,
    'a[href*="/lightning/r/00T"], a[href*="/lightning/r/00U"], a[href*="/lightning/r/02s"], a[href*="/lightning/r/Task/"], a[href*="/lightning/r/Event/"]',
  );

const users = (li: Element): string[] =>
  all(li, 'a[href*="/lightning/r/User/"]')
    .map((a) => text(a))
    .filter(Boolean);

function itemOf(li: Element): RawActivity {
  const link = subjectLink(li);
  const id = /\/([a-zA-Z0-9]{15,18})\/view/.exec(link?.getAttribute('href') ?? '')?.[1];
  const type = typeOf(li, id);
  const due = one(li, '.dueDate, .timestamp');
  const header = sentence(li);
  const upcoming = !!up(li, '.standardTimelineUpcomingActivities, .openActivities');
  const box = all(li, '.taskStatusCheckbox input, input.taskStatusCheckbox, input[type=checkbox]')[0];
  const done = box instanceof HTMLInputElement ? box.checked : undefined;
  const subject = text(link) || link?.getAttribute('title') || undefined;
  const details = detailsOf(li);
  return {
    ...(id ? { id: shortId(id) } : {}),
    type,
    header,
    ...(subject ? { subject } : {}),
    ...(due ? { time: { text: text(due), by: 'structure' as const } } : {}),
    ...actorOf(li, type),
    ...(upcoming ? { planned: !done, overdue: !!due && !due.matches('.slds-text-color_weak') } : {}),
    ...(done === undefined ? {} : { done }),
    ...details,
  };
}

function typeOf(li: Element, id: string | undefined): string {
  const icon = ICONS.find(([selector]) => li.matches(selector) || all(li, selector).length > 0)?.[1];
  const named = /(?:^|\s)(Event|Task|Call|Email|ListEmail|LogACall)(?=\s|$)/.exec(li.className)?.[1];
  return icon ?? named?.toLowerCase() ?? PREFIX[id?.slice(0, 3) ?? ''] ?? 'system';
}

/** The line below the subject: who did it, with whom. */
function sentence(li: Element): string {
  const line = one(li, '.timelineGridItemSentence, .slds-timeline__sentence, p');
  return text(line);
}

/**
 * Who did it: the sentence's first person, where that is one of the firm (a link to a User). "You" stands for the
 * signed-in user, and is then no link. An e-mail whose first person is a lead or contact came in.
 */
function actorOf(li: Element, type: string): Pick<RawActivity, 'by' | 'mine' | 'direction'> {
  const [first] = all(li, 'a[href*="/lightning/r/"]').filter((a) => a !== subjectLink(li) && text(a));
  const href = first?.getAttribute('href') ?? '';
  const isUser = href.includes('/r/User/') || href.includes('/r/005');
  const line = sentence(li);
  const leads = first ? line.startsWith(text(first)) : false;
  if (leads && isUser) return { by: text(first) };
  if (leads && type === 'email') return { by: text(first), direction: 'in' };
  return { mine: true };
}

function detailsOf(li: Element): Pick<RawActivity, 'body' | 'details'> {
  const details = all(li, '.slds-item--label, .slds-item_label').flatMap((label) => {
    const value = text(label.nextElementSibling);
    return value ? [{ label: text(label), text: value }] : [];
  });
  const message = one(li, 'emailui-rich-text-output')?.getAttribute('value');
  return { ...(details.length > 0 ? { details } : {}), ...(message ? { body: plain(message) } : {}) };
}

/** The text of a message that is given as markup; the markup itself never becomes part of a page. */
const plain = (markup: string): string =>
  text(new DOMParser().parseFromString(markup, 'text/html').body, { lines: true });

/** The filter line as shown beside its menu; whether it hides anything is for the dictionaries to say. */
function filterOf(host: Element): string | null {
  const menu = one(host, '.filterMenuLink');
  return text(menu && parent(menu)) || null;
}
