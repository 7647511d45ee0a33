import { interpret, type Reading } from '../contract/interpret.ts';
import { isAllowed } from '../contract/policy.ts';
import type { Raw } from '../contract/raw.ts';
import { isPaused } from '../contract/settings.ts';
import type { Database } from '../db/database.ts';
import { loadPolicy, loadSettings } from '../db/load.ts';
import { isMarked } from '../db/summaries.ts';
import type { PageReply, TabState } from '../messages.ts';
import { showChip } from './chips.ts';
import { caughtUp } from './keep.ts';
import { keep, opened } from './unkept.ts';

/** Where a reading came from. */
type From = { tab: number | undefined; origin: string; enabled: boolean };

/** Interprets a page, keeps it where its CRM is enabled, and shows it in either case. */
export async function readPage(db: Database, raw: Raw, { tab, origin, enabled }: From): Promise<PageReply> {
  const settings = await loadSettings(await opened(db));
  if (isPaused(settings, Date.now())) return { live: false };
  if (!isAllowed(new URL(raw.url).hostname, await loadPolicy(db))) return { live: false };
  const reading = interpret(raw, { me: settings.me?.names ?? [], zone: settings.timeZone });
  const failed = enabled ? await kept(db, reading) : undefined;
  const state: TabState = {
    enabled,
    origin,
    sighting: reading.sighting,
    ...(enabled && !failed ? {} : { preview: reading.records }),
  };
  if (tab !== undefined) {
    await chrome.storage.session.set({ [`tab:${tab}`]: state });
    // The page need not wait for it, and goes on where it cannot be shown.
    showChip(db, tab).catch(() => undefined);
  }
  // What could not be kept is shown all the same, and gets no answer.
  if (failed) throw failed.error;
  return { live: enabled };
}

/** Keeps a reading and what is worked out of it; what came in the way, if anything did. */
async function kept(db: Database, reading: Reading): Promise<{ error: unknown } | undefined> {
  try {
    const isNews = await keep(db, reading);
    // A worker that was ended between the two left the second to whoever comes next.
    if (!isNews && !(await isMarked(db))) return undefined;
  } catch (error) {
    return { error };
  }
  await caughtUp(db);
  return undefined;
}
