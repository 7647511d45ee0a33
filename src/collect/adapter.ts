import type { RawPage } from '../contract/raw.ts';
import type { Slices } from './slices.ts';

/**
 * One CRM. The file's name is its id; a file in adapters/ is found by itself. An adapter only collects: it returns
 * the texts that the page shows, and never parses, stores, clicks, or looks at anything but `doc` and `url`.
 */
export interface Adapter {
  /** Whether this address (and, for CRMs that people host themselves, this document) is one of this CRM's. */
  recognises(url: URL, doc: Document): boolean;
  /** The account's id after `<adapter>:`. */
  account(url: URL): string;
  /**
   * Everything that is visible now. Must not throw on any page; returns `unready` while the page still loads. It pauses
   * after each of what may be many (see slices.ts).
   */
  collect(doc: Document, url: URL): Slices<RawPage>;
  /**
   * What has to be clicked and scrolled to see the whole timeline or list: folded items, "more" buttons, and what
   * scrolls. Nothing that writes, navigates or sends. Used on the user's own click alone.
   */
  unfold?(doc: Document): { toggles: Element[]; scrollers: Element[] };
}

export const emptyPage = (kind: RawPage['kind'], page: string): RawPage => ({
  kind,
  page,
  records: [],
  activities: [],
  announced: {},
  collapsed: 0,
  filter: null,
  more: false,
  people: [],
  customers: [],
  unread: [],
});
