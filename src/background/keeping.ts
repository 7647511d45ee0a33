import { parseHistory } from '../contract/history.ts';
import { isAllowed, policyFrom } from '../contract/policy.ts';
import { isPaused, RETENTION_DAYS } from '../contract/settings.ts';
import type { Database } from '../db/database.ts';
import { importHistory } from '../db/history.ts';
import { loadPolicy, loadSettings, savePolicy } from '../db/load.ts';
import { purge } from '../db/retention.ts';
import { unstage } from '../db/staging.ts';
import { countProblem } from '../db/store.ts';
import { KPIS } from '../metrics/kpis.ts';

/* What an organisation lays down, how long records are kept, and files that are taken in. */

const DAY = 24 * 60;

/** Takes what managed storage holds; what of it is wrong is counted and ignored. Firefox refuses where there is none. */
export async function obey(db: Database): Promise<boolean> {
  const managed = await chrome.storage.managed.get().catch(() => ({}));
  const { policy, faults } = policyFrom(managed, Object.keys(KPIS));
  for (const { key, why } of faults) await countProblem(db, `policy: ${key}`, why, Date.now());
  return savePolicy(db, policy);
}

/** Hears of another policy; Firefox reads it anew at its next start. */
export const followPolicy = (db: Database, then: () => Promise<unknown>): void =>
  chrome.storage.onChanged.addListener(async (_changes, area) => {
    if (area === 'managed' && (await obey(db))) await then();
  });

/** Whether pages of this address may be read now: nothing is paused, and the organisation allows the host. */
export async function mayRead(db: Database, url: string): Promise<boolean> {
  const isPausing = isPaused(await loadSettings(db), Date.now());
  return !isPausing && isAllowed(new URL(url).hostname, await loadPolicy(db));
}

/** Once a day, from a while after the start on. */
export const tidyDaily = (): Promise<void> =>
  chrome.alarms.create('tidy', { delayInMinutes: 5, periodInMinutes: DAY });

/** Deletes what was not seen for longer than it is kept. Returns whether there was any. */
export async function tidy(db: Database, now: number): Promise<boolean> {
  const { retentionDays = RETENTION_DAYS } = await loadSettings(db);
  return purge(db, now - retentionDays * 864e5);
}

/** What a face read from files and left for us: whole or not at all. Why it was refused, or nothing. */
export async function takeIn(db: Database, now: number): Promise<string | undefined> {
  const { value, faults = [] } = parseHistory(await unstage());
  const [fault] = faults;
  if (!value) return fault ? `${fault.where} ${fault.why}` : 'nothing to import';
  await importHistory(db, value, now);
  return undefined;
}
