import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { History } from '../../src/contract/history.ts';
import type { Reading } from '../../src/contract/interpret.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { forgetPerson } from '../../src/db/forget-person.ts';
import { importHistory } from '../../src/db/history.ts';
import { savePolicy, saveSettings } from '../../src/db/load.ts';
import { purge } from '../../src/db/retention.ts';
import { store } from '../../src/db/store.ts';
import { lookAt } from '../../src/show/roll-up.ts';
import { anyRecords } from '../metrics/arbitrary.ts';
import { tally } from '../tally.ts';
import { FAULTS, type Fault, withFault } from './faults.ts';

/*
 * A write that is ended at any of its requests leaves what was there, byte by byte, and done again comes to what it
 * would have come to at once. What a fault shows again: FOURFOLD_SEED=… npx vitest run --project unit test/db/loss.test.ts
 */

const SEED = Number(process.env.FOURFOLD_SEED ?? 20260401);
const RUNS = Number(process.env.FOURFOLD_RUNS ?? 15);
const NOW = Date.parse('2026-04-02T09:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const counts = { tried: 0, lost: 0, wrong: 0 };
afterAll(() =>
  tally('loss-writes', { what: 'writes ended at one of their requests, or without room', ...counts }),
);

let made = 0;
const fresh = () => new Database(`loss-${++made}`);
const dump = async (db: Database): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(await Promise.all(db.tables.map(async (t) => [t.name, await t.toArray()] as const)));

const org = 'crm:test';
const on = { kind: 'deal', id: 'D1' } as const;
const lead = (id: string, more = {}) => ({ org, id, outcome: 'open' as const, ...more });
const call = (id: string, more = {}) => ({
  ...{ org, id, on, kind: 'call' as const, direction: 'out' as const, state: 'done' as const },
  ...{ at: NOW - HOUR, ...more },
});
/** Some of everything. */
const first: Partial<Records> = {
  leads: [lead('L1', { name: 'Ana Pop', deal: 'D1' }), lead('L2', { owner: 'Bo', createdAt: NOW - 5 * DAY })],
  deals: [{ org, id: '~x', derived: true, name: 'Fleet', stage: 'New', owner: 'Ana', outcome: 'open' }],
  activities: [
    call('A1', { on: { kind: 'deal', id: '~x' } }),
    call('A2', { on: { kind: 'lead', id: 'L1' } }),
  ],
  stageChanges: [{ org, id: 'S1', deal: '~x', to: 'New', at: [NOW - DAY, NOW] }],
  quotes: [{ org, id: 'Q1', deal: '~x', sentAt: NOW }],
  tickets: [{ org, id: 'T1', openedAt: NOW }],
};
/** The deal's id becomes known, it moved and was handed on, and a lead and a call are told otherwise than before. */
const second: Partial<Records> = {
  leads: [lead('L2', { owner: 'Chi', createdAt: NOW - 2 * DAY })],
  deals: [{ org, id: 'D1', name: 'Fleet', stage: 'Won', owner: 'Ana', outcome: 'won', amount: 5 }],
  activities: [call('A1', { direction: 'in' }), call('A3')],
  stageChanges: [{ org, id: 'S2', deal: 'D1', from: 'New', to: 'Won', at: NOW }],
  tickets: [{ org, id: 'T1', openedAt: NOW, rating: 4 }],
};

const readingOf = (rows: Partial<Records>, readAt: number, page: string): Reading => ({
  records: { ...noRecords(), ...rows },
  sighting: {
    ...{ org, page, url: 'https://crm.test/1', adapter: 'test', kind: 'record', unread: [], people: [] },
    coverage: {
      ...{ seen: {}, announced: {}, complete: true, collapsed: 0, filter: null },
      ...{ locale: 'en', timeZone: 'UTC', readAt },
    },
  },
});
const fileOf = (rows: Partial<Records>): History => ({
  ...{ format: 'fourfold-history', version: 1, exportedAt: NOW, ...noRecords(), ...rows },
  settings: { currency: 'EUR' },
});

/** Everything that writes into the history. */
const writes: Record<string, (db: Database) => Promise<unknown>> = {
  'a page read': (db) => store(db, readingOf(second, NOW + HOUR, 'deal/D1'), NOW + HOUR),
  'a file taken in': (db) => importHistory(db, fileOf(second), NOW + HOUR),
  'records that are too old': (db) => purge(db, NOW + 1),
  'a person forgotten': (db) => forgetPerson(db, ['Ana Pop']),
  'settings saved': (db) => saveSettings(db, { currency: 'EUR' }),
  'a policy laid down': (db) => savePolicy(db, { settings: { retentionDays: 30 }, locked: [] }),
  'the roll-up renewed': (db) => lookAt(db, NOW + HOUR),
};

const filled = async (): Promise<Database> => {
  const db = fresh();
  await store(db, readingOf(first, NOW, 'deal/D1'), NOW);
  return db;
};

describe.each(Object.keys(writes))('%s', (name) => {
  const write = writes[name] as (db: Database) => Promise<unknown>;

  it.each(FAULTS)(
    'is whole or not at all, wherever it ends, and comes whole the next time (%s)',
    async (fault) => {
      const whole = await filled();
      const before = await dump(whole);
      await write(whole);
      const after = await dump(whole);
      expect(after).not.toEqual(before);
      const db = await filled();
      for (let at = 1; ; at++) {
        const { struck, outcome } = await withFault(fault, at, () => write(db));
        if (!struck) {
          expect(outcome.status).toBe('fulfilled');
          break;
        }
        counts.tried += 1;
        // Who asked is told, and so asks again.
        if (outcome.status !== 'rejected') counts.wrong += 1;
        expect(outcome.status, `${fault} ${at}`).toBe('rejected');
        const now = await dump(db);
        if (JSON.stringify(now) !== JSON.stringify(before)) counts.lost += 1;
        expect(now, `${fault} ${at}`).toEqual(before);
      }
      expect(await dump(db)).toEqual(after);
      // Ended after the transaction, before the answer: it is sent once more.
      if (name !== 'settings saved') await write(db);
      expect(await dump(db)).toEqual(after);
      await Promise.all([whole.delete(), db.delete()]);
    },
  );
});

interface Step {
  records: Records;
  page: string;
  /** How often it is ended before it comes through, and where. */
  ends: { fault: Fault; at: number }[];
  /** The answer got lost: it is sent again though it was kept. */
  twice: boolean;
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    records: anyRecords,
    page: fc.constantFrom('list/1', 'deal/D1', 'lead/L1'),
    ends: fc.array(fc.record({ fault: fc.constantFrom(...FAULTS), at: fc.integer({ min: 1, max: 120 }) }), {
      maxLength: 3,
    }),
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

it('any pages in any order come to the same, however often their writing is ended and repeated', async () => {
  const property = fc.asyncProperty(steps, async (all) => {
    const [calm, stormy] = [fresh(), fresh()];
    for (const [i, { records, page, ends, twice }] of all.entries()) {
      const at = NOW + i * HOUR;
      const reading = readingOf({ ...records, customers: [] }, at, page);
      await store(calm, reading, at);
      const confirmed = await dump(stormy);
      for (const { fault, at: request } of ends) {
        const { struck } = await withFault(fault, request, () => store(stormy, reading, at));
        if (!struck) break;
        counts.tried += 1;
        expect(await dump(stormy)).toEqual(confirmed);
      }
      await store(stormy, reading, at);
      if (twice) await store(stormy, reading, at);
    }
    expect(await dump(stormy)).toEqual(await dump(calm));
    await Promise.all([calm.delete(), stormy.delete()]);
  });
  await fc.assert(property, { seed: SEED, numRuns: RUNS }).catch((error: unknown) => {
    counts.wrong += 1;
    throw error;
  });
});

it('pages of many tabs and three accounts at once are all there, each once', async () => {
  const db = fresh();
  const accounts = ['salesforce:acme', 'salesforce:beta', 'hubspot:1'];
  const readings = Array.from({ length: 20 }, (_, i) => {
    const account = accounts[i % 3] ?? '';
    const deal = { org: account, id: `D${i % 7}`, name: `Deal ${i % 7}`, outcome: 'open' as const };
    const told = { ...call(`A${i}`, { org: account, on: { kind: 'deal', id: deal.id } }) };
    const reading = readingOf({ deals: [deal], activities: [told] }, NOW + i, `deal/${i}`);
    return { ...reading, sighting: { ...reading.sighting, org: account } };
  });
  // The database is not open yet when they come, and every one comes twice.
  await Promise.all([...readings, ...readings].map((reading) => store(db, reading, NOW)));
  const wanted = new Set(readings.flatMap(({ records }) => records.deals.map((d) => `${d.org} ${d.id}`)));
  expect((await db.deals.toArray()).map((d) => `${d.org} ${d.id}`).sort()).toEqual([...wanted].sort());
  const calls = await db.activities.toArray();
  expect(calls).toHaveLength(20);
  for (const { org: account, id } of calls) expect(account).toBe(accounts[Number(id.slice(1)) % 3]);
  await db.delete();
});
