import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../src/contract/coverage.ts';
import type { History } from '../../src/contract/history.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { importHistory } from '../../src/db/history.ts';
import { loadPolicy, loadSettings, ownSettings, savePolicy, saveSettings } from '../../src/db/load.ts';
import { purge } from '../../src/db/retention.ts';
import { stage, unstage } from '../../src/db/staging.ts';
import { tally } from '../tally.ts';

/* How long records are kept, what an organisation lays down, and files on their way in. */

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

describe('what goes by its own age', () => {
  const BEFORE = NOW - 400 * DAY;
  const page = (id: string, readAt: number): Sighting => ({
    ...{
      org,
      page: id,
      url: `https://crm.test/${id}`,
      adapter: 'odoo',
      kind: 'list',
      unread: [],
      people: [],
    },
    coverage: {
      ...{ seen: {}, announced: {}, complete: true, collapsed: 0, filter: null },
      ...{ locale: 'en', timeZone: 'UTC', readAt },
    },
  });

  it('leads and deals, to the millisecond', async () => {
    const db = fresh();
    const [old, kept] = [{ seenAt: BEFORE - 1 }, { seenAt: BEFORE }];
    await db.leads.bulkPut([
      { ...lead('old'), ...old },
      { ...lead('new'), ...kept },
    ]);
    await db.deals.bulkPut([
      { ...deal('old'), ...old },
      { ...deal('new'), ...kept },
    ]);
    await purge(db, BEFORE);
    expect((await idsOf(db)).slice(0, 2)).toEqual([['new'], ['new']]);
  });

  it('pages and problems, to the millisecond', async () => {
    const db = fresh();
    await db.sightings.bulkPut([page('old', BEFORE - 1), page('new', BEFORE)]);
    const problem = (key: string, lastAt: number) => ({ key, what: key, why: '', count: 1, lastAt });
    await db.problems.bulkPut([problem('old', BEFORE - 1), problem('new', BEFORE)]);
    expect(await purge(db, BEFORE)).toBe(true);
    expect((await db.sightings.toArray()).map((one) => one.page)).toEqual(['new']);
    expect((await db.problems.toArray()).map(({ key }) => key)).toEqual(['new']);
  });

  it('what happened on a record that was never seen itself', async () => {
    const db = await holding(
      [500, { activities: [call('1', 'lead', 'unseen'), call('2', 'lead', 'seen')] }],
      [1, { leads: [lead('seen')], activities: [call('3', 'lead', 'unseen')] }],
    );
    await purge(db, BEFORE);
    expect((await idsOf(db))[2]).toEqual(['2', '3']);
  });

  it('why a check of a deal was put aside, with the deal', async () => {
    const db = await holding([500, { deals: [deal('gone')] }], [1, { deals: [deal('there')] }]);
    const snooze = (id: string) => ({
      ...{ deal: `${org}/deal/${id}`, check: 'no-next-step', until: '2027-01-01' },
      reason: `Ana is away (${id})`,
    });
    await saveSettings(db, { currency: 'EUR', snoozes: [snooze('gone'), snooze('there')] });
    await purge(db, BEFORE);
    expect(await ownSettings(db)).toEqual({ currency: 'EUR', snoozes: [snooze('there')] });
  });

  it('whatever a history holds, nothing that is older is left but what happened on records that stay', async () => {
    let tried = 0;
    let left = 0;
    const age = fc.integer({ min: 0, max: 800 });
    const id = fc.constantFrom('1', '2', '3', '4');
    const row = fc.record({ id, on: id, age });
    const plan = fc.record({ leads: fc.array(row), deals: fc.array(row), hanging: fc.array(row), days: age });
    await fc.assert(
      fc.asyncProperty(plan, async ({ leads, deals, hanging, days }) => {
        const db = fresh();
        const seen = (of: { age: number }) => ({ seenAt: NOW - of.age * DAY });
        await db.leads.bulkPut(leads.map((one) => ({ ...lead(one.id, { deal: one.on }), ...seen(one) })));
        await db.deals.bulkPut(deals.map((one) => ({ ...deal(one.id), ...seen(one) })));
        const hung = hanging.map((one, i) => ({ one, id: `${i}`, ...seen(one) }));
        await db.activities.bulkPut(
          hung.map(({ one, id, seenAt }) => ({ ...call(id, 'lead', one.on), seenAt })),
        );
        await db.stageChanges.bulkPut(
          hung.map(({ one, id, seenAt }) => ({ org, id, deal: one.on, to: 'Offer', at: NOW, seenAt })),
        );
        await db.quotes.bulkPut(hung.map(({ one, id, seenAt }) => ({ org, id, deal: one.on, seenAt })));
        await db.tickets.bulkPut(hung.map(({ id, seenAt }) => ({ org, id, openedAt: NOW, seenAt })));
        const before = NOW - days * DAY;
        await purge(db, before);
        const dealsLeft = new Set((await db.deals.toArray()).map((one) => one.id));
        const leadsLeft = await db.leads.toArray();
        const over = [
          ...(await db.deals.toArray()).filter(({ seenAt }) => seenAt < before),
          ...leadsLeft.filter(({ seenAt, deal = '' }) => seenAt < before && !dealsLeft.has(deal)),
          ...(await db.activities.toArray()).filter(
            ({ seenAt, on }) => seenAt < before && !leadsLeft.some((one) => one.id === on.id),
          ),
          ...(await db.stageChanges.toArray()).filter(
            (one) => one.seenAt < before && !dealsLeft.has(one.deal),
          ),
          ...(await db.quotes.toArray()).filter((one) => one.seenAt < before && !dealsLeft.has(one.deal)),
          ...(await db.tickets.toArray()).filter(({ seenAt }) => seenAt < before),
        ];
        tried += leads.length + deals.length + 4 * hanging.length;
        left += over.length;
        await db.delete();
        expect(over).toEqual([]);
      }),
      { numRuns: 60 },
    );
    tally('retention', {
      what: 'rows of invented histories, of which those that are too old must go',
      tried,
      leaked: left,
    });
  });
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
