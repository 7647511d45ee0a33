import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { start } from '../contract/moment.ts';
import { loadAround } from '../db/around.ts';
import { Database } from '../db/database.ts';
import { firstKeys } from '../db/first-keys.ts';
import { loadSettings } from '../db/load.ts';
import { troubleOf } from '../db/trouble.ts';
import { tabState, UNKEPT, type Unkept, unkept } from '../messages.ts';
import { glanceSchema } from '../metrics/glance.ts';
import { DEMO, keptDemo } from './demo/kept.ts';
import { activeTab } from './first.ts';
import { keptTexts } from './kept-texts.ts';
import { sameRecord, type Where } from './shown.ts';
import { parsedStanding } from './stand.ts';
import { look, readAgain } from './tell.ts';
import { speak } from './text.ts';
import { historiesAmong, nothingYet, type Sources, type View, view } from './view.ts';

type Patch = (part: Partial<Sources>) => void;
/** How long a page has to answer before it counts as none of ours, and how often a quiet page is read again (ms). */
const ANSWER = 1200;
const AGAIN = 30_000;
/** More records than this are counted, not listed. */
const MOST = 200;

/** Working hours are the user's own until another zone is set. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** What the browser keeps at hand, as far as it is understood. */
export async function firstSources(): Promise<Sources> {
  const atHand = ['glance', 'standing', 'texts', 'demo'];
  const [tab, kept] = await Promise.all([activeTab(), chrome.storage.local.get(atHand)]);
  const state = tab.tab === undefined ? undefined : await stateOf(tab.tab);
  const unkept = await unkeptPages();
  const texts = keptTexts.safeParse(kept.texts).data;
  speak(texts);
  const demo = keptDemo.safeParse(kept.demo).data;
  const { glance, standing } = demo ?? {
    glance: parsedGlance(kept.glance),
    standing: parsedStanding(kept.standing),
  };
  return {
    ...nothingYet,
    ...tab,
    state,
    unkept,
    isDemo: demo !== undefined,
    language: texts?.language,
    glance,
    standing,
  };
}

/** The view of the active tab and the history, again whenever one of them changes and each second while in sight. */
export function useLive(first: Sources, everyone = false): View {
  const [sources, setSources] = useState(first);
  const [now, setNow] = useState(Date.now);
  const patch: Patch = (part) => setSources((old) => ({ ...old, ...part }));
  const { tab, state } = sources;
  const wanted = wantedOf(sources);

  useEffect(() => ticking(setNow), []);
  useEffect(() => followTabs(patch), []);
  useEffect(() => followStorage(tab, first.isDemo, patch), [tab]);
  useEffect(() => (tab === undefined ? undefined : askTab(tab, state !== undefined, patch)), [tab]);
  useEffect(
    () =>
      followDatabase(new Database(first.isDemo ? DEMO : undefined), wanted, state?.sighting, everyone, patch),
    [JSON.stringify(wanted), state?.sighting.org, state && start(state.sighting.coverage.readAt), everyone],
  );
  useEffect(() => rereading(tab), [tab]);
  return useMemo(() => view(sources, now), [sources, now]);
}

const wantedOf = ({ state, glance: rollUp }: Sources): Where[] => {
  const subject = state?.sighting.subject;
  const here = subject && state ? [{ ...subject, org: state.sighting.org }] : [];
  return [...here, ...(rollUp?.waiting.first ?? []).map(({ org, kind, id }) => ({ org, kind, id }))];
};

