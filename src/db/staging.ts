import { Dexie, type Table } from 'dexie';

/**
 * Where a face leaves what it read from files, for the background to take it in: a message could not carry it, and the
 * background alone writes the history.
 */
function open(): Dexie & { files: Table<unknown, string> } {
  const db = new Dexie('fourfold-import') as Dexie & { files: Table<unknown, string> };
  db.version(1).stores({ files: '' });
  return db;
}

const KEY = 'history';

export async function stage(history: unknown): Promise<void> {
  const db = open();
  try {
    await db.files.put(history, KEY);
  } finally {
    db.close();
  }
}

/** What was left, which is gone then. */
export async function unstage(): Promise<unknown> {
  const db = open();
  try {
    return await db.files.get(KEY);
  } finally {
    await db.delete();
  }
}
