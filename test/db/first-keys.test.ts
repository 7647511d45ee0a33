import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Lead } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { firstKeys } from '../../src/db/first-keys.ts';

let db: Database;
beforeEach(async () => {
  db = new Database(`first-${Math.random()}`);
  const lead = (org: string, i: number): Lead => ({ org, id: `L${10_000 + i}`, outcome: 'open' });
  const leads = ['crm:a', 'crm:b', 'crm:c'].flatMap((org) =>
    Array.from({ length: 2100 }, (_, i) => lead(org, i)),
  );
  await db.leads.bulkPut(leads.map((row) => ({ ...row, seenAt: 0 })));
});
afterEach(() => db.delete());

const isOne =
  (...ids: string[]) =>
  ({ id }: Lead) =>
    ids.includes(id);

it('finds rows in every thousand, in order', async () => {
  const found = await firstKeys(db.leads, isOne('L10000', 'L12099'), 9);
  expect(found).toEqual(
    ['a', 'b', 'c'].flatMap((org) => ['L10000', 'L12099'].map((id) => [`crm:${org}`, id])),
  );
});

it('finds no more than so many, and those of one account alone', async () => {
  expect(await firstKeys(db.leads, () => true, 2, 'crm:b')).toEqual([
    ['crm:b', 'L10000'],
    ['crm:b', 'L10001'],
  ]);
  expect(await firstKeys(db.leads, isOne('L10999', 'L11000', 'L12099'), 9, 'crm:b')).toEqual([
    ['crm:b', 'L10999'],
    ['crm:b', 'L11000'],
    ['crm:b', 'L12099'],
  ]);
});
