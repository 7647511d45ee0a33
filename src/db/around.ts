import type { Table } from 'dexie';
import { type Deal, type Lead, noRecords, type Records } from '../contract/records.ts';
import type { Database } from './database.ts';
import type { Where } from './summaries.ts';

const keyOf = ({ org, kind, id }: Where): string => JSON.stringify([org, kind, id]);

/**
 * The records named with all that hang together with them (merged ones, the deal that a lead became, its lead) and what
 * happened on any of these: enough to work out each of `about` without the rest of the history.
 */
export async function loadAround(
  db: Database,
  named: readonly Where[],
): Promise<{ about: Where[]; records: Records }> {
  const tables = [db.leads, db.deals, db.activities, db.ownerChanges, db.stageChanges, db.quotes];
  return db.transaction('r', tables, async () => {
    const about = new Map<string, Where>();
    const leads: Lead[] = [];
    const deals: Deal[] = [];
    for (let next = [...named]; next.length > 0; ) {
      for (const where of next) about.set(keyOf(where), where);
      const found = await reachedFrom(db, next);
      const rows = [...found.leads.map(withWhere('lead')), ...found.deals.map(withWhere('deal'))];
      next = unknown([...rows, ...rows.flatMap(({ refers }) => refers)], about);
      leads.push(...found.leads);
      deals.push(...found.deals);
    }
    const keys = [...about.values()].map(({ org, kind, id }) => [org, kind, id]);
    const on = '[org+on.kind+on.id]';
    const dealKeys = deals.map(({ org, id }) => [org, id]);
    const [activities, ownerChanges, stageChanges, quotes] = await Promise.all([
      under(db.activities, on, keys),
      under(db.ownerChanges, on, keys),
      under(db.stageChanges, '[org+deal]', dealKeys),
      under(db.quotes, '[org+deal]', dealKeys),
    ]);
    const happened = { activities, ownerChanges, stageChanges, quotes };
    const records = { ...noRecords(), leads: once(leads), deals: once(deals), ...happened };
    return { about: [...about.values()], records };
  });
}

/** The rows of these records, and those that name one of them. */
async function reachedFrom(db: Database, from: readonly Where[]): Promise<{ leads: Lead[]; deals: Deal[] }> {
  const keysOf = (of: Where['kind']): [string, string][] =>
    from.filter(({ kind }) => kind === of).map(({ org, id }) => [org, id]);
  const [leadKeys, dealKeys] = [keysOf('lead'), keysOf('deal')];
  const [leads, deals] = await Promise.all([
    Promise.all([
      db.leads.bulkGet(leadKeys),
      under(db.leads, '[org+mergedInto]', leadKeys),
      under(db.leads, '[org+deal]', dealKeys),
    ]),
    Promise.all([
      db.deals.bulkGet(dealKeys),
      under(db.deals, '[org+mergedInto]', dealKeys),
      under(db.deals, '[org+lead]', leadKeys),
    ]),
  ]);
  return { leads: present(leads.flat()), deals: present(deals.flat()) };
}

/** The rows that stand under these keys of an index: one request a key, where a cursor would take one a row. */
export async function under<T>(
  table: Table<T, [string, string]>,
  index: string,
  keys: readonly (readonly string[])[],
): Promise<T[]> {
  const found = await Promise.all(
    keys.map((key) =>
      table
        .where(index)
        .equals([...key])
        .toArray(),
    ),
  );
  return found.flat();
}

const present = <T>(rows: readonly (T | undefined)[]): T[] => rows.filter((row) => row !== undefined);

const once = <T extends { org: string; id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [JSON.stringify([row.org, row.id]), row])).values(),
];

/** A row as a place, and the records that it names. */
const withWhere =
  (kind: Where['kind']) =>
  (row: Lead | Deal): Where & { refers: Where[] } => {
    const { org, id, mergedInto } = row;
    const refers: Where[] = mergedInto === undefined ? [] : [{ org, kind, id: mergedInto }];
    if ('deal' in row && row.deal !== undefined) refers.push({ org, kind: 'deal', id: row.deal });
    if ('lead' in row && row.lead !== undefined) refers.push({ org, kind: 'lead', id: row.lead });
    return { org, kind, id, refers };
  };

function unknown(all: readonly Where[], known: ReadonlyMap<string, Where>): Where[] {
  const fresh = new Map<string, Where>();
  for (const { org, kind, id } of all) {
    const key = keyOf({ org, kind, id });
    if (!known.has(key)) fresh.set(key, { org, kind, id });
  }
  return [...fresh.values()];
}
