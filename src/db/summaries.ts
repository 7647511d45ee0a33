import type { Subject } from '../contract/records.ts';
import type { Database, Summary } from './database.ts';

export type Where = { org: string } & Subject;

/** The records whose summary is no longer true: it is due at once. In the transaction that changes them. */
export const mark = (db: Database, changed: readonly Where[]): Promise<unknown> =>
  db.summaries.bulkPut(changed.map(({ org, kind, id }): Summary => ({ org, kind, id, until: 0 })));

/** All of them: a setting or a rule was changed. */
export async function markAll(db: Database): Promise<void> {
  await db.transaction('rw', [db.leads, db.deals, db.summaries], async () => {
    const keysOf = async (kind: 'lead' | 'deal') => {
      const keys = (await (kind === 'lead' ? db.leads : db.deals).toCollection().primaryKeys()) as string[][];
      return keys.map(([org = '', id = '']): Where => ({ org, kind, id }));
    };
    await db.summaries.clear();
    await mark(db, [...(await keysOf('lead')), ...(await keysOf('deal'))]);
  });
}

/** Summaries that time or a change has made untrue. */
export const due = (db: Database, now: number): Promise<Where[]> =>
  db.summaries.where('until').belowOrEqual(now).toArray();
