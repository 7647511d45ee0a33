import type { Table } from 'dexie';
import { definedOnly } from '../contract/clean.ts';
import type { History } from '../contract/history.ts';
import { end } from '../contract/moment.ts';
import { noRecords, type Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { Database, Stored } from './database.ts';
import { loadSettings, ownSettings, saveSettings } from './load.ts';
import { mergeActivity, mergeRecord, mergeService, same } from './merge.ts';
import { markAll } from './summaries.ts';

type TableName = keyof Records;
const TABLES = Object.keys(noRecords()) as TableName[];
type Row = { org: string; id: string };

/** All that is stored, as it stood at one moment: the rows as they are, and the settings that hold. */
export async function loadAll(db: Database): Promise<{ records: Records; settings: Settings }> {
  return db.transaction('r', [...TABLES.map((name) => db[name]), db.settings], async () => {
    const rows = await Promise.all(TABLES.map((name) => (db[name] as Table).toArray()));
    const tables = TABLES.map((name, i) => [name, rows[i]]);
    return { records: Object.fromEntries(tables) as Records, settings: await loadSettings(db) };
  });
}

/** The same as a History file has it (contract, section 2). `now` in epoch ms. */
export async function exportHistory(db: Database, now: number): Promise<History> {
  const { records, settings } = await loadAll(db);
  const told = TABLES.map((name) => [name, (records[name] as Stored<Row>[]).map(asTold)]);
  return {
    format: 'fourfold-history',
    version: 1,
    exportedAt: now,
    ...(Object.fromEntries(told) as Records),
    settings,
  };
}

/** A record without what is only known here: when it was seen, and how. */
const asTold = <T extends Row>({ seenAt: _, told: __, ...row }: Stored<T>) => row;

/**
 * Merges a History into what is stored, whole or not at all, its texts cleaned as a page's are; read twice, the second time changes nothing. A record that
 * was seen here after the file was written keeps what it has. Settings are taken only where there are none yet.
 * Errors are IndexedDB's (quota, closed).
 */
export async function importHistory(db: Database, history: History, now: number): Promise<void> {
  // A file from the future was written by another clock.
  const writtenAt = history.exportedAt === undefined ? now : Math.min(now, end(history.exportedAt));
  await db.transaction('rw', [...TABLES.map((name) => db[name]), db.settings, db.summaries], async () => {
    for (const name of TABLES)
      await importTable(db[name] as Table, name, (history[name] as Row[]).map(definedOnly), {
        writtenAt,
        now,
      });
    if (Object.keys(await ownSettings(db)).length === 0) await saveSettings(db, history.settings);
    await markAll(db);
  });
}

async function importTable(
  table: Table<Stored<Row>>,
  name: TableName,
  rows: readonly Row[],
  { writtenAt, now }: { writtenAt: number; now: number },
): Promise<void> {
  const known = await table.bulkGet(rows.map(({ org, id }) => [org, id]));
  const changed = rows.flatMap((row, i): Stored<Row>[] => {
    const old = known[i];
    if (!old) return [{ ...row, seenAt: writtenAt }];
    const seenAt = Math.min(old.seenAt, now);
    const before = asTold(old);
    if (same(before, row)) return [];
    const merged = mergeRow(name, before, row, writtenAt < seenAt);
    const { told } = old;
    const stamp = { seenAt: Math.max(seenAt, writtenAt), ...(told && { told }) };
    return same(before, merged) ? [] : [{ ...merged, ...stamp }];
  });
  if (changed.length > 0) await table.bulkPut(changed);
}

/** `isLate`: the file is older than what is stored, and only adds to it. */
function mergeRow(name: TableName, old: Row, row: Row, isLate: boolean): Row {
  const [first, second] = (isLate ? [row, old] : [old, row]) as [never, never];
  switch (name) {
    case 'leads':
    case 'deals':
      return mergeRecord(first, second, true);
    case 'activities':
      return mergeActivity(first, second);
    case 'tickets':
    case 'quotes':
      return mergeService(old as never, row as never, isLate);
    default:
      // A change of stage or owner is what it is; of a customer the newer file knows more.
      return isLate ? { ...row, ...old } : { ...old, ...row };
  }
}