function parsedGlance(value: unknown): Sources['glance'] {
  const parsed = glanceSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

async function stateOf(tab: number): Promise<Sources['state']> {
  const key = `tab:${tab}`;
  const parsed = tabState.safeParse((await chrome.storage.session.get(key))[key]);
  return parsed.success ? parsed.data : undefined;
}

/** Pages that the background could not keep so far. */
export async function unkeptPages(): Promise<Unkept[]> {
  const all = Object.entries(await chrome.storage.session.get(null));
  return all.flatMap(([key, value]) => (key.startsWith(UNKEPT) ? (unkept.safeParse(value).data ?? []) : []));
}

/** Each second, and only while somebody can see it. */
function ticking(set: (now: number) => void): () => void {
  const tick = () => document.visibilityState === 'visible' && set(Date.now());
  const timer = setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

function rereading(tab: number | undefined): () => void {
  const timer = setInterval(() => {
    if (tab !== undefined && document.visibilityState === 'visible') readAgain(tab);
  }, AGAIN);
  return () => clearInterval(timer);
}

/** The panel stays open while the user goes from tab to tab. */
function followTabs(patch: Patch): () => void {
  const moved = async () => {
    const tab = await activeTab();
    const state = tab.tab === undefined ? undefined : await stateOf(tab.tab);
    patch({ ...tab, state, asked: state !== undefined });
  };
  const updated = (_id: number, change: { status?: string }) => {
    if (change.status === 'complete') moved();
  };
  chrome.tabs.onActivated.addListener(moved);
  chrome.tabs.onUpdated.addListener(updated);
  return () => {
    chrome.tabs.onActivated.removeListener(moved);
    chrome.tabs.onUpdated.removeListener(updated);
  };
}

function followStorage(tab: number | undefined, isDemo: boolean, patch: Patch): () => void {
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    const demo = keptDemo.safeParse(changes.demo?.newValue).data;
    if (demo && isDemo) patch(demo);
    // Into the invented team or out of it: nothing of the one may stand beside the other.
    if (changes.demo && (demo !== undefined) !== isDemo) location.reload();
    if (isDemo) return;
    if (changes.glance) patch({ glance: parsedGlance(changes.glance.newValue) });
    if (changes.standing) patch({ standing: parsedStanding(changes.standing.newValue) });
    if (Object.keys(changes).some((key) => key.startsWith(UNKEPT)))
      unkeptPages().then((unkept) => patch({ unkept }));
    const state = changes[`tab:${tab}`];
    if (!state) return;
    const parsed = tabState.safeParse(state.newValue);
    patch({ state: parsed.success ? parsed.data : undefined });
  };
  chrome.storage.onChanged.addListener(changed);
  return () => chrome.storage.onChanged.removeListener(changed);
}

/** A tab that never spoke is looked at by the background; one that did reads itself again. */
function askTab(tab: number, known: boolean, patch: Patch): () => void {
  if (known) readAgain(tab);
  else look(tab);
  const timer = setTimeout(() => patch({ asked: true }), ANSWER);
  return () => clearTimeout(timer);
}

function followDatabase(
  db: Database,
  wanted: Where[],
  sighting: NonNullable<Sources['state']>['sighting'] | undefined,
  everyone: boolean,
  patch: Patch,
): () => void {
  const query = liveQuery(async () => {
    const settings = { timeZone, ...(await loadSettings(db)) };
    const visible =
      everyone && sighting ? await seenIn(db, sighting.org, start(sighting.coverage.readAt)) : [];
    const open = everyone ? await openLeads(db) : [];
    const all = [...wanted, ...visible, ...open];
    const once = all.filter((a, i) => all.findIndex((b) => sameRecord(a, b)) === i);
    const { records } = await loadAround(db, once);
    const histories = historiesAmong(records, once);
    return {
      settings,
      language: settings.language,
      visible,
      open,
      histories,
      people: await peopleOf(db, sighting?.org),
    };
  });
  const error = (fault: unknown) => patch({ trouble: troubleOf(fault) });
  // A live query keeps silent about a database that cannot be opened.
  db.open().catch(error);
  const subscription = query.subscribe({ next: (part) => patch({ ...part, trouble: undefined }), error });
  return () => {
    subscription.unsubscribe();
    db.close();
  };
}

/** An unchanged record is not written again each time it is seen. */
const LATELY = 120_000;

async function seenIn(db: Database, org: string, since: number): Promise<Where[]> {
  const lately = (row: { seenAt: number }) => row.seenAt >= since - LATELY;
  const leads = await firstKeys(db.leads, lately, MOST, org);
  const deals = await firstKeys(db.deals, lately, MOST, org);
  return [
    ...leads.map(([, id]): Where => ({ org, kind: 'lead', id })),
    ...deals.map(([, id]): Where => ({ org, kind: 'deal', id })),
  ];
}

async function openLeads(db: Database): Promise<Where[]> {
  const leads = await firstKeys(db.leads, ({ outcome }) => outcome === 'open', MOST + 1);
  // Of a part of them no count would be true; the roll-up has all.
  return leads.length > MOST ? [] : leads.map(([org, id]) => ({ org, kind: 'lead', id }));
}

async function peopleOf(db: Database, org: string | undefined): Promise<string[]> {
  const sightings = await db.sightings.toArray();
  const names = sightings.filter((s) => org === undefined || s.org === org).flatMap((s) => s.people);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
