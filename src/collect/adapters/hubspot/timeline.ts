import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all, one, text, up, visible } from '../../flat.ts';
import { LOADING } from './properties.ts';

type Timeline = Pick<RawPage, 'activities' | 'collapsed' | 'filter' | 'more' | 'unread'>;

const CARD = '[data-selenium-test="timeline-card"], [data-test-id="collapsible-event-accordion"]';
const PLACES = '[data-test-id="crm-events-viz-timeline"], [data-test-id="pinned-activity-section"]';
const HEADER = '[data-test-id="header-message"], [data-test-id="generic-preview-event-header"]';
const NOISE = '[aria-hidden="true"], [data-test-id^="comment-"], [data-test-id="preview-summary"]';

/**
 * The timeline: one activity an outermost card, however card and accordion are nested. A collapsed card shows its
 * preview twice (once for screen readers), so header and time are the first of each; comments are none.
 */
export function collectTimeline(doc: Document): Timeline {
  const places = all(doc, PLACES).filter(visible);
  const tab = places.length > 0;
  const cards = places.flatMap((place) => outermost(all(place, CARD).filter(visible)));
  const waiting = places.some((place) => all(place, LOADING).some(visible));
  return {
    activities: cards.map(cardOf),
    collapsed: cards.filter((card) => all(card, '[role="button"][aria-expanded="false"]').length > 0).length,
    filter: filterOf(doc),
    more: !tab || waiting,
    unread: tab ? [] : [{ field: 'activities', why: 'the Activities tab is not open' }],
  };
}

const outermost = (cards: Element[]): Element[] =>
  cards.filter((card) => !cards.some((other) => other !== card && other.contains(card)));

function cardOf(card: Element): RawActivity {
  const type = typeOf(card);
  const stamp = one(card, '[data-test-id="event-timestamp"]');
  const machine = all(stamp ?? card, 'time[datetime]')[0]?.getAttribute('datetime') ?? undefined;
  const header = text(one(card, HEADER), { without: `${NOISE}, [data-test-id="event-timestamp"]` });
  const body = one(card, '[data-test-id="rte-content"]');
  const box = all(card, 'input[type="checkbox"], [role="checkbox"]')[0];
  const done = box ? box.matches(':checked, [aria-checked="true"]') : undefined;
  const subject = titleOf(card);
  const section = sectionOf(card);
  return {
    type,
    header,
    ...(subject ? { subject } : {}),
    ...(stamp
      ? { time: { text: text(stamp), by: 'structure' as const, ...(machine ? { machine } : {}) } }
      : {}),
    ...(section ? { section } : {}),
    ...(type.includes('task') ? { planned: done !== true, ...(done ? { done } : {}) } : {}),
    ...(body && !type.includes('note') ? { body: text(body, { lines: true }) } : {}),
  };
}

/** The type stands on the card, or on what is around or in it. */
function typeOf(card: Element): string {
  const holder =
    up(card, '[data-selenium-event-type], [data-event-type]') ??
    all(card, '[data-selenium-event-type], [data-event-type]')[0];
  const type = holder?.getAttribute('data-selenium-event-type') ?? holder?.getAttribute('data-event-type');
  if (type) return type.toLowerCase();
  return one(card, '[data-test-id="timeline-note-event"]') ? 'note' : 'system';
}

const STAMP = ':has(> [data-test-id="event-timestamp"]), [data-test-id="event-timestamp"]';

/** The item's own title: what the first showing says besides heading, time and message. */
function titleOf(card: Element): string {
  const showing = one(card, '[data-test-id="timeline-preview-event"]') ?? card;
  return text(showing, { without: `${HEADER}, ${STAMP}, ${NOISE}, [data-test-id="rte-content"]` });
}

/** The nearest heading above the card, among its siblings. */
function sectionOf(card: Element): string {
  let at = card.previousElementSibling;
  while (at && !at.matches('h1, h2, h3, h4, h5, h6, [role="heading"]')) at = at.previousElementSibling;
  return text(at);
}

function filterOf(doc: Document): string | null {
  const filter = one(doc, '[data-selenium-test="timeline-filter-container"]');
  const search = filter && all(filter, 'input[type="search"], input[type="text"]')[0];
  if (search instanceof HTMLInputElement && search.value) return search.value;
  const chosen = one(
    doc,
    '[data-test-id^="timeline-tab-filter-"][aria-selected="true"], [data-test-id^="timeline-tab-filter-"][data-tab-selected="true"]',
  );
  if (chosen && chosen.getAttribute('data-test-id') !== 'timeline-tab-filter-activity')
    return text(chosen, { buttons: true });
  return text(filter, { buttons: true }) || null;
}
