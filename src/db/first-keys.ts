import { Dexie, type Table } from 'dexie';
import { keyIn, type RecordKey } from './drop.ts';

/** So many rows are read at once: a cursor, which a filter of the database's own takes, asks for each by itself. */
const CHUNK = 1000;

/** The keys of the first rows that `fits` is true of, at most so many; of one account, where it is named. */
export async function firstKeys<T extends { org: string; id: string }>(
  table: Table<T, RecordKey>,
  fits: (row: T) => boolean,
  most: number,
  org?: string,
): Promise<RecordKey[]> {
  const found: RecordKey[] = [];
  const end = org === undefined ? Dexie.maxKey : [org, Dexie.maxKey];
  for (let after: unknown = org === undefined ? Dexie.minKey : [org, Dexie.minKey]; ; ) {
    const rows = await table.where('[org+id]').between(after, end, false).limit(CHUNK).toArray();
    found.push(...rows.filter(fits).map(keyIn));
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK || found.length >= most) return found.slice(0, most);
    after = keyIn(last);
  }
}
