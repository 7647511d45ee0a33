import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all, one, parent, text, up, visible } from '../../flat.ts';
import { keep } from '../../kept.ts';
import { each, type Slices, those } from '../../slices.ts';
import { activityIn } from './card.ts';
import { HEADER } from './heading.ts';
import { CARD, COMMENT, isWritten, STAMP } from './marks.ts';
import { LOADING } from './properties.ts';
import { ownSentence } from './sentence.ts';

type Timeline = Pick<RawPage, 'activities' | 'collapsed' | 'filter' | 'more' | 'unread'>;

const LIST = '[data-test-id="crm-events-viz-timeline"]';
const PINNED = '[data-test-id="pinned-activity-section"]';
const MIDDLE = '[data-test-id="middle-pane"]';
const TAB = '[data-test-id^="tab-"][data-test-id$="-content"]';
const WRAPPER = '[data-test-id^="card-wrapper-"]';
const CARD_OR_COMMENT = `${CARD}, ${COMMENT}`;
const NOT_BESIDE = `${LIST}, ${PINNED}`;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

interface Item {
  card: Element;
  folded: boolean;
  shown: RawActivity | undefined;
}

/**
 * The timeline: one activity an outermost card, however card and accordion are nested. What is pinned stands in the
 * list too, once that is loaded so far.
 */
export function* collectTimeline(doc: Document, name: string): Slices<Timeline> {
  const lists = all(doc, LIST).filter(isOpen);
  if (lists.length === 0) {
    const unread = [{ field: 'activities', why: 'the timeline is not open' }];
    return { activities: [], collapsed: 0, filter: null, more: true, unread };
  }
  const listed: Item[] = [];
  for (const list of lists)
    listed.push(...(yield* those(yield* itemsIn(list), ({ card }) => !up(card, PINNED))));
  const isListed = (item: Item) => listed.some((other) => isSameDeed(item, other));
  const pins = all(doc, PINNED).filter(isOpen);
  const beside: Item[] = [];
  for (const place of pins) beside.push(...(yield* itemsIn(place)));
  for (const list of lists) beside.push(...(yield* besides(list)));
  const cards = [...(yield* those(beside, (item) => !isListed(item))), ...listed];
  const items = cards.map((item) => ({ ...item, shown: item.shown && ownSentence(item.shown, name) }));
  const strays = yield* those(
    lists.flatMap((list) => all(list, STAMP)),
    (s) => !up(s, CARD_OR_COMMENT) && visible(s),
  );
  const folded = items.filter((item) => item.folded);
  const untold = items.filter(({ shown }) => !shown).length + strays.length;
  return {
    activities: items.flatMap((item) =>
      item.shown ? { ...item.shown, ...(item.folded ? { folded: true } : {}) } : [],
    ),
    collapsed: folded.length,
    filter: filterOf(doc),
    more:
      untold > 0 ||
      items.some(({ shown }) => isTimeless(shown)) ||
      lists.some((list) => all(list.parentElement ?? list, LOADING).some(visible) || hasMoreButton(list)),
    unread: untold > 0 ? [{ field: 'activities', why: `${untold} of no known form` }] : [],
  };
}

const isFolded = (card: Element): boolean =>
  !!one(card, '[aria-expanded]')?.matches('[aria-expanded="false"]');

/** A button below the last card, and not beside it in its row, brings what is older. */
function hasMoreButton(list: Element): boolean {
  const last = all(list, CARD).findLast(visible);
  const below = all(list, 'button').filter(
    (b) => visible(b) && !up(b, CARD) && last && last.compareDocumentPosition(b) & 4,
  );
  return below.some((button) => {
    let at = parent(button);
    while (at && at !== list && !one(at, CARD)) at = parent(at);
    return at === list || (at && new Set(all(at, CARD).map(stampOf)).size > 1);
  });
}

/** A tab that was left stays in the page, in some layouts only without a size. */
function isOpen(place: Element): boolean {
  const hides = (el: Element) => getComputedStyle(el).overflowY !== 'visible' || el.matches(TAB);
  for (let at: Element | null = place; at; at = parent(at))
    if ((at === place || hides(at)) && at.getBoundingClientRect().height === 0) return false;
  return visible(place);
}

/** Without a time an activity is left out, but for one that is planned. */
const isTimeless = (shown: RawActivity | undefined): boolean =>
  !!shown && !shown.time?.text && shown.planned !== true;

/** Folded, an item's heading may be worded otherwise than opened. */
const isSameDeed = (a: Item, b: Item): boolean =>
  !!a.shown?.time?.text &&
  a.shown.type === b.shown?.type &&
  a.shown.time.text === b.shown?.time?.text &&
  (a.shown.header === b.shown?.header || a.folded !== b.folded);

