import type { Transaction } from 'dexie';
import type { Subject } from '../contract/records.ts';
import type { Database, Summary } from './database.ts';

export type Where = { org: string } & Subject;

/** The records whose summary is no longer true: it is due at once. In the transaction that changes them. */
export function mark(db: Database, changed: readonly Where[]): Promise<unknown> {
  // A reading tells of one record many times over.
  const once = new Map(
    changed.map(({ org, kind, id }) => [JSON.stringify([org, kind, id]), { org, kind, id }]),
  );
  return db.summaries.bulkPut([...once.values()].map((where): Summary => ({ ...where, until: 0 })));
}

/** All of them: a setting or a rule was changed. */
export const markAll = (db: Database): Promise<void> =>
  db.transaction('rw', [db.leads, db.deals, db.summaries], (tx) => markAllIn(tx));

/** The same within a transaction, such as that of an upgrade. */
export async function markAllIn(tx: Transaction): Promise<void> {
  const summaries = tx.table<Summary>('summaries');
  await summaries.clear();
  for (const kind of ['lead', 'deal'] as const) {
    const keys = (await tx.table(`${kind}s`).toCollection().primaryKeys()) as unknown as string[][];
    await summaries.bulkPut(keys.map(([org = '', id = '']) => ({ org, kind, id, until: 0 })));
  }
}

/** Summaries that time or a change has made untrue. */
export const due = (db: Database, now: number): Promise<Where[]> =>
  db.summaries.where('until').belowOrEqual(now).toArray();

/** Something was changed and nobody worked it out yet: whoever wanted to was ended before. */
export const isMarked = async (db: Database): Promise<boolean> =>
  (await db.summaries.where('until').equals(0).count()) > 0;

/** When time alone makes the next of them untrue (epoch ms, perhaps past); `undefined` when it never will. */
export const nextDue = async (db: Database): Promise<number | undefined> =>
  (await db.summaries.orderBy('until').first())?.until;
