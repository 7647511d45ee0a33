import type { TabState } from '../messages.ts';
import type { Glance } from '../metrics/glance.ts';
import type { Standing } from '../metrics/standing.ts';
import { nothingYet, type Sources } from './first-view.ts';
import { speak, type Texts } from './text.ts';

/*
 * The first paint. What the browser keeps at hand is this version's own, for an update throws the rest away (see
 * background.ts): it is taken as it is, and live.ts, which comes right after, looks at it again.
 */

interface Kept {
  glance?: Glance;
  standing?: { standing: Standing };
  texts?: Texts & { version: string };
  demo?: { glance: Glance; standing: Standing };
}

/** Enough for the first paint, without the database. */
export async function atHand(): Promise<Sources> {
  const [tab, kept] = await Promise.all([activeTab(), keptAtHand()]);
  const state = tab.tab === undefined ? undefined : await stateAtHand(tab.tab);
  const texts = kept.texts?.version === chrome.runtime.getManifest().version ? kept.texts : undefined;
  speak(texts);
  const { glance, standing } = kept.demo ?? { glance: kept.glance, standing: kept.standing?.standing };
  return {
    ...nothingYet,
    ...tab,
    state,
    isDemo: kept.demo !== undefined,
    language: texts?.language,
    glance,
    standing,
  };
}

const keptAtHand = (): Promise<Kept> => chrome.storage.local.get(['glance', 'standing', 'texts', 'demo']);

async function stateAtHand(tab: number): Promise<TabState | undefined> {
  const key = `tab:${tab}`;
  return (await chrome.storage.session.get<Record<string, TabState>>(key))[key];
}

export async function activeTab(): Promise<Pick<Sources, 'tab' | 'window'>> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return { tab: named, window: undefined };
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return { tab: tab?.id, window: tab?.windowId };
}