/** What is to come may stand beside the list, in the same tab; other cards of the tab show but some of it again. */
function* besides(list: Element): Slices<Item[]> {
  const own = up(list, WRAPPER);
  const place = own ?? up(list, TAB) ?? up(list, MIDDLE);
  const isBeside = (card: Element) => !up(card, NOT_BESIDE) && up(card, WRAPPER) === own;
  return place ? yield* itemsIn(place, isBeside) : [];
}

/**
 * Outermost cards. An accordion around cards of several times is a group of them; the same time again is but the
 * copy for screen readers.
 */
function* itemsIn(place: Element, isMeant = (_: Element): boolean => true): Slices<Item[]> {
  const isCard = (card: Element) => isMeant(card) && visible(card) && !up(card, COMMENT) && !isWritten(card);
  const found = yield* those(all(place, CARD), isCard);
  const known = new Set(found);
  const isGroup = (card: Element) => {
    const cards = all(card, CARD).filter((c) => known.has(c));
    const inside = cards.length < 2 ? [] : cards.filter((c) => one(c, HEADER));
    const apart = (a: Element, b: Element) => !a.contains(b) && !b.contains(a) && stampOf(a) !== stampOf(b);
    return inside.some((a) => inside.some((b) => apart(a, b)));
  };
  const single = new Set(yield* those(found, (card) => !isGroup(card)));
  const outer = yield* those([...single], (card) => !isIn(card, single));
  const headings = outer.length > 0 ? yield* headingsIn(place) : [];
  const id = place.getAttribute('data-test-id') ?? '';
  return yield* each(outer, (card): Item => {
    const read = () => ({ shown: activityIn(card, place), folded: isFolded(card) });
    const { shown, folded } = keep(card, id, read, (found) => !!found.shown?.time?.text);
    return { card, folded, shown: shown && { ...shown, ...placed(card, headings, shown) } };
  });
}

function isIn(card: Element, others: Set<Element>): boolean {
  for (let at = parent(card); at; at = parent(at)) if (others.has(at)) return true;
  return false;
}

const stampOf = (card: Element): string => text(one(card, STAMP));

/** What a heading of the list says, the part that it speaks for, and whether it prints a month. */
interface Heading {
  words: string;
  part: Element | undefined;
  isMonth: boolean;
  isAbove: (card: Element) => boolean;
}

/** Places are counted once: asked pair by pair, the browser counts through the whole list each time. */
function* headingsIn(place: Element): Slices<Heading[]> {
  const order = new Map(all(place, `${HEADINGS}, ${CARD}`).map((el, i) => [el, i]));
  const apart = yield* those(all(place, HEADINGS), (h) => !up(h, CARD) && visible(h));
  return apart.map((heading) => ({
    words: text(heading),
    part: reach(heading, place),
    isMonth: /\p{Nd}/u.test(text(heading)),
    isAbove: (card) => (order.get(heading) ?? 0) < (order.get(card) ?? 0),
  }));
}

/**
 * The nearest heading above a card. What is to come stands on top, under a heading without a year; the months of the
 * past follow, and print theirs.
 */
function placed(
  card: Element,
  headings: Heading[],
  shown: RawActivity,
): Pick<RawActivity, 'section' | 'planned'> {
  const above = headings.filter(({ isAbove, part }) => isAbove(card) && part?.contains(card));
  const section = above.at(-1)?.words;
  const isMonth = (h: Heading) => h.isMonth;
  const ahead = above.length > 0 && !above.some(isMonth) && headings.some(isMonth);
  const isPlan = ['task', 'meeting', 'call'].includes(shown.type ?? '');
  // A plan among what was done is one whose day has gone by.
  const isPast = shown.planned === true && above.every(isMonth);
  return {
    ...(section ? { section } : {}),
    ...(ahead && isPlan && shown.planned === undefined ? { planned: true } : {}),
    ...(isPast ? { overdue: true } : {}),
  };
}

/** A heading speaks for the cards of the part in which it stands; a part that has but other words has none. */
function reach(heading: Element, place: Element): Element | undefined {
  for (let at = parent(heading); at && at !== place; at = parent(at)) {
    if (one(at, CARD)) return at;
    if (text(at, { buttons: true }) !== text(heading, { buttons: true })) return undefined;
  }
  return place;
}

function filterOf(doc: Document): string | null {
  const middle = one(doc, MIDDLE);
  const search = middle && all(middle, 'input[type="search"]').find((el) => isOpen(el));
  if (search instanceof HTMLInputElement && search.value) return search.value;
  const chosen = one(
    doc,
    '[data-test-id^="timeline-tab-filter-"]:is([aria-selected="true"], [data-tab-selected="true"], [aria-current="true"], [aria-pressed="true"])',
  );
  if (chosen && chosen.getAttribute('data-test-id') !== 'timeline-tab-filter-activity')
    return text(chosen, { buttons: true });
  // The tabs, too, may stand in it.
  const shown = text(one(doc, '[data-selenium-test="timeline-filter-container"]'), {
    buttons: true,
    without: '[data-test-id^="timeline-tab-filter-"]',
  });
  return shown || null;
}
