import { all, parent } from './flat.ts';

/** How long (ms) the page has to bring more after a click or a scroll, and how many rounds without news are the end. */
const ROUND = 500;
const QUIET_ROUNDS = 3;
const MOST_ROUNDS = 400;

export interface Progress {
  /** Things opened so far, and whether it is over. */
  opened: number;
  done: boolean;
}

/**
 * On the user's click: opens what is folded, asks for more, and scrolls, until the page brings nothing new or `isStopped`
 * says so; then folds and scrolls everything back. What appears is read at once, for it may be gone before the watcher
 * would come to it. Only what the adapter names is clicked: toggles and "more", never anything that writes.
 */
export async function openWhole(
  unfold: () => { toggles: Element[]; scrollers: Element[] },
  isStopped: () => boolean,
  tell: (progress: Progress) => void,
  read: () => void = () => undefined,
): Promise<void> {
  const opened = new Map<HTMLElement, Element[]>();
  const sizes = new Map<Element, number>();
  const places = new Map<Element, number>();
  let quiet = 0;
  for (let round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS && !isStopped(); round++) {
    const { toggles, scrollers } = unfold();
    const size = document.getElementsByTagName('*').length;
    // A button for more that is still there when the page has grown has more to give; a toggle would fold again.
    const gives = (el: Element) => !el.hasAttribute('aria-expanded') && size > (sizes.get(el) ?? size);
    const news = toggles.filter(
      (el): el is HTMLElement => el instanceof HTMLElement && (!opened.has(el) || gives(el)),
    );
    for (const el of news) {
      if (!opened.has(el)) opened.set(el, around(el));
      sizes.set(el, size);
      el.click();
    }
    const grown = scrollers.filter((el) => toEnd(el, places));
    quiet = news.length > 0 || grown.length > 0 ? 0 : quiet + 1;
    tell({ opened: opened.size, done: false });
    await new Promise((resolve) => setTimeout(resolve, ROUND));
    read();
  }
  for (const [el, places] of [...opened].reverse()) toggleOf(el, places)?.click();
  for (const [el, top] of places) el.scrollTop = top;
  tell({ opened: opened.size, done: true });
}

/** What is around a toggle, nearest first; some of it stays when the page draws the toggle anew. */
function around(el: Element): Element[] {
  const found: Element[] = [];
  for (let at = parent(el); at && found.length < 5; at = parent(at)) found.push(at);
  return found;
}

/** The toggle that folds this again: itself, or the one that the page has put in its place. */
function toggleOf(el: HTMLElement, places: Element[]): HTMLElement | undefined {
  const place = el.isConnected ? el : places.find((p) => p.isConnected);
  const open = '[aria-expanded="true"]';
  const found = place?.matches(open) ? place : place && all(place, open)[0];
  return found instanceof HTMLElement ? found : undefined;
}

/** Scrolls to the end and says whether that was news; remembers where it stood. */
function toEnd(el: Element, places: Map<Element, number>): boolean {
  if (!places.has(el)) places.set(el, el.scrollTop);
  const before = el.scrollTop;
  el.scrollTop = el.scrollHeight;
  return el.scrollTop > before;
}
