import type { Database } from '../db/database.ts';
import { rollUpOldest } from '../db/room.ts';
import { countProblem } from '../db/store.ts';

/** Room (bytes) below which old activities are rolled up before anything is refused. */
const LOW = 50e6;

/** Makes room by what is missed least, and says so in data health. Returns whether there was any. */
export async function makeRoom(db: Database, now: number): Promise<boolean> {
  const count = await rollUpOldest(db, now).catch(() => 0);
  // Even that may find no room any more.
  if (count > 0) await countProblem(db, 'rolled up', 'low space', now, count).catch(() => undefined);
  return count > 0;
}

/** Once a day, before the disk is full. A browser that does not tell how much there is asks for nothing. */
export async function makeRoomInTime(db: Database, now: number): Promise<void> {
  const { quota, usage } = (await navigator.storage?.estimate()) ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < LOW) await makeRoom(db, now);
}
