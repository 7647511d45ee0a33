import type { DealCheck } from '../../metrics/deal-checks.ts';
import type { Overview, Wish } from '../../metrics/overview.ts';

/** What the panel wants to know of its worker. */
export interface Ask {
  wish: Wish;
  /** Deals that the page shows, by `<org>/deal/<id>`: they are checked. */
  deals: string[];
  /** Somebody looks at the panel; while nobody does nothing is worked out. */
  seen: boolean;
}

/** What is known so far; absent what was not worked out yet. */
export interface Answer {
  overview?: Overview;
  /** It is that of the last time; a new one is being worked out. */
  isOld?: boolean;
  checks?: Record<string, DealCheck[]>;
  /** Why nothing could be worked out. */
  error?: string;
}
