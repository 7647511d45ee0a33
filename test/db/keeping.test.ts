import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { History } from '../../src/contract/history.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { countOfPerson, forgetPerson } from '../../src/db/forget-person.ts';
import { importHistory } from '../../src/db/history.ts';
import { loadPolicy, loadSettings, ownSettings, savePolicy, saveSettings } from '../../src/db/load.ts';
import { purge } from '../../src/db/retention.ts';
import { stage, unstage } from '../../src/db/staging.ts';

/* How long records are kept, who may be forgotten, what an organisation lays down, and files on their way in. */

const NOW = Date.parse('2026-04-02T09:00:00Z');
const DAY = 86_400_000;
let count = 0;
const fresh = () => new Database(`keeping-${++count}`);

async function holding(...files: [ageInDays: number, records: Partial<Records>][]): Promise<Database> {
  const db = fresh();
  for (const [age, records] of files) {
    const exportedAt = NOW - age * DAY;
    const history: History = {
      ...{ format: 'fourfold-history', version: 1, exportedAt, settings: {} },
      ...{ ...noRecords(), ...records },
    };
    await importHistory(db, history, exportedAt);
  }
  return db;
}

const org = 'crm:test';
const lead = (id: string, more = {}) => ({ org, id, outcome: 'open' as const, ...more });
const deal = (id: string, more = {}) => ({ org, id, outcome: 'open' as const, ...more });
const call = (id: string, kind: 'lead' | 'deal', on: string) => ({
  ...{ org, id, on: { kind, id: on }, kind: 'call' as const, direction: 'out' as const },
  ...{ at: NOW - 500 * DAY, state: 'done' as const },
});
const idsOf = async (db: Database) => {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const tables = [db.leads, db.deals, db.activities, db.stageChanges, db.tickets] as const;
  return Promise.all(tables.map(async (table) => ids(await table.toArray())));
};

describe('records that were not seen for long', () => {
  it('go with all that happened on them; those that stay keep even their oldest call', async () => {
    const move = (id: string, of: string) => ({ org, id, deal: of, to: 'Offer', at: NOW });
    const ticket = (id: string) => ({ org, id, openedAt: NOW });
    const db = await holding(
      [
        500,
        {
          leads: [lead('old')],
          deals: [deal('gone')],
          activities: [call('1', 'lead', 'old'), call('2', 'lead', 'new'), call('3', 'deal', 'gone')],
          stageChanges: [move('s1', 'gone'), move('s2', 'there')],
          tickets: [ticket('t1')],
        },
      ],
      [1, { leads: [lead('new')], deals: [deal('there')], tickets: [ticket('t2')] }],
    );
    expect(await purge(db, NOW - 400 * DAY)).toBe(true);
    expect(await idsOf(db)).toEqual([['new'], ['there'], ['2'], ['s2'], ['t2']]);
    expect((await db.summaries.toArray()).map(({ id }) => id).sort()).toEqual(['new', 'there']);
    expect(await purge(db, NOW - 400 * DAY)).toBe(false);
  });

  it('stay while the deal that a lead became is still seen', async () => {
    const db = await holding(
      [500, { leads: [lead('L', { deal: 'D' }), lead('M', { deal: 'X' })] }],
      [1, { deals: [deal('D')] }],
    );
    await purge(db, NOW - 400 * DAY);
    expect((await idsOf(db))[0]).toEqual(['L']);
  });
});

it('one person is forgotten by name, however it is written, with what happened on the lead', async () => {
  const db = await holding([
    1,
    {
      leads: [lead('1', { name: 'Ana Pop' }), lead('2', { name: 'Ana Popa' })],
      activities: [call('a', 'lead', '1'), call('b', 'lead', '2')],
      customers: [{ org, id: 'c', name: 'ana pop ' }],
    },
  ]);
  // What is counted is what would go, however its letters are written.
  expect(await countOfPerson(db, 'Ａna Pop ')).toBe(2);
  expect(await forgetPerson(db, ' ana POP')).toBe(2);
  const [leads, , activities] = await idsOf(db);
  expect([leads, activities]).toEqual([['2'], ['b']]);
  expect(await db.customers.count()).toBe(0);
});

describe('an organisation’s policy', () => {
  const policy = { settings: { retentionDays: 30 }, locked: ['retentionDays' as const] };

  it('holds over what the user set, which is kept as it was', async () => {
    const db = fresh();
    await saveSettings(db, { retentionDays: 999, currency: 'EUR' });
    expect(await savePolicy(db, policy)).toBe(true);
    expect(await loadSettings(db)).toEqual({ retentionDays: 30, currency: 'EUR' });
    expect(await ownSettings(db)).toEqual({ retentionDays: 999, currency: 'EUR' });
    await savePolicy(db, { settings: {}, locked: [] });
    expect(await loadSettings(db)).toEqual({ retentionDays: 999, currency: 'EUR' });
  });

  it('has everything worked out anew when it changes, and only then', async () => {
    const db = await holding([1, { leads: [lead('L')] }]);
    await db.summaries.clear();
    await savePolicy(db, policy);
    expect(await db.summaries.count()).toBe(1);
    await db.summaries.clear();
    expect(await savePolicy(db, structuredClone(policy))).toBe(false);
    expect(await db.summaries.count()).toBe(0);
  });

  it('that says nothing is not kept', async () => {
    const db = fresh();
    expect(await savePolicy(db, { settings: {}, locked: [] })).toBe(false);
    expect(await loadPolicy(db)).toBeUndefined();
  });

  it('does not keep a file’s settings from being taken where the user has none', async () => {
    const db = fresh();
    await savePolicy(db, policy);
    const file: History = {
      ...{ format: 'fourfold-history', version: 1, exportedAt: NOW },
      ...noRecords(),
      settings: { currency: 'EUR' },
    };
    await importHistory(db, file, NOW);
    expect(await loadSettings(db)).toEqual({ retentionDays: 30, currency: 'EUR' });
  });
});

it('what is left for the background can be taken once', async () => {
  await stage({ leads: [1] });
  expect(await unstage()).toEqual({ leads: [1] });
  expect(await unstage()).toBeUndefined();
});
