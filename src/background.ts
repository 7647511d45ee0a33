import { hideChips, openFace, showChip, showChips } from './background/chips.ts';
import { followPolicy, mayRead, obey, takeIn, tidy, tidyDaily } from './background/keeping.ts';
import { followNotices, notify, snooze } from './background/notices.ts';
import {
  enterOpenTabs,
  goOnUnlessPaused,
  halt,
  look,
  patternOf,
  registerContent,
  tellTabs,
} from './background/scripts.ts';
import { interpret } from './contract/interpret.ts';
import { end } from './contract/moment.ts';
import { isPaused, settings as settingsSchema } from './contract/settings.ts';
import { Database } from './db/database.ts';
import { forgetPerson } from './db/forget-person.ts';
import { loadSettings, ownSettings, saveSettings } from './db/load.ts';
import { countProblem, store } from './db/store.ts';
import { markAll } from './db/summaries.ts';
import { type Message, messages, type PageReply, type Reply, type TabState } from './messages.ts';
import { calendarOf } from './metrics/clock.ts';
import { badgeOf } from './show/badge.ts';
import { keepDemo, leaveDemo } from './show/demo/keep.ts';
import { DEMO, isDemo } from './show/demo/kept.ts';
import { nextLook } from './show/notices.ts';
import { lookAt } from './show/roll-up.ts';
import { keepStanding } from './show/stand.ts';
import { openPanel } from './show/tell.ts';
import { keptTexts, speak } from './show/text.ts';

const db = new Database();

// ── Messages: one listener; a sender is a tab's content script or one of our own pages ──────────────────────────

chrome.runtime.onMessage.addListener((message: unknown, sender, reply: (answer?: Reply) => void) => {
  const answer = answerTo(message, sender);
  if (!answer) return false;
  answer.then(reply, async (error: unknown) => {
    // What could not be stored gets no answer, and so is sent again; the cause is counted where that still works.
    await countProblem(db, 'storing', String(error), Date.now()).catch(() => undefined);
    reply();
  });
  return true;
});

function answerTo(message: unknown, sender: chrome.runtime.MessageSender): Promise<Reply> | undefined {
  if (sender.id !== chrome.runtime.id) return undefined;
  const type = (message as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !(type in messages))
    return refuse('message', `no such message: ${String(type)}`);
  const parsed = messages[type as keyof typeof messages].safeParse(message);
  if (!parsed.success)
    return refuse(type, parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)[0] ?? '');
  const fromPage = sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
  return fromPage ? askedByFace(parsed.data) : readByTab(parsed.data, sender);
}

async function refuse(what: string, why: string): Promise<Reply & { live: boolean }> {
  await countProblem(db, what, why, Date.now());
  return { error: why, live: true };
}

async function askedByFace(message: Message): Promise<Reply> {
  switch (message.type) {
    case 'look':
      return look(db, message.tab);
    case 'settings':
      return changeSettings(message.patch);
    case 'snooze':
      await snooze(message, await loadSettings(db), Date.now());
      return {};
    case 'forget':
      await leaveDemo();
      await db.delete();
      await db.open();
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), hideChips()]);
      await obey(db);
      // With the settings a pause is gone.
      await registerContent(db);
      await refresh();
      return {};
    case 'forget-person':
      await forgetPerson(db, message.name);
      await changed({ isUrgent: true });
      return {};
    case 'import':
      return takeInFiles();
    default:
      return refuse(message.type, 'not from a face');
  }
}

async function changeSettings(patch: Record<string, unknown>): Promise<Reply> {
  const demo = (await isDemo()) ? new Database(DEMO) : undefined;
  const target = demo ?? db;
  const merged = { ...(await ownSettings(target)), ...patch };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = settingsSchema.safeParse(kept);
  if (!parsed.success) return refuse('settings', parsed.error.issues[0]?.message ?? 'not understood');
  try {
    calendarOf(parsed.data);
  } catch (error) {
    return refuse('settings', error instanceof Error ? error.message : String(error));
  }
  // What is paused stops before anything else is done.
  if (isPaused(parsed.data, Date.now())) await halt();
  await saveSettings(target, parsed.data);
  if ('paused' in patch) await goOnUnlessPaused(target);
  if (demo) await keepDemo(demo, Date.now());
  else await changed({ isUrgent: true });
  demo?.close();
  await showChips(db);
  return {};
}

async function takeInFiles(): Promise<Reply> {
  const why = await takeIn(db, Date.now());
  if (why === undefined) await changed({ isUrgent: true });
  return why === undefined ? {} : refuse('import', why);
}

// ── A reading: interpreted, stored where the CRM is enabled, shown in either case ───────────────────────────────

