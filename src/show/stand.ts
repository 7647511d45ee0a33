import * as z from 'zod/mini';
import type { Database } from '../db/database.ts';
import { settingsFor } from '../metrics/goal.ts';
import { factsOf } from '../metrics/scene.ts';
import { type Standing, standing, standingOf } from '../metrics/standing.ts';
import { wholeHistory } from './whole-history.ts';

/** How the user stands, or the team until the user is known, from the whole history. `now` in epoch ms. */
export async function standAt(db: Database, now: number): Promise<Standing> {
  const { records, settings } = await wholeHistory(db);
  const me = settings.me?.names[0] ?? null;
  return standingOf(factsOf(records, settingsFor(settings, me), now), me);
}

/** What stands under `standing` in extension storage. */
const kept = z.object({
  standing,
  /** Milliseconds that it took. */
  took: z.number(),
});

export function parsedStanding(value: unknown): Standing | undefined {
  const parsed = kept.safeParse(value);
  return parsed.success ? parsed.data.standing : undefined;
}

/** The whole history is gone through for no more than this share of the time. */
const SHARE = 0.05;

/** Keeps the standing up to date; when that would take too much time yet, an alarm named `standing` comes for it. */
export async function keepStanding(db: Database, now: number, isUrgent = false): Promise<void> {
  const parsed = kept.safeParse((await chrome.storage.local.get('standing')).standing);
  const due = parsed.success ? parsed.data.standing.asOf + parsed.data.took / SHARE : now;
  if (due > now && due - now < 864e5 && !isUrgent) {
    await chrome.alarms.create('standing', { when: due });
    return;
  }
  const from = performance.now();
  const standing = await standAt(db, now);
  await chrome.storage.local.set({ standing: { standing, took: performance.now() - from } });
}
