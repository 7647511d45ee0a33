import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../src/contract/history.ts';
import { parseHistory } from '../../src/contract/history.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { exportHistory, importHistory } from '../../src/db/history.ts';
import { anyRecords } from '../metrics/arbitrary.ts';

const NOW = Date.parse('2026-04-02T09:00:00Z');
let count = 0;
const fresh = () => new Database(`history-${++count}`);

const fileOf = (records: Partial<Records>, exportedAt = NOW): History => ({
  format: 'fourfold-history',
  version: 1,
  exportedAt,
  ...noRecords(),
  ...records,
  settings: { timeZone: 'Europe/Bucharest' },
});
/** IndexedDB gives rows back in the order of their keys. */
const inOrder = (history: History) => ({
  ...history,
  ...Object.fromEntries(
    (Object.keys(noRecords()) as (keyof Records)[]).map((name) => [
      name,
      [...history[name]].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  ),
});

describe('a History file', () => {
  it('comes back as it went in, and a second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const file = JSON.parse(JSON.stringify(fileOf(records)));
        const db = fresh();
        for (let i = 0; i < 2; i++) await importHistory(db, parseHistory(file).value as History, NOW);
        expect(inOrder(JSON.parse(JSON.stringify(await exportHistory(db, NOW))))).toEqual(inOrder(file));
        await db.delete();
      }),
      { numRuns: 20 },
    );
  });

  const deal = { org: 'crm:test', id: 'D1', outcome: 'open' } as const;
  const imported = async (...files: History[]) => {
    const db = fresh();
    for (const file of files) await importHistory(db, file, NOW);
    return exportHistory(db, NOW);
  };

  it('that is older than what is known adds what was not seen, and takes nothing back', async () => {
    const newer = fileOf({ deals: [{ ...deal, stage: 'Proposal' }] }, NOW);
    const older = fileOf({ deals: [{ ...deal, stage: 'New', owner: 'Ana' }] }, NOW - 1000);
    const expected = [{ ...deal, stage: 'Proposal', owner: 'Ana' }];
    expect((await imported(newer, older)).deals).toEqual(expected);
    expect((await imported(older, newer)).deals).toEqual(expected);
  });

  it('keeps the settings that are there', async () => {
    const other = { ...fileOf({}), settings: { timeZone: 'UTC' } };
    expect((await imported(fileOf({}), other)).settings).toEqual({ timeZone: 'Europe/Bucharest' });
  });
});
