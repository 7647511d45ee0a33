import { policyFrom } from '../contract/policy.ts';
import { isPaused, RETENTION_DAYS, settings as settingsSchema } from '../contract/settings.ts';
import { Database } from '../db/database.ts';
import { loadSettings, ownSettings, savePolicy, saveSettings } from '../db/load.ts';
import { purge } from '../db/retention.ts';
import { countProblem } from '../db/store.ts';
import { calendarOf } from '../metrics/clock.ts';
import { KPIS } from '../metrics/kpis.ts';
import { keepDemo } from '../show/demo/keep.ts';
import { DEMO, isDemo } from '../show/demo/kept.ts';
import { showChips } from './chips.ts';
import { changed } from './keep.ts';
import { goOnUnlessPaused, halt } from './scripts.ts';

/* What the user and the organisation lay down. */

/** Changes these; a key that is null goes back to its default. Returns why it was refused. */
export async function changeSettings(
  db: Database,
  patch: Record<string, unknown>,
): Promise<string | undefined> {
  const demo = (await isDemo()) ? new Database(DEMO) : undefined;
  const target = demo ?? db;
  const merged = { ...(await ownSettings(target)), ...patch };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = settingsSchema.safeParse(kept);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'not understood';
  try {
    calendarOf(parsed.data);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  // What is paused stops before anything else is done.
  if (isPaused(parsed.data, Date.now())) await halt();
  await saveSettings(target, parsed.data);
  if ('paused' in patch) await goOnUnlessPaused(target);
  if (demo) await keepDemo(demo, Date.now());
  else await changed(db, { isUrgent: true });
  demo?.close();
  await showChips(db);
  return undefined;
}

/** What managed storage lays down. What of it is wrong is counted and ignored; Firefox refuses where there is none. */
export async function obey(db: Database): Promise<void> {
  const managed = await chrome.storage.managed.get().catch(() => ({}));
  const { policy, faults } = policyFrom(managed, Object.keys(KPIS));
  for (const { key, why } of faults) await countProblem(db, `policy: ${key}`, why, Date.now());
  await savePolicy(db, policy);
}

/** Deletes what was not seen for longer than it may be kept. */
export async function retain(db: Database): Promise<void> {
  const { retentionDays = RETENTION_DAYS } = await loadSettings(db);
  if (await purge(db, Date.now() - retentionDays * 864e5)) await changed(db);
}
