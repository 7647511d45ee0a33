import type { Sighting } from '../contract/coverage.ts';
import { type Moment, start } from '../contract/moment.ts';
import type { Activity } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { TabState } from '../messages.ts';
import { scoreRecord } from '../metrics/four-p.ts';
import type { Glance } from '../metrics/glance.ts';
import type { RecordHistory } from '../metrics/histories.ts';
import type { LeadScore } from '../metrics/score.ts';
import { type Waiting, waiting } from '../metrics/waiting.ts';
import { fromRecords, sameRecord, type Where, whereOf } from './histories.ts';

/** All that a face knows, from the browser's stores and the active tab. */
export interface Sources {
  tab: number | undefined;
  /** Window of that tab: the side panel opens there. */
  window: number | undefined;
  state: TabState | undefined;
  /** The tab was asked to read itself and had time to answer. */
  asked: boolean;
  glance: Glance | undefined;
  settings: Settings | undefined;
  /** Names of people that were seen in the account of this tab. */
  people: string[];
  histories: RecordHistory[];
  /** Records that the page shows now; the panel lists them. */
  visible: Where[];
}

export const nothingYet: Sources = {
  tab: undefined,
  window: undefined,
  state: undefined,
  asked: false,
  glance: undefined,
  settings: undefined,
  people: [],
  histories: [],
  visible: [],
};

export type Gap =
  | { is: 'field'; field: string; why: string }
  | { is: 'collapsed'; count: number }
  | { is: 'filter'; filter: string }
  | { is: 'partial'; table: string; seen: number; announced: number | null }
  | { is: 'incomplete' };

/** What stands in the tab: not looked at yet, no CRM, a CRM that is off, a page that gave nothing, a page read. */
export type Page =
  | { is: 'loading' | 'none' | 'read' }
  | { is: 'off'; origin: string; crm: string }
  | { is: 'unreadable'; why: string | undefined };

export interface Touch {
  kind: Activity['kind'];
  inbound: boolean;
  at: Moment;
  by: string | undefined;
}

export interface Shown {
  where: Where;
  name: string | undefined;
  company: string | undefined;
  score: LeadScore | undefined;
  waiting: Waiting | undefined;
  lastTouch: Touch | undefined;
}

/** One value from which every face draws itself. */
export interface View {
  now: number;
  tab: number | undefined;
  window: number | undefined;
  page: Page;
  readAt: number | undefined;
  live: boolean;
  gaps: Gap[];
  waiting: { count: number; first: Waiting[] } | undefined;
  fourP: Glance['fourP'] | undefined;
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

/** `sources` as they look at `now` (epoch ms). Pure. */
export function view(sources: Sources, now: number): View {
  const { state, settings = {} } = sources;
  const page = pageOf(sources);
  const readAt = state && start(state.sighting.coverage.readAt);
  const show = (history: RecordHistory) => shown(history, settings, now);
  const subject = state && subjectOf(state.sighting);
  const kept = subject && sources.histories.find((h) => sameRecord(whereOf(h), subject));
  const history = subject && (state.preview ? fromRecords(state.preview, subject) : kept);
  const visible = sources.histories.filter((h) => sources.visible.some((w) => sameRecord(w, whereOf(h))));
  return {
    now,
    tab: sources.tab,
    window: sources.window,
    page,
    readAt,
    live: page.is === 'read' && readAt !== undefined && now - readAt < LIVE_FOR,
    gaps: state ? gapsOf(state.sighting) : [],
    waiting: waitingNow(sources, now),
    fourP: sources.glance?.fourP,
    whose: settings.me?.names.length ? 'mine' : 'team',
    record: history && show(history),
    preview: state?.preview !== undefined,
    visible: visible.map(show),
    who: sources.settings && !settings.me && page.is === 'read' ? sources.people : [],
  };
}

function pageOf({ state, asked }: Sources): Page {
  if (!state) return { is: asked ? 'none' : 'loading' };
  const { sighting, origin } = state;
  if (!state.enabled) return { is: 'off', origin, crm: sighting.adapter };
  const nothing = Object.values(sighting.coverage.seen).every((n) => n === 0);
  if (nothing && !sighting.coverage.complete && sighting.unread.length > 0)
    return { is: 'unreadable', why: sighting.unread[0]?.why };
  return { is: 'read' };
}

const subjectOf = ({ subject, org }: Sighting): Where | undefined => subject && { ...subject, org };

function gapsOf({ unread, coverage }: Sighting): Gap[] {
  const gaps: Gap[] = unread.map(({ field, why }) => ({ is: 'field', field, why }));
  for (const [table, announced] of Object.entries(coverage.announced)) {
    const seen = coverage.seen[table] ?? 0;
    if (announced === null || announced > seen) gaps.push({ is: 'partial', table, seen, announced });
  }
  if (coverage.collapsed > 0) gaps.push({ is: 'collapsed', count: coverage.collapsed });
  if (coverage.filter !== null) gaps.push({ is: 'filter', filter: coverage.filter });
  if (!coverage.complete && gaps.length === 0) gaps.push({ is: 'incomplete' });
  return gaps;
}

/** The roll-up's leads, those whose history is at hand worked out for this very second. */
function waitingNow(sources: Sources, now: number): View['waiting'] {
  const { glance, histories, settings = {} } = sources;
  if (!glance) return undefined;
  const known = histories.filter((h) => glance.waiting.first.some((w) => sameRecord(w, whereOf(h))));
  const fresh = waiting(known, settings, now);
  const rest = glance.waiting.first.filter((w) => !known.some((h) => sameRecord(w, whereOf(h))));
  const first = [...fresh, ...rest];
  const answered = glance.waiting.first.length - first.length;
  return { count: glance.waiting.count - answered, first };
}

function shown(history: RecordHistory, settings: Settings, now: number): Shown {
  const { record } = history;
  return {
    where: whereOf(history),
    name: record.name,
    company: record.company,
    score: scoreRecord(history, settings, now),
    waiting: waiting([history], settings, now)[0],
    lastTouch: lastTouch(history.activities, now),
  };
}

const touches = new Set<Activity['kind']>(['email', 'call', 'meeting', 'sms', 'chat', 'social', 'post']);

function lastTouch(activities: Activity[], now: number): Touch | undefined {
  const done = activities.flatMap((a) =>
    touches.has(a.kind) && a.state === 'done' && !a.automated && a.at !== undefined && start(a.at) <= now
      ? [{ kind: a.kind, inbound: a.direction === 'in', at: a.at, by: a.by }]
      : [],
  );
  return done.sort((a, b) => start(b.at) - start(a.at))[0];
}
