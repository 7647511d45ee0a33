import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { purge } from '../../src/db/retention.ts';
import { store } from '../../src/db/store.ts';
import { reportOf } from '../../src/metrics/report.ts';
import { anyRecords, TO } from '../metrics/arbitrary.ts';
import { tally } from '../tally.ts';

/*
 * Two accounts whose records have the same ids and names, read in turn. What is kept and worked out of one is what it
 * would be if the other had never been seen. FOURFOLD_SEED=… tries others.
 */

const SEED = Number(process.env.FOURFOLD_SEED ?? 20260401);
const HOUR = 3_600_000;
const ORGS: [own: string, other: string][] = [
  ['salesforce:acme', 'salesforce:acme--uat'],
  ['csv:a', 'csv:a lead'],
  ['odoo:crm.example.com', 'espocrm:crm.example.com'],
];
const counts = { tried: 0, wrong: 0 };
afterAll(() => tally('accounts', { what: 'rows kept of one account while another was read', ...counts }));

let made = 0;
const fresh = () => new Database(`accounts-${++made}`);

/** Lists of some CRMs show no ids: every third record has none at first, all have names, and duplicates are merged. */
function named(isFirst: boolean, records: Records): Records {
  const idOf = (id: string) => (isFirst && /^[LD]\d*[037]$/.test(id) ? `~${id}` : id);
  const own = <T extends { id: string; outcome: string }>(rows: T[]): T[] =>
    rows.map((row) => ({
      ...{ ...row, ...(row.outcome === 'duplicate' && row.id !== 'L0' ? { mergedInto: 'L0' } : {}) },
      ...{ name: `Record ${row.id}`, id: idOf(row.id) },
      ...(idOf(row.id) === row.id ? {} : { derived: true as const }),
    }));
  const on = <T extends { on: { kind: 'lead' | 'deal'; id: string } }>(rows: T[]): T[] =>
    rows.map((row) => ({ ...row, on: { ...row.on, id: idOf(row.on.id) } }));
  const deal = <T extends { deal: string }>(rows: T[]): T[] =>
    rows.map((row) => ({ ...row, deal: idOf(row.deal) }));
  return {
    ...{ ...records, leads: own(records.leads), deals: own(records.deals) },
    ...{ activities: on(records.activities), ownerChanges: on(records.ownerChanges) },
    ...{ stageChanges: deal(records.stageChanges), quotes: deal(records.quotes) },
  };
}

const of = (org: string, records: Records): Records =>
  Object.fromEntries(
    Object.entries(records).map(([name, rows]) => [name, rows.map((row: object) => ({ ...row, org }))]),
  ) as unknown as Records;

const see = (db: Database, org: string, records: Records, at: number) =>
  store(
    db,
    {
      records: of(org, records),
      sighting: {
        ...{
          org,
          page: 'p',
          url: 'https://crm.test/',
          adapter: 'test',
          unread: [],
          people: [],
          kind: 'list',
        },
        coverage: {
          ...{ seen: {}, announced: {}, complete: true, collapsed: 0, filter: null },
          ...{ locale: 'en', timeZone: 'UTC', readAt: at },
        },
      },
    },
    at,
  );

/** All rows of one account, by table. */
async function rowsOf(db: Database, org: string): Promise<[table: string, rows: object[]][]> {
  const own = db.tables.filter(({ schema }) => schema.primKey.src.startsWith('[org+'));
  return Promise.all(
    own.map(
      async (table): Promise<[string, object[]]> => [
        table.name,
        (await table.toArray()).filter((row) => row.org === org),
      ],
    ),
  );
}

const pair = fc.tuple(anyRecords, anyRecords);

it.each(ORGS)('%s stores the same whether %s is read in between or not', async (own, other) => {
  await fc.assert(
    fc.asyncProperty(pair, pair, async (first, second) => {
      const [alone, both] = [fresh(), fresh()];
      for (const [i, [ours, theirs]] of [first, second].entries()) {
        const at = TO + i * HOUR;
        const [seen, foreign] = [named(i === 0, ours), named(i === 0, theirs)];
        await see(both, other, foreign, at - 2 * HOUR);
        for (const db of [alone, both]) await see(db, own, seen, at);
        if (i > 0) await see(both, other, named(false, theirs), at + HOUR / 2);
      }
      // What each was seen with at first alone goes.
      for (const db of [alone, both]) await purge(db, TO + HOUR / 4);
      const expected = await rowsOf(alone, own);
      counts.tried += expected.reduce((sum, [, rows]) => sum + rows.length, 0);
      counts.wrong++;
      expect(await rowsOf(both, own)).toEqual(expected);
      counts.wrong--;
      for (const db of [alone, both]) await db.delete();
    }),
    { seed: SEED, numRuns: 15, endOnFailure: true },
  );
});

it.each(ORGS)('%s is graded the same whether %s is there or not', (own, other) => {
  fc.assert(
    fc.property(pair, ([ours, theirs]) => {
      const [mine, foreign] = [of(own, named(false, ours)), of(other, named(false, theirs))];
      const both = Object.fromEntries(
        Object.entries(mine).map(([name, rows]) => [name, [...foreign[name as keyof Records], ...rows]]),
      ) as unknown as Records;
      const gradesOf = (records: Records) =>
        Object.entries(reportOf(records, {}, { asOf: TO }).fourP.leads).filter(([key]) =>
          key.startsWith(`${own}/`),
        );
      const expected = gradesOf(mine);
      expect(Object.fromEntries(gradesOf(both))).toEqual(Object.fromEntries(expected));
    }),
    { seed: SEED, numRuns: 100 },
  );
});
