import { Dexie } from 'dexie';
import { Database } from '../../db/database.ts';
import { importHistory } from '../../db/history.ts';
import { speakAsChosen } from '../kept-texts.ts';
import { keepDemo } from './keep.ts';
import { DEMO } from './kept.ts';
import { inventedTeam } from './team.ts';

/** Fills the store of the invented team, which is never that of the user's own records. `now` in epoch ms. */
export async function startDemo(now: number): Promise<void> {
  await Dexie.delete(DEMO);
  const db = new Database(DEMO);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const team = inventedTeam(now, timeZone);
  // Whoever looks at it goes on reading in the language that they chose.
  const language = await speakAsChosen();
  await importHistory(db, { ...team, settings: { ...team.settings, ...(language && { language }) } }, now);
  await keepDemo(db, now);
  db.close();
}
