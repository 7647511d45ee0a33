import type { Reading } from '../contract/interpret.ts';
import { end } from '../contract/moment.ts';
import type { Raw } from '../contract/raw.ts';
import type { Database } from '../db/database.ts';
import { store } from '../db/store.ts';
import { type Trouble, troubleOf } from '../db/trouble.ts';
import { UNKEPT, type Unkept } from '../messages.ts';
import { makeRoom } from './room.ts';

/** A page that waits so long (ms) for the database waits for a tab that holds it. */
const PATIENCE = 3000;

/**
 * What a page's reading comes to. As long as it comes to nothing the faces say why: by session storage, which needs no
 * disk. The error goes on, so that the page gets no answer and sends it again.
 */
export async function saidUnlessKept<T>({ org, page }: Raw, run: () => Promise<T>): Promise<T> {
  const key = `${UNKEPT}${org} ${page}`;
  const say = (trouble: Trouble) => {
    const unkept: Unkept = { ...trouble, at: Date.now() };
    return chrome.storage.session.set({ [key]: unkept });
  };
  const waits = setTimeout(() => say({ why: 'locked', text: '' }), PATIENCE);
  try {
    const done = await run();
    clearTimeout(waits);
    await chrome.storage.session.remove(key);
    return done;
  } catch (error) {
    clearTimeout(waits);
    await say(troubleOf(error));
    throw error;
  }
}

/** After a failure it stays closed until somebody opens it. */
export const opened = async (db: Database): Promise<Database> => {
  if (!db.isOpen()) await db.open();
  return db;
};

/** Keeps a reading, if need be in the room of what is missed least; returns whether anything changed. */
export async function keep(db: Database, reading: Reading): Promise<boolean> {
  const now = Date.now();
  const write = async () => store(await opened(db), reading, end(reading.sighting.coverage.readAt), now);
  try {
    return await write();
  } catch (error) {
    if (troubleOf(error).why !== 'full' || !(await makeRoom(db, now))) throw error;
    return write();
  }
}
