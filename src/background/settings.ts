import { policyFrom } from '../contract/policy.ts';
import { isPaused, RETENTION_DAYS, settings as settingsSchema } from '../contract/settings.ts';
import type { Database } from '../db/database.ts';
import { loadSettings, ownSettings, savePolicy, saveSettings } from '../db/load.ts';
import { purge } from '../db/retention.ts';
import { countProblem } from '../db/store.ts';
import { calendarOf } from '../metrics/clock.ts';
import { KPIS } from '../metrics/kpis.ts';
import { dropFigures } from '../show/panel/kept.ts';
import { showChips } from './chips.ts';
import { isClockSteady } from './clock.ts';
import { changed, changeShown } from './keep.ts';
import { reviseTold } from './notices.ts';
import { makeRoomInTime } from './room.ts';
import { goOnUnlessPaused, halt } from './scripts.ts';

/* What the user and the organisation lay down. */

/** Changes these; a key that is null goes back to its default. Returns why it was refused. */
export async function changeSettings(
  db: Database,
  patch: Record<string, unknown>,
): Promise<string | undefined> {
  const why = await changeShown(db, async (shown) => {
    // One after the other: of two patches at once the second must know what the first did.
    const why = await navigator.locks.request('settings', () => saved(shown, patch));
    if (why === undefined && 'paused' in patch) await goOnUnlessPaused(shown);
    return why;
  });
  if (why === undefined) await showChips(db);
  return why;
}

async function saved(db: Database, patch: Record<string, unknown>): Promise<string | undefined> {
  const merged = { ...(await ownSettings(db)), ...patch };
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
  await saveSettings(db, parsed.data);
  return undefined;
}

/** What managed storage lays down. What of it is wrong is counted and ignored; Firefox refuses where there is none. */
export async function obey(db: Database): Promise<void> {
  const managed = await chrome.storage.managed.get().catch(() => ({}));
  const { policy, faults } = policyFrom(managed, Object.keys(KPIS));
  for (const { key, why } of faults) await countProblem(db, `policy: ${key}`, why, Date.now());
  if (await savePolicy(db, policy)) await dropFigures();
}

/** Once a day: deletes what was not seen for longer than it may be kept, and a day has left the period and one come in. */
export async function retain(db: Database): Promise<void> {
  const now = Date.now();
  const { retentionDays = RETENTION_DAYS } = await loadSettings(db);
  if (await isClockSteady(now))
    await navigator.locks.request('settings', () => purge(db, now - retentionDays * 864e5));
  await dropFigures();
  await reviseTold((all) => stillKept(db, all));
  await makeRoomInTime(db, now);
  await changed(db);
}

/** Those whose record is still kept. */
async function stillKept<T extends { org: string; kind: 'lead' | 'deal'; id: string }>(
  db: Database,
  all: readonly T[],
): Promise<T[]> {
  const found = await Promise.all(
    all.map(({ org, kind, id }) => (kind === 'lead' ? db.leads : db.deals).get([org, id])),
  );
  return all.filter((_, i) => found[i] !== undefined);
}
