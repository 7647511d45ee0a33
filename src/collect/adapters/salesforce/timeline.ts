import type { RawPage } from '../../../contract/raw.ts';
import { all, parent, text, up } from '../../flat.ts';
import { isKept, keep } from '../../kept.ts';
import { each, type Slices, those } from '../../slices.ts';
import { allShown, first, inside, isWithin, shown } from './dom.ts';
import { ITEM, isPopup, itemOf, SUBJECT, toggleOf } from './item.ts';
import { USER } from './objects.ts';
import { linkedPeople } from './people.ts';

type Timeline = Pick<
  RawPage,
  'activities' | 'collapsed' | 'filter' | 'more' | 'people' | 'customers' | 'unread'
>;

/** The part of the page that is the timeline, of this and of older builds. */
const REGION =
  '.skip-timeline-wrapper, [class*="ActivityTimeline2"], past-activity-groups, .pastActivities, .openActivities, .standardTimelineUpcomingActivities';
const UPCOMING = '.standardTimelineUpcomingActivities, .openActivities';
const SECTION = `${UPCOMING}, past-activity-groups, .pastActivities, .activityHistories`;
const ABSENT = { field: 'activity', why: 'no activity timeline is shown' };

/** The activity timeline: upcoming and overdue items are planned, all others done. */
export function* collectTimeline(host: Element): Slices<Timeline> {
  const regions = allShown(host, REGION);
  const items = yield* itemsIn(host);
  const isAbsent = regions.length === 0 && items.length === 0;
  const headings = new Map<Element, string | undefined>();
  const read = yield* each(items, (li) => {
    const place = { upcoming: !!up(li, UPCOMING), section: headingOf(li, headings) };
    return keep(
      li,
      `${place.upcoming} ${place.section}`,
      () => readItem(li, place),
      ({ row }) => !!row.type && !!row.time?.text,
    );
  });
  const rows = read.map(({ row }) => row);
  const people = read.flatMap((item) => item.people);
  const activities = rows.filter((row) => row.type);
  const untold = rows.length - activities.length;
  const known = new Set(items);
  const folded = read.flatMap((item, i) => (item.isFolded ? [item.row.id ?? items[i]] : []));
  const unseen = yield* those(all(host, ITEM), (li) => !isKept(li) && !shown(li));
  const titles = yield* those(
    all(host, SUBJECT),
    (a) => !isWithin(a, (at) => known.has(at)) && isWithin(a, (at) => regions.includes(at)) && shown(a),
  );
  const isCut = yield* hasMore(host, regions);
  return {
    activities,
    collapsed: new Set(folded).size,
    filter: filterOf(host),
    more: isAbsent || untold > 0 || isCut || unseen.length > 0 || titles.length > 0,
    people: [...new Set(people.filter((p) => p.id.startsWith(USER)).map((p) => p.name))],
    customers: [...new Set(people.filter((p) => !p.id.startsWith(USER)).map((p) => p.name))],
    unread: isAbsent ? [ABSENT] : untold > 0 ? [{ field: 'activity.kind', why: `of ${untold} items` }] : [],
  };
}

function readItem(li: Element, place: Parameters<typeof itemOf>[2]) {
  const people = linkedPeople(li);
  const isFolded = toggleOf(li)?.getAttribute('aria-expanded') === 'false';
  return { people, row: itemOf(li, people, place), isFolded };
}

/** Rows of this build by their class, of others by the link to their activity; never what stands in a row's details. */
function* itemsIn(host: Element): Slices<Element[]> {
  const rows = yield* those(
    all(host, ITEM),
    (li) => isKept(li) || (shown(li) && !!first(li, `${SUBJECT}, .dueDate`)),
  );
  const linked = yield* each(all(host, SUBJECT), (a) => {
    const li = shown(a) && up(a, SECTION) && up(a, 'li');
    return li ? [li] : [];
  });
  const found = [...new Set([...rows, ...linked.flat()])];
  const outer = new Set(found);
  return yield* those(found, (li) => !isWithin(li, (other) => outer.has(other)));
}

/** The heading of the month that an item stands in: the nearest one above that is no item's own. */
function headingOf(li: Element, known: Map<Element, string | undefined>): string {
  for (let at = parent(li); at && !at.matches('.skip-timeline-wrapper'); at = parent(at)) {
    if (!known.has(at)) known.set(at, headingIn(at));
    const heading = known.get(at);
    if (heading !== undefined || at.matches(SECTION)) return heading ?? '';
  }
  return '';
}

function headingIn(group: Element): string | undefined {
  const found = all(group, 'h2, h3, h4, [aria-expanded]').find(
    (el) => !up(el, ITEM) && !isPopup(el) && shown(el),
  );
  return found && text(found, { buttons: true, without: '.slds-assistive-text' });
}

/** A folded month, and any other button below the sections' beginning: it brings more, or shows what a filter hides. */
function* hasMore(host: Element, regions: Element[]): Slices<boolean> {
  const sections = allShown(host, SECTION);
  const found = yield* those(all(host, 'button, a[role=button], [aria-expanded]'), (button) => {
    if (up(button, ITEM) || isPopup(button) || up(button, 'runtime_sales_activities-activity-panel-composer'))
      return false;
    if (!isWithin(button, (at) => regions.includes(at)) || !shown(button)) return false;
    const below = sections.some((s) => inside(button, s) || isAfter(button, s));
    return below && button.getAttribute('aria-expanded') !== 'true';
  });
  return found.length > 0;
}

/** Below `other` on the page; what stands in a root of its own stands where its host does. */
function isAfter(el: Element, other: Element): boolean {
  const { DOCUMENT_POSITION_DISCONNECTED: apart, DOCUMENT_POSITION_FOLLOWING: after } = Node;
  const follows = (at: Element) => (other.compareDocumentPosition(at) & (apart | after)) === after;
  return follows(el) || isWithin(el, follows);
}

/** The line beside the settings of the timeline; whether it hides anything is for the dictionaries to say. */
function filterOf(host: Element): string | null {
  let at = first(host, '.filterMenuLink') ?? null;
  for (let steps = 0; at && steps < 3; steps++) {
    at = parent(at);
    const line = text(at, { without: '.slds-assistive-text' });
    // Dots part it from the buttons beside it.
    if (line) return at && all(at, ITEM).length === 0 ? line.replace(/[\s•]+$/u, '') : null;
  }
  return null;
}
