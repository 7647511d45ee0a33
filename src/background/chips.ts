import { isAllowed } from '../contract/policy.ts';
import { isPaused } from '../contract/settings.ts';
import { loadAround } from '../db/around.ts';
import type { Database } from '../db/database.ts';
import { loadPolicy, loadSettings } from '../db/load.ts';
import { type Chip, type TabState, tabState } from '../messages.ts';
import type { RecordHistory } from '../metrics/histories.ts';
import file from '../show/chip/main?script&iife';
import { chipOf } from '../show/chip/texts.ts';
import { speakAsChosen } from '../show/kept-texts.ts';
import { shown } from '../show/shown.ts';
import { parsedStanding } from '../show/stand.ts';
import { openPanel } from '../show/tell.ts';
import { historiesAmong } from '../show/view.ts';

/** Says the chip of a tab anew, by what is known of its record now. One at a time, so that the newest is said last. */
export const showChip = (db: Database, tab: number): Promise<unknown> =>
  navigator.locks.request(`chip:${tab}`, async () => {
    const key = `tab:${tab}`;
    const parsed = tabState.safeParse((await chrome.storage.session.get(key))[key]);
    const chip = parsed.success ? await chipFor(db, parsed.data, Date.now()) : null;
    if ((await say(tab, chip)) || !chip) return;
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: [file] });
    await say(tab, chip);
  });

/** Those of all tabs: a setting was changed, or a permission. A tab that cannot be reached has none. */
export async function showChips(db: Database): Promise<void> {
  const tabs = Object.keys(await chrome.storage.session.get()).filter((key) => key.startsWith('tab:'));
  await Promise.allSettled(tabs.map((key) => showChip(db, Number(key.slice('tab:'.length)))));
}

export const hideChip = (tab: number): Promise<unknown> => say(tab, null);

export async function hideChips(): Promise<void> {
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.map((tab) => tab.id !== undefined && say(tab.id, null)));
}

/** Whether there is a script in the tab that took it. */
const say = (tab: number, chip: Chip | null): Promise<unknown> =>
  chrome.tabs.sendMessage(tab, { type: 'chip', chip }, { frameId: 0 }).catch(() => undefined);

/** `null` where none belongs: no record, no permission, switched off or paused. */
async function chipFor(db: Database, { sighting, origin }: TabState, now: number): Promise<Chip | null> {
  const { subject, org, kind, url } = sighting;
  const settings = {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(await loadSettings(db)),
  };
  const isWanted = settings.chip !== false && !isPaused(settings, now);
  if (!isWanted || kind !== 'record' || !subject) return null;
  if (!(await chrome.permissions.contains({ origins: [origin] }))) return null;
  if (!isAllowed(new URL(url).hostname, await loadPolicy(db))) return null;
  const where = { ...subject, org };
  const [history] = historiesAmong((await loadAround(db, [where])).records, [where]);
  if (!history || !isTimelineKnown(history, sighting)) return null;
  const { norms } = parsedStanding((await chrome.storage.local.get('standing')).standing) ?? {};
  const record = shown(history, settings, now, norms);
  await speakAsChosen();
  return chipOf(record, record.checks ?? [], { settings, now, url });
}

/** A page shows a record before what happened on it, or never: then nothing is said of it. */
const isTimelineKnown = ({ activities }: RecordHistory, { unread }: TabState['sighting']): boolean =>
  activities.length > 0 || !unread.some(({ field }) => /^(page|activity|activities)$/.test(field));

/** More of what a chip or a notice tells: the popup; where the browser opens none by itself, the panel. */
export async function openFace(windowId: number | undefined): Promise<void> {
  try {
    await chrome.action.openPopup(windowId === undefined ? {} : { windowId });
  } catch {
    if (windowId !== undefined) openPanel(windowId);
  }
}
