import type { Sighting } from '../contract/coverage.ts';
import { start } from '../contract/moment.ts';
import type { Settings } from '../contract/settings.ts';
import type { Trouble } from '../db/trouble.ts';
import type { TabState, Unkept } from '../messages.ts';
import type { Glance } from '../metrics/glance.ts';
import type { RecordHistory } from '../metrics/histories.ts';
import type { Standing } from '../metrics/standing.ts';
import type { Waiting } from '../metrics/waiting.ts';
import type { Shown, Where } from './shown.ts';

/* What a face shows before it has read any record: no more is loaded for its first paint. */

/** All that a face knows, from the browser's stores and the active tab. */
export interface Sources {
  tab: number | undefined;
  /** Window of that tab: the side panel opens there. */
  window: number | undefined;
  state: TabState | undefined;
  /** The tab was asked to read itself and had time to answer. */
  asked: boolean;
  /** The records are those of the invented team. */
  isDemo: boolean;
  glance: Glance | undefined;
  standing: Standing | undefined;
  settings: Settings | undefined;
  /** Chosen for the faces; the browser's when `undefined`. */
  language: string | undefined;
  /** Names of people that were seen in the account of this tab. */
  people: string[];
  histories: RecordHistory[];
  /** Pages that could not be kept so far. */
  unkept: Unkept[];
  /** Why the database itself cannot be read. */
  trouble: Trouble | undefined;
  /** Records that were just read, and all that are open: the panel lists those and who of these waits. */
  visible: Where[];
  open: Where[];
}

export const nothingYet: Sources = {
  tab: undefined,
  window: undefined,
  state: undefined,
  asked: false,
  isDemo: false,
  glance: undefined,
  standing: undefined,
  settings: undefined,
  language: undefined,
  people: [],
  histories: [],
  unkept: [],
  trouble: undefined,
  visible: [],
  open: [],
};

export type Gap =
  | { is: 'field'; field: string; why: string; times: number }
  | { is: 'collapsed'; count: number }
  | { is: 'filter'; filter: string }
  | { is: 'partial'; table: string; seen: number; announced: number | null }
  | { is: 'incomplete' }
  /** The page itself shows that its times may be of another zone. */
  | { is: 'zone'; zone: string }
  /** Nothing is missing, but it was told by a word that may mean something else; not counted. */
  | { is: 'label'; fields: string[] };

/** What stands in the tab: not looked at yet, no CRM, a CRM that is off, a page that gave nothing, a page read. */
export type Page =
  | { is: 'loading' | 'none' | 'read' }
  | { is: 'off'; origin: string; crm: string }
  | { is: 'unreadable'; why: string };

/** One value from which every face draws itself. */
export interface View {
  now: number;
  tab: number | undefined;
  window: number | undefined;
  page: Page;
  readAt: number | undefined;
  live: boolean;
  /** Nothing is read: for good, or until then (epoch ms). */
  paused?: true | number | undefined;
  gaps: Gap[];
  /** What could not be kept so far: how many pages, and why the last of them; of the database itself, without any. */
  unkept?: (Trouble & { pages: number }) | undefined;
  waiting: { count: number; first: Waiting[] } | undefined;
  fourP: Glance['fourP'] | undefined;
  /** Trend, meter and advice; the whole history was looked at some time ago. */
  standing: Standing | undefined;
  isDemo: boolean;
  /** Tips that the user found beside the point. */
  declined: NonNullable<Settings['declined']>;
  language: string | undefined;
  whose: 'mine' | 'team';
  record: Shown | undefined;
  /** The record is shown, not kept: its CRM is not enabled. */
  preview: boolean;
  visible: Shown[];
  /** Names to choose oneself from, until one has. */
  who: string[];
}

/** A page that watches itself is read again whenever it changes; after this many ms without news it is no longer called live. */
export const LIVE_FOR = 90_000;

/** Without what only the records tell. Pure. */
export function firstView(sources: Sources, now: number): View {
  const { state, glance } = sources;
  const page = pageOf(sources);
  const readAt = state && start(state.sighting.coverage.readAt);
  return {
    now,
    tab: sources.tab,
    window: sources.window,
    page,
    readAt,
    live: page.is === 'read' && readAt !== undefined && now - readAt < LIVE_FOR,
    gaps: state ? gapsOf(state.sighting) : [],
    waiting: glance?.waiting,
    fourP: glance?.fourP,
    standing: sources.standing,
    isDemo: sources.isDemo,
    declined: [],
    language: sources.language,
    whose: 'team',
    record: undefined,
    preview: false,
    visible: [],
    who: [],
  };
}

function pageOf({ state, asked }: Sources): Page {
  if (!state) return { is: asked ? 'none' : 'loading' };
  const { sighting, origin } = state;
  if (!state.enabled) return { is: 'off', origin, crm: sighting.adapter };
  const whole = sighting.unread.find(({ field }) => field === 'page');
  return whole ? { is: 'unreadable', why: whole.why } : { is: 'read' };
}

function gapsOf({ unread, coverage }: Sighting): Gap[] {
  const gaps: Gap[] = [];
  for (const { field, why } of unread) {
    const known = gaps.find((gap) => gap.is === 'field' && gap.field === field && gap.why === why);
    if (known?.is === 'field') known.times += 1;
    else gaps.push({ is: 'field', field, why, times: 1 });
  }
  for (const [table, announced] of Object.entries(coverage.announced)) {
    const seen = coverage.seen[table] ?? 0;
    if (announced === null || announced > seen) gaps.push({ is: 'partial', table, seen, announced });
  }
  if (coverage.collapsed > 0) gaps.push({ is: 'collapsed', count: coverage.collapsed });
  if (coverage.filter !== null) gaps.push({ is: 'filter', filter: coverage.filter });
  if (!coverage.complete && gaps.length === 0) gaps.push({ is: 'incomplete' });
  if (coverage.zone === 'contradicted') gaps.push({ is: 'zone', zone: coverage.timeZone });
  const labelled = Object.entries(coverage.by ?? {}).flatMap(([field, by]) =>
    by === 'label' ? [field] : [],
  );
  if (labelled.length > 0) gaps.push({ is: 'label', fields: labelled });
  return gaps;
}
