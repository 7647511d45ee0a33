import hubspot from './collect/content/hubspot?script&iife';
import own from './collect/content/own?script&iife';
import salesforce from './collect/content/salesforce?script&iife';
import sampler from './collect/content/sample?script&iife';
import { type Script, scriptsFor } from './collect/sites.ts';
import { interpret } from './contract/interpret.ts';
import { end } from './contract/moment.ts';
import { settings as settingsSchema } from './contract/settings.ts';
import { Database } from './db/database.ts';
import { loadSettings, saveSettings } from './db/load.ts';
import { countProblem, store } from './db/store.ts';
import { markAll } from './db/summaries.ts';
import {
  type Message,
  messages,
  type PageReply,
  type Reply,
  type SampleReply,
  type TabState,
} from './messages.ts';
import { calendarOf } from './metrics/clock.ts';
import { badgeOf } from './show/badge.ts';
import { rollUp } from './show/roll-up.ts';

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
      return look(message.tab);
    case 'sample':
      return sampleIn(message.tab);
    case 'settings':
      return changeSettings(message.patch);
    case 'forget':
      await db.delete();
      await db.open();
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
      await refresh();
      return {};
    default:
      return refuse(message.type, 'not from a face');
  }
}

async function changeSettings(patch: Record<string, unknown>): Promise<Reply> {
  const merged = { ...(await loadSettings(db)), ...patch };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = settingsSchema.safeParse(kept);
  if (!parsed.success) return refuse('settings', parsed.error.issues[0]?.message ?? 'not understood');
  try {
    calendarOf(parsed.data);
  } catch (error) {
    return refuse('settings', error instanceof Error ? error.message : String(error));
  }
  await saveSettings(db, parsed.data);
  await refresh();
  return {};
}

// ── A reading: interpreted, stored where the CRM is enabled, shown in either case ───────────────────────────────

async function readByTab(
  message: Message,
  { tab, url, frameId }: chrome.runtime.MessageSender,
): Promise<Reply> {
  // The last word of a page that is being left has no tab any more: it is kept, and shown by none.
  if (message.type !== 'page' || !url || (frameId ?? 0) !== 0) return refuse(message.type, 'not from a page');
  const { raw } = message;
  if (new URL(raw.url).origin !== new URL(url).origin)
    return refuse('page', 'another address than the tab’s');
  const settings = await loadSettings(db);
  const reading = interpret(raw, { me: settings.me?.names ?? [], zone: settings.timeZone });
  const origin = patternOf(url);
  const enabled = await chrome.permissions.contains({ origins: [origin] });
  if (enabled && (await store(db, reading, end(raw.readAt)))) await refresh();
  const state: TabState = {
    enabled,
    origin,
    sighting: reading.sighting,
    ...(enabled ? {} : { preview: reading.records }),
  };
  if (tab?.id !== undefined) await chrome.storage.session.set({ [`tab:${tab.id}`]: state });
  return { live: enabled } as PageReply;
}

chrome.tabs.onRemoved.addListener((tab) => chrome.storage.session.remove(`tab:${tab}`));

// ── Where the content script runs: on the hosts that the user enabled, and once where the icon was clicked ──────

/** A pattern for one host, without its port, for not every browser takes one. */
const patternOf = (url: string): string => `${new URL(url).protocol}//${new URL(url).hostname}/*`;

const FILES: Record<Script, string> = { salesforce, hubspot, own };

async function look(tab: number): Promise<Reply> {
  try {
    const { url } = await chrome.tabs.get(tab);
    const files = scriptsFor(url ? new URL(url).hostname : '*').map((script) => FILES[script]);
    await chrome.scripting.executeScript({ target: { tabId: tab }, files });
    return {};
  } catch (error) {
    // A page of the browser itself, or a shop's: nobody may read it, and nothing is wrong.
    return { error: String(error) };
  }
}

async function sampleIn(tab: number): Promise<SampleReply> {
  try {
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: [sampler] });
    return { sample: await chrome.tabs.sendMessage(tab, { type: 'sample' }) };
  } catch (error) {
    return { error: String(error) };
  }
}

/** The hosts that were granted one by one; the wide patterns of the manifest are never asked for. */
const granted = async (): Promise<string[]> => (await chrome.permissions.getAll()).origins ?? [];

async function registerContent(): Promise<void> {
  const patterns = await granted();
  const wanted = (Object.keys(FILES) as Script[]).flatMap((id) => {
    const matches = patterns.filter((p) => scriptsFor(p.split('/')[2] ?? '*').includes(id));
    const script = { id, js: [FILES[id]], matches, runAt: 'document_idle' as const, allFrames: false };
    return matches.length > 0 ? [script] : [];
  });
  await chrome.scripting.unregisterContentScripts();
  await chrome.scripting.registerContentScripts(wanted);
}

async function enterOpenTabs(origins: string[]): Promise<void> {
  const tabs = origins.length > 0 ? await chrome.tabs.query({ url: origins }) : [];
  await Promise.all(tabs.map((tab) => tab.id !== undefined && look(tab.id)));
}

async function setUp(): Promise<void> {
  await registerContent();
  await enterOpenTabs(await granted());
  await refresh();
}

chrome.runtime.onInstalled.addListener(async () => {
  await setUp();
  // A new version may count otherwise. Reading does not wait for it.
  await markAll(db);
  await refresh();
});
chrome.runtime.onStartup.addListener(setUp);
chrome.permissions.onAdded.addListener(async ({ origins = [] }) => {
  await registerContent();
  await enterOpenTabs(origins);
});
chrome.permissions.onRemoved.addListener(async () => {
  await registerContent();
  const tabs = await chrome.tabs.query({});
  // Each script asks again whether it may go on; where the permission is gone, it stops.
  await Promise.allSettled(
    tabs.map((tab) => tab.id !== undefined && chrome.tabs.sendMessage(tab.id, { type: 'read' })),
  );
});

// ── The roll-up that faces paint first, and the badge ────────────────────────────────────────────────────────────

/** Who waits and the four Ps, from the rows that changed since. */
async function refresh(now = Date.now()): Promise<void> {
  const glance = await rollUp(db, now);
  await chrome.storage.local.set({ glance });
  const { text, colour, title } = badgeOf(glance);
  await Promise.all([
    chrome.action.setBadgeText({ text }),
    chrome.action.setBadgeBackgroundColor({ color: colour }),
    chrome.action.setTitle({ title }),
  ]);
  // Minutes run only while somebody waits; an alarm that a sleeping machine missed comes once on waking.
  if (glance.waiting.count > 0) await chrome.alarms.create('minute', { periodInMinutes: 1 });
  else await chrome.alarms.clear('minute');
}

chrome.alarms.onAlarm.addListener(() => refresh());
