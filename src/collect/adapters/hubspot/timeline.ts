import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all, one, text, up, visible } from '../../flat.ts';
import { activityIn, CARD, COMMENT, STAMP } from './card.ts';
import { LOADING } from './properties.ts';

type Timeline = Pick<RawPage, 'activities' | 'collapsed' | 'filter' | 'more' | 'unread'>;

const LIST = '[data-test-id="crm-events-viz-timeline"]';
const PINNED = '[data-test-id="pinned-activity-section"]';
const TAB = '[data-test-id^="tab-"][data-test-id$="-content"]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

interface Item {
  card: Element;
  shown: RawActivity | undefined;
}

/**
 * The timeline: one activity an outermost card, however card and accordion are nested. What is pinned stands in the
 * list too, once that is loaded so far.
 */
export function collectTimeline(doc: Document): Timeline {
  const lists = all(doc, LIST).filter(isOpen);
  if (lists.length === 0) {
    const unread = [{ field: 'activities', why: 'the timeline is not open' }];
    return { activities: [], collapsed: 0, filter: null, more: true, unread };
  }
  const listed = lists.flatMap(itemsIn).filter(({ card }) => !up(card, PINNED));
  const known = new Set(listed.map(deedOf));
  const pins = all(doc, PINNED).filter(isOpen);
  const items = [...pins.flatMap(itemsIn).filter((item) => !known.has(deedOf(item))), ...listed];
  const strays = lists
    .flatMap((list) => all(list, STAMP))
    .filter((s) => visible(s) && !up(s, `${CARD}, ${COMMENT}`));
  const untold = items.filter(({ shown }) => !shown).length + strays.length;
  return {
    activities: items.flatMap(({ shown }) => shown ?? []),
    collapsed: items.filter(({ card }) => one(card, '[aria-expanded]')?.matches('[aria-expanded="false"]'))
      .length,
    filter: filterOf(doc),
    more: untold > 0 || lists.some((list) => all(list.parentElement ?? list, LOADING).some(visible)),
    unread: untold > 0 ? [{ field: 'activities', why: `${untold} of no known form` }] : [],
  };
}

/** A tab that was left stays in the page, in some layouts only without a size. */
const isOpen = (place: Element): boolean =>
  [place, up(place, TAB)].every((el) => !el || (visible(el) && el.getBoundingClientRect().height > 0));

const deedOf = ({ card, shown }: Item): unknown => (shown?.time ? `${shown.type} ${shown.time.text}` : card);

/**
 * Outermost cards. An accordion around cards of several times is a group of them; the same time again is but the
 * copy for screen readers.
 */
function itemsIn(place: Element): Item[] {
  const found = all(place, CARD).filter((card) => visible(card) && !up(card, COMMENT));
  const isWithin = (card: Element) => found.some((other) => other !== card && other.contains(card));
  const cards = found.filter((card) => !isWithin(card) || one(card, STAMP));
  const isGroup = (card: Element) => {
    const inside = cards.filter((c) => c !== card && card.contains(c));
    const apart = (a: Element, b: Element) => !a.contains(b) && !b.contains(a) && stampOf(a) !== stampOf(b);
    return inside.some((a) => inside.some((b) => apart(a, b)));
  };
  const single = cards.filter((card) => !isGroup(card));
  return single
    .filter((card) => !single.some((other) => other !== card && other.contains(card)))
    .map((card): Item => {
      const shown = activityIn(card, place);
      return { card, shown: shown && { ...shown, ...placed(card, place, shown) } };
    });
}

const stampOf = (card: Element): string => text(one(card, STAMP));

/**
 * The nearest heading above a card. What is to come stands on top, under a heading without a year; the months of the
 * past follow, and print theirs.
 */
function placed(card: Element, place: Element, shown: RawActivity): Pick<RawActivity, 'section' | 'planned'> {
  const headings = all(place, HEADINGS).filter((h) => visible(h) && !up(h, CARD));
  const above = headings.filter((h) => h.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
  const section = text(above.at(-1));
  const isMonth = (heading: Element) => /\p{Nd}/u.test(text(heading));
  const ahead = above.length > 0 && !above.some(isMonth) && headings.some(isMonth);
  const isPlan = ['task', 'meeting', 'call'].includes(shown.type ?? '');
  return {
    ...(section ? { section } : {}),
    ...(ahead && isPlan && shown.planned === undefined ? { planned: true } : {}),
  };
}

function filterOf(doc: Document): string | null {
  const middle = one(doc, '[data-test-id="middle-pane"]');
  const search = middle && all(middle, 'input[type="search"]').find((el) => isOpen(el));
  if (search instanceof HTMLInputElement && search.value) return search.value;
  const chosen = one(
    doc,
    '[data-test-id^="timeline-tab-filter-"]:is([aria-selected="true"], [data-tab-selected="true"], [aria-current="true"], [aria-pressed="true"])',
  );
  if (chosen && chosen.getAttribute('data-test-id') !== 'timeline-tab-filter-activity')
    return text(chosen, { buttons: true });
  const shown = text(one(doc, '[data-selenium-test="timeline-filter-container"]'), { buttons: true });
  const [, chosenTypes, types] = /(\d+)\s?\/\s?(\d+)/.exec(shown) ?? [];
  return shown && (!types || chosenTypes !== types) ? shown : null;
}
