import type { Table } from 'dexie';
import type { History } from '../contract/history.ts';
import { noRecords, type Records } from '../contract/records.ts';
import { type Settings, settings } from '../contract/settings.ts';
import type { Database } from './database.ts';
import { keyIn, type RecordKey } from './drop.ts';
import { ownSettings } from './load.ts';
import { isNamedIn, isOneOf, mentionsOf, only } from './mention.ts';

type Row = { org: string; id: string };
type TableName = keyof Records;
export const TABLES = Object.keys(noRecords()) as TableName[];

export interface Own {
  leads: RecordKey[];
  customers: RecordKey[];
}

/** The records that are the person: leads and customers of one of these names. */
export async function ownRecords(db: Database, names: readonly string[]): Promise<Own> {
  const isTheirs = isOneOf(names);
  const [leads, customers] = await Promise.all([
    db.leads.filter(({ name }) => isTheirs(name)).toArray(),
    db.customers.filter(({ name }) => isTheirs(name)).toArray(),
  ]);
  return { leads: leads.map(keyIn), customers: customers.map(keyIn) };
}

/** What concerns a person, as a History file has it, with the pages and the contradictions that name them. */
export interface Personal extends History {
  sightings: unknown[];
  contradictions: unknown[];
}

/**
 * Everything that concerns the person of these names: the records that are theirs, what hangs on these, and whatever
 * else names them, be it as owner, as the one who called, or within a text. `now` in epoch ms.
 */
export async function exportPerson(db: Database, names: readonly string[], now: number): Promise<Personal> {
  const mentions = mentionsOf(names);
  return db.transaction(
    'r',
    [...TABLES.map((name) => db[name]), db.sightings, db.contradictions, db.settings],
    async () => {
      const own = await ownRecords(db, names);
      const isTheirs = await aboutThem(db, own);
      const rows = await Promise.all(
        TABLES.map((name) =>
          (db[name] as Table<Row & { seenAt: number }>)
            .filter((row) => isTheirs(name, row) || isNamedIn(row, mentions))
            .toArray(),
        ),
      );
      const found = TABLES.map((name, i) => [name, (rows[i] ?? []).map(({ seenAt: _, ...row }) => row)]);
      const sightings = await db.sightings
        .filter((one) => isNamedIn(one, mentions) || isAbout(one, own.leads))
        .toArray();
      const tickets = new Set(rows[TABLES.indexOf('tickets')]?.map((row) => textOf(keyIn(row))));
      const contradictions = await db.contradictions
        .filter(
          (one) =>
            isNamedIn(one, mentions) ||
            isAbout({ org: one.org, subject: one.on }, own.leads) ||
            (one.table === 'tickets' && tickets.has(textOf(keyIn(one)))),
        )
        .toArray();
      return {
        format: 'fourfold-history',
        version: 1,
        exportedAt: now,
        ...(Object.fromEntries(found) as Records),
        settings: validSettings(only(await ownSettings(db), mentions) ?? {}),
        // A list names others, too; of each page only that it was read, and when, concerns this person.
        sightings: sightings.map(({ org, page, url, coverage: { readAt } }) => ({ org, page, url, readAt })),
        contradictions,
      };
    },
  );
}

const textOf = (key: readonly unknown[]): string => JSON.stringify(key);

/** Whether a row is the person's own, the deal or ticket that came of it, or happened on one of these. */
async function aboutThem(db: Database, own: Own): Promise<(table: TableName, row: Row) => boolean> {
  const [leads, customers] = [own.leads, own.customers].map((keys) => new Set(keys.map(textOf)));
  const became = (await db.leads.bulkGet(own.leads)).flatMap((lead) =>
    lead?.deal === undefined ? [] : [textOf([lead.org, lead.deal])],
  );
  const theirs = await db.deals
    .filter(
      ({ org, lead, customer }) =>
        !!leads?.has(textOf([org, lead])) || !!customers?.has(textOf([org, customer])),
    )
    .toArray();
  const deals = new Set([...became, ...theirs.map((deal) => textOf(keyIn(deal)))]);
  const records = { lead: leads, deal: deals };
  return (table, row) => {
    const { org, id, on, deal, customer } = row as Row & Refers;
    if (on) return !!records[on.kind]?.has(textOf([org, on.id]));
    if (table === 'leads') return !!leads?.has(textOf([org, id]));
    if (table === 'deals') return deals.has(textOf([org, id]));
    if (table === 'customers') return !!customers?.has(textOf([org, id]));
    return deals.has(textOf([org, deal])) || !!customers?.has(textOf([org, customer]));
  };
}

interface Refers {
  on?: { kind: 'lead' | 'deal'; id: string };
  deal?: string;
  customer?: string;
}

/** Those that are still settings when a part of them was taken out. */
export const validSettings = (left: object): Settings =>
  Object.fromEntries(
    Object.entries(left).filter(([key, value]) => settings.safeParse({ [key]: value }).success),
  );

/** Whether a page is that of one of these leads. */
export const isAbout = (
  { org, subject }: { org: string; subject?: { kind: string; id: string } | undefined },
  leads: readonly RecordKey[],
): boolean => subject?.kind === 'lead' && leads.some(([o, id]) => o === org && id === subject.id);
