import type { Table } from 'dexie';
import type { Quote, Ticket } from '../contract/records.ts';
import { contradictedService, dated, keepContradictions } from './contradictions.ts';
import type { Database, Stored } from './database.ts';
import { mergeService, SEEN_EVERY, same } from './merge.ts';
import type { At } from './store.ts';

/** Merges the tickets or quotes of one reading; returns whether anything changed. Runs in the transaction of `store`. */
export async function storeServices<T extends Ticket | Quote>(
  db: Database,
  table: Table<Stored<T>, [string, string]>,
  seen: T[],
  { now, clock }: At,
): Promise<boolean> {
  const known = await table.bulkGet(seen.map((row) => [row.org, row.id]));
  let changed = false;
  const rows = seen.flatMap((row, i): Stored<T>[] => {
    const { seenAt: stamp, ...old } = known[i] ?? {};
    // A stamp from the future was made by another clock.
    const seenAt = stamp === undefined ? undefined : stamp > clock ? 0 : stamp;
    const merged = seenAt === undefined ? row : mergeService(old as T, row, now < seenAt);
    const isNew = seenAt === undefined || !same(old, merged);
    changed ||= isNew;
    return isNew || now - seenAt > SEEN_EVERY ? [{ ...merged, seenAt: Math.max(now, seenAt ?? now) }] : [];
  });
  const contradicted = seen.flatMap((row, i) => {
    const old = known[i];
    return old ? dated(contradictedService(old, row), Math.min(old.seenAt, now)) : [];
  });
  await keepContradictions(db, contradicted, now);
  if (rows.length > 0) await table.bulkPut(rows);
  return changed;
}
