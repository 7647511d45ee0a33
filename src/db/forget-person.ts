import type { Table } from 'dexie';
import { sighting } from '../contract/coverage.ts';
import { records } from '../contract/records.ts';
import { dropWithTheirRows } from './contradictions.ts';
import type { Database } from './database.ts';
import { dropRecords, type RecordKey } from './drop.ts';
import { ownSettings, saveSettings } from './load.ts';
import { isNamedIn, type Mentions, mentionsOf, without } from './mention.ts';
import { isAbout, type Own, ownRecords, TABLES, validSettings } from './person.ts';
import { markAll } from './summaries.ts';

/** What went, and how many rows lost a name. */
export interface Forgotten extends Own {
  named: number;
}

/**
 * Deletes the leads and customers of these names with all that happened on them, and takes the names out of everything
 * else: a field that names the person goes, and a row that cannot be without that field goes whole.
 */
export async function forgetPerson(db: Database, names: readonly string[]): Promise<Forgotten> {
  const mentions = mentionsOf(names);
  return db.transaction('rw', db.tables, async () => {
    const own = await ownRecords(db, names);
    await dropRecords(db, 'lead', own.leads);
    await db.customers.bulkDelete(own.customers);
    await unlink(db, own);
    let named = 0;
    for (const name of TABLES)
      named += await takeOut(db[name] as Table, records.shape[name].def.element, mentions);
    named += await takeOut(db.sightings, sighting, mentions);
    await db.problems.filter((row) => isNamedIn(row, mentions)).delete();
    await db.contradictions.filter((row) => isNamedIn(row, mentions)).delete();
    await dropWithTheirRows(db);
    await forgetInSettings(db, mentions);
    await markAll(db);
    return { ...own, named };
  });
}

/** What points at a record that is gone points at nobody; what was the person's alone goes. */
async function unlink(db: Database, { leads, customers }: Own): Promise<void> {
  await db.leads
    .where('[org+mergedInto]')
    .anyOf(leads)
    .modify((row) => {
      delete row.mergedInto;
    });
  await db.deals
    .where('[org+lead]')
    .anyOf(leads)
    .modify((row) => {
      delete row.lead;
    });
  const isTheirs = isOf(customers);
  await db.tickets.filter(isTheirs).delete();
  await db.deals.filter(isTheirs).modify((row) => {
    delete row.customer;
  });
  await db.sightings.filter((one) => isAbout(one, leads)).delete();
  await db.sightings
    .filter(({ org, shown = [] }) => shown.some((subject) => isAbout({ org, subject }, leads)))
    .modify((one) => {
      one.shown = one.shown?.filter((subject) => !isAbout({ org: one.org, subject }, leads));
    });
}

function isOf(
  customers: readonly RecordKey[],
): (row: { org: string; customer?: string | undefined }) => boolean {
  const keys = new Set(customers.map((key) => JSON.stringify(key)));
  return ({ org, customer }) => keys.has(JSON.stringify([org, customer]));
}

/** `schema` says what a row cannot be without. Returns how many rows named the person. */
async function takeOut(
  table: Table,
  schema: { safeParse: (row: unknown) => { success: boolean } },
  mentions: Mentions,
): Promise<number> {
  const named = await table.filter((row) => isNamedIn(row, mentions)).primaryKeys();
  const rows = await table.bulkGet(named);
  const left = rows.map((row) => without(row, mentions));
  const isWhole = left.map((row) => schema.safeParse(row).success);
  await table.bulkPut(left.filter((_, i) => isWhole[i]));
  await table.bulkDelete(named.filter((_, i) => !isWhole[i]));
  return named.length;
}

/** A setting that cannot be without the name goes back to its default. */
async function forgetInSettings(db: Database, mentions: Mentions): Promise<void> {
  const own = await ownSettings(db);
  if (!isNamedIn(own, mentions)) return;
  await saveSettings(db, validSettings(without(own, mentions) as object));
}
