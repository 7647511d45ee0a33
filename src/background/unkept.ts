import type { Reading } from '../contract/interpret.ts';
import { end } from '../contract/moment.ts';
import type { Database } from '../db/database.ts';
import { store } from '../db/store.ts';
import { type Trouble, troubleOf } from '../db/trouble.ts';
import { UNKEPT, type Unkept } from '../messages.ts';
import { makeRoom } from './room.ts';

/** A page that waits so long (ms) for the database waits for a tab that holds it. */
const PATIENCE = 3000;

/**
 * Keeps a reading; returns whether anything changed. What cannot be kept is said in the faces until it is: in session
 * storage, which needs no disk. The error goes on, so that the page gets no answer and sends it again.
 */
export async function keep(db: Database, reading: Reading): Promise<boolean> {
  const { org, page, coverage } = reading.sighting;
  const key = `${UNKEPT}${org} ${page}`;
  const say = (trouble: Trouble) => {
    const unkept: Unkept = { ...trouble, at: Date.now() };
    return chrome.storage.session.set({ [key]: unkept });
  };
  const waits = setTimeout(() => say({ why: 'locked', text: '' }), PATIENCE);
  const write = async () => {
    // After a failure it stays closed until somebody opens it.
    if (!db.isOpen()) await db.open();
    return store(db, reading, end(coverage.readAt), Date.now());
  };
  try {
    const changed = await write().catch(async (error: unknown) => {
      if (troubleOf(error).why !== 'full' || !(await makeRoom(db, Date.now()))) throw error;
      return write();
    });
    clearTimeout(waits);
    await chrome.storage.session.remove(key);
    return changed;
  } catch (error) {
    clearTimeout(waits);
    await say(troubleOf(error));
    throw error;
  }
}
