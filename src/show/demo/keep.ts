import { Dexie } from 'dexie';
import type { Database } from '../../db/database.ts';
import { rollUp } from '../roll-up.ts';
import { standAt } from '../stand.ts';
import { DEMO, DEMO_CHOICES } from './kept.ts';

/** The roll-ups of the invented team, as the background keeps those of the real records. `now` in epoch ms. */
export async function keepDemo(db: Database, now: number): Promise<void> {
  const demo = { glance: await rollUp(db, now), standing: await standAt(db, now) };
  await chrome.storage.local.set({ demo });
}

/** Leaves nothing of it behind. */
export async function leaveDemo(): Promise<void> {
  await chrome.storage.local.remove(['demo', DEMO_CHOICES]);
  await Dexie.delete(DEMO);
}
