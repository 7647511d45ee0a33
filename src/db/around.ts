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
      db.activities.where(on).anyOf(keys).toArray(),
      db.ownerChanges.where(on).anyOf(keys).toArray(),
      db.stageChanges.where('[org+deal]').anyOf(dealKeys).toArray(),
      db.quotes.where('[org+deal]').anyOf(dealKeys).toArray(),
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
      db.leads.where('[org+mergedInto]').anyOf(leadKeys).toArray(),
      db.leads.where('[org+deal]').anyOf(dealKeys).toArray(),
    ]),
    Promise.all([
      db.deals.bulkGet(dealKeys),
      db.deals.where('[org+mergedInto]').anyOf(dealKeys).toArray(),
      db.deals.where('[org+lead]').anyOf(leadKeys).toArray(),
    ]),
  ]);
  return { leads: present(leads.flat()), deals: present(deals.flat()) };
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
