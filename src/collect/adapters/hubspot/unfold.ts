import { all, one, visible } from '../../flat.ts';
import { scrollersOf } from '../../scroller.ts';
import { CARD } from './marks.ts';

const TIMELINE = '[data-test-id="crm-events-viz-timeline"]';

/** Folded cards of the timeline, by the first toggle of each, for others open menus; what lies below comes by scrolling. */
export function unfold(doc: Document): { toggles: Element[]; scrollers: Element[] } {
  const places = all(doc, `${TIMELINE}, [data-test-id="pinned-activity-section"]`).filter(visible);
  const first = places
    .flatMap((place) => all(place, CARD))
    .flatMap((card) => all(card, '[role="button"][aria-expanded]').slice(0, 1));
  const toggles = [...new Set(first)].filter((el) => el.matches('[aria-expanded="false"]') && visible(el));
  return { toggles, scrollers: scrollersOf(one(doc, TIMELINE)) };
}
