import type { Table } from 'dexie';
import { isExact } from '../contract/moment.ts';
import type { OwnerChange, StageChange } from '../contract/records.ts';
import { superseded } from './changes.ts';
import type { Stored, Telling } from './database.ts';
import { isTranslated } from './telling.ts';

/** The index under which the changes of one record stand, and its key there. */
export const byDeal = (c: StageChange) => ['[org+deal]', [c.org, c.deal]] as const;
export const bySubject = (c: OwnerChange) => ['[org+on.kind+on.id]', [c.org, c.on.kind, c.on.id]] as const;

/** Changes that the page tells of; each takes the place of what was only noticed of it. */
export async function storeChanges<T extends StageChange | OwnerChange>(
  table: Table<Stored<T>>,
  seen: T[],
  sameRecord: (change: T) => readonly [index: string, key: readonly string[]],
  telling: Telling,
  now: number,
): Promise<boolean> {
  let changed = false;
  const { locale } = telling;
  for (const change of seen) {
    const [index, key] = sameRecord(change);
    const known = await table
      .where(index)
      .equals([...key])
      .toArray();
    if (known.some((c) => c.id === change.id || isInOtherWords(c, change, telling))) continue;
    const vaguer = superseded<T>(change, known);
    await table.bulkDelete(vaguer.map((c) => [c.org, c.id]));
    await table.put({ ...change, seenAt: now, ...(locale && { told: { locale } }) });
    changed = true;
  }
  return changed;
}

/** Without an id of the CRM's own, a change told in another language is known by its minute. */
const isInOtherWords = <T extends StageChange | OwnerChange>(
  known: Stored<T>,
  change: T,
  telling: Telling,
): boolean =>
  known.derived === true &&
  change.derived === true &&
  isExact(change.at) &&
  known.at === change.at &&
  isTranslated(known.told, telling);
