import hubspot from '../collect/content/hubspot?script&iife';
import own from '../collect/content/own?script&iife';
import salesforce from '../collect/content/salesforce?script&iife';
import sampler from '../collect/content/sample?script&iife';
import { type Script, scriptsFor } from '../collect/sites.ts';
import { isAllowed, originsAllowed } from '../contract/policy.ts';
import { isPaused } from '../contract/settings.ts';
import type { Database } from '../db/database.ts';
import { loadPolicy, loadSettings } from '../db/load.ts';
import type { Reply, SampleReply } from '../messages.ts';

/* Where the content script runs: on the hosts that the user enabled, and once where the icon was clicked. */

/** A pattern for one host, without its port, for not every browser takes one. */
export const patternOf = (url: string): string => `${new URL(url).protocol}//${new URL(url).hostname}/*`;

const FILES: Record<Script, string> = { salesforce, hubspot, own };

export async function look(db: Database, tab: number): Promise<Reply> {
  if (isPaused(await loadSettings(db), Date.now())) return {};
  try {
    const { url } = await chrome.tabs.get(tab);
    if (url && !isAllowed(new URL(url).hostname, await loadPolicy(db))) return {};
    const files = scriptsFor(url ? new URL(url).hostname : '*').map((script) => FILES[script]);
    await chrome.scripting.executeScript({ target: { tabId: tab }, files });
    return {};
  } catch (error) {
    // A page of the browser itself, or a shop's: nobody may read it, and nothing is wrong.
    return { error: String(error) };
  }
}

/** The sampler comes into a tab only when a sample is asked for. */
export async function sampleIn(tab: number): Promise<SampleReply> {
  try {
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: [sampler] });
    return { sample: await chrome.tabs.sendMessage(tab, { type: 'sample' }) };
  } catch (error) {
    return { error: String(error) };
  }
}

/**
 * The hosts that were granted one by one, as far as the organisation allows them; the wide patterns of the manifest are
 * never asked for.
 */
async function granted(db: Database): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return originsAllowed(origins, await loadPolicy(db));
}

export async function registerContent(db: Database): Promise<void> {
  const patterns = isPaused(await loadSettings(db), Date.now()) ? [] : await granted(db);
  const wanted = (Object.keys(FILES) as Script[]).flatMap((id) => {
    const matches = patterns.filter((p) => scriptsFor(p.split('/')[2] ?? '*').includes(id));
    const script = { id, js: [FILES[id]], matches, runAt: 'document_idle' as const, allFrames: false };
    return matches.length > 0 ? [script] : [];
  });
  await chrome.scripting.unregisterContentScripts();
  await chrome.scripting.registerContentScripts(wanted);
}

export async function enterOpenTabs(db: Database, origins: string[]): Promise<void> {
  const tabs = origins.length > 0 ? await chrome.tabs.query({ url: origins }) : [];
  await Promise.all(tabs.map((tab) => tab.id !== undefined && look(db, tab.id)));
}

/** Tabs without a script of ours do not answer; that is no fault. */
export async function tellTabs(type: 'pause' | 'read', tabs?: chrome.tabs.Tab[]): Promise<void> {
  const told = tabs ?? (await chrome.tabs.query({}));
  await Promise.allSettled(told.map(({ id }) => id !== undefined && chrome.tabs.sendMessage(id, { type })));
}

/** What runs in tabs is told to stop, and nothing new is let in. */
export async function halt(): Promise<void> {
  await Promise.all([tellTabs('pause'), chrome.scripting.unregisterContentScripts()]);
}

/** Once permissions are gone: what they were for stops at once, and the faces know that it did. */
export async function leaveTabs(): Promise<void> {
  const isEnabled = ({ url }: chrome.tabs.Tab) =>
    url ? chrome.permissions.contains({ origins: [patternOf(url)] }).catch(() => false) : false;
  const tabs = await chrome.tabs.query({});
  const mayStay = await Promise.all(tabs.map(isEnabled));
  const left = tabs.filter((_, i) => !mayStay[i]);
  await tellTabs('pause', left);
  const states = await chrome.storage.session.get(left.map(({ id }) => `tab:${id}`));
  const off = Object.entries(states).map(([key, state]) => [key, { ...(state as object), enabled: false }]);
  await chrome.storage.session.set(Object.fromEntries(off));
}

/** Scripts where the user enabled them; none while all is paused, which may end by the clock. */
export async function goOnUnlessPaused(db: Database): Promise<void> {
  const settings = await loadSettings(db);
  await chrome.alarms.clear('resume');
  if (!isPaused(settings, Date.now())) {
    await registerContent(db);
    return enterOpenTabs(db, await granted(db));
  }
  await halt();
  if (typeof settings.paused === 'number') await chrome.alarms.create('resume', { when: settings.paused });
}
