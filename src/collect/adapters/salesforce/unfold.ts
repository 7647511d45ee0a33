import { all, one, visible } from '../../flat.ts';
import { scrollersOf } from '../../scroller.ts';
import { activeHost } from './host.ts';

const ITEM = 'li[class*="ActivityTimeline"], li.slds-timeline__item';
const TOGGLE = 'button[aria-expanded="false"]:not([aria-haspopup])';
const GROUP = '.slds-timeline__group[aria-expanded="false"]';
const MORE = '.activityHistories .showMore button, .pastActivities button.viewMore';

/** Folded items and months of the timeline, and its "more"; of an item the first toggle, for others open menus. */
export function unfold(doc: Document): { toggles: Element[]; scrollers: Element[] } {
  const host = activeHost(doc);
  if (!host) return { toggles: [], scrollers: [] };
  const items = all(host, ITEM).flatMap((li) => all(li, TOGGLE).slice(0, 1));
  const toggles = [...items, ...all(host, `${GROUP}, ${MORE}`)].filter(visible);
  return { toggles, scrollers: scrollersOf(one(host, `${ITEM}, [data-row-key-value]`)) };
}