async function readByTab(
  message: Message,
  { tab, url: sentFrom, frameId = 0 }: chrome.runtime.MessageSender,
): Promise<Reply> {
  if (message.type === 'open' && tab) return openFace(tab.windowId).then(() => ({}));
  if (message.type === 'chip' && tab?.id !== undefined) return showChip(db, tab.id).then(() => ({}));
  if (message.type !== 'page') return refuse(message.type, 'not from a page');
  if (frameId > 0) return refuse('page', `from frame ${frameId} of a page`);
  const { raw } = message;
  // The last word of a page that is being left has no tab, and at times no address, any more: it is kept, and shown
  // by none.
  const url = sentFrom ?? raw.url;
  if (new URL(raw.url).origin !== new URL(url).origin)
    return refuse('page', 'another address than the tab’s');
  const settings = await loadSettings(db);
  if (!(await mayRead(db, url))) return { live: false } as PageReply;
  const reading = interpret(raw, { me: settings.me?.names ?? [], zone: settings.timeZone });
  const origin = patternOf(url);
  const enabled = await chrome.permissions.contains({ origins: [origin] });
  if (enabled && (await store(db, reading, end(raw.readAt)))) await changed();
  const state: TabState = {
    enabled,
    origin,
    sighting: reading.sighting,
    ...(enabled ? {} : { preview: reading.records }),
  };
  if (tab?.id !== undefined) {
    await chrome.storage.session.set({ [`tab:${tab.id}`]: state });
    // The page need not wait for it, and goes on where it cannot be shown.
    showChip(db, tab.id).catch(() => undefined);
  }
  return { live: enabled } as PageReply;
}

chrome.tabs.onRemoved.addListener((tab) => chrome.storage.session.remove(`tab:${tab}`));

// ── When content scripts come, and go; background/scripts.ts says where ────────────────────────────────────────

async function setUp(): Promise<void> {
  await obey(db);
  await tidyDaily();
  await goOnUnlessPaused(db);
  await refresh();
}

chrome.runtime.onInstalled.addListener(async () => {
  await setUp();
  // A new version may count otherwise. Reading does not wait for it.
  await markAll(db);
  await changed({ isUrgent: true });
});
chrome.runtime.onStartup.addListener(setUp);
chrome.permissions.onAdded.addListener(async ({ origins = [] }) => {
  followNotices();
  await registerContent(db);
  await enterOpenTabs(db, origins);
});
chrome.permissions.onRemoved.addListener(async () => {
  await registerContent(db);
  // Each script asks again whether it may go on; where the permission is gone, it stops.
  await tellTabs('read');
  await showChips(db);
});

// ── The roll-up that faces paint first, and the badge ────────────────────────────────────────────────────────────

/** After a change of what is stored. */
async function changed({ isUrgent = false } = {}): Promise<void> {
  await refresh();
  await keepStanding(db, Date.now(), isUrgent);
}

/**
 * Who waits and the four Ps, from the rows that changed since. Notices are given by the clock alone: a page shows a
 * record before what happened on it, and half a minute later one knows better.
 */
async function refresh(byClock = false): Promise<void> {
  const now = Date.now();
  const [{ texts }, { glance, waiting, settings }] = await Promise.all([
    chrome.storage.local.get('texts'),
    lookAt(db, now),
  ]);
  speak(keptTexts.safeParse(texts).data);
  await chrome.storage.local.set({ glance });
  const { text, colour, title } = badgeOf(glance, settings);
  await Promise.all([
    chrome.action.setBadgeText({ text }),
    chrome.action.setBadgeBackgroundColor({ color: colour }),
    chrome.action.setTitle({ title }),
    wakeFor(nextLook(waiting, settings, now), byClock),
  ]);
  if (byClock) await notify(waiting, settings, now);
}

/** One alarm: a sleeping machine misses it and hears it once on waking. It repeats, so that no failure is the last. */
async function wakeFor(when: number | undefined, byClock: boolean): Promise<void> {
  if (when === undefined) {
    await chrome.alarms.clear('look');
    return;
  }
  // A page that never rests must not put it off for ever.
  const set = byClock ? undefined : await chrome.alarms.get('look');
  if (!set || set.scheduledTime > when) await chrome.alarms.create('look', { when, periodInMinutes: 1 });
}

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === 'resume') return setUp();
  if (name === 'tidy')
    return tidy(db, Date.now()).then((some) => (some ? changed({ isUrgent: true }) : undefined));
  return name === 'standing' ? keepStanding(db, Date.now()) : refresh(true);
});
chrome.storage.local.onChanged.addListener((changes) => {
  if (changes.texts) refresh();
});

followPolicy(db, () => goOnUnlessPaused(db).then(() => changed({ isUrgent: true })));

// ── Clicks outside the faces ────────────────────────────────────────────────────────────────────────────────────

followNotices();
chrome.commands.onCommand.addListener((command, tab) => {
  // Straight from the key press, or the browser does not let it.
  if (command === 'open-panel') openPanel(tab?.windowId ?? chrome.windows.WINDOW_ID_CURRENT);
});
