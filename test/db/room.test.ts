import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { History } from '../../src/contract/history.ts';
import type { Activity } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { exportHistory, importHistory } from '../../src/db/history.ts';
import { rollUpOldest } from '../../src/db/room.ts';
import { reportOf } from '../../src/metrics/report.ts';
import { anyRecords } from '../metrics/arbitrary.ts';

const SEED = Number(process.env.FOURFOLD_SEED ?? 20260401);
const RUNS = Number(process.env.FOURFOLD_RUNS ?? 20);
const NOW = Date.parse('2026-06-01T09:00:00Z');
const DAY = 864e5;
const settings = { timeZone: 'UTC', costs: [] };

let made = 0;
async function holding(records: Partial<History>): Promise<Database> {
  const db = new Database(`room-${++made}`);
  const none = {
    leads: [],
    deals: [],
    activities: [],
    stageChanges: [],
    ownerChanges: [],
    quotes: [],
    tickets: [],
  };
  const head = {
    format: 'fourfold-history' as const,
    version: 1 as const,
    exportedAt: NOW,
    customers: [],
    settings,
  };
  await importHistory(db, { ...head, ...none, ...records }, NOW);
  return db;
}
const act = (id: string, over: Partial<Activity> = {}): Activity => ({
  ...{ org: 'crm:test', id, on: { kind: 'lead', id: 'L0' }, kind: 'call', direction: 'out', state: 'done' },
  ...{ at: NOW - 100 * DAY, ...over },
});

it('rolling up changes no figure at all', async () => {
  const property = fc.asyncProperty(anyRecords, async (records) => {
    const db = await holding(records);
    const figures = async () => {
      const { coverage: _, ...report } = reportOf(await exportHistory(db, NOW), settings, {
        asOf: NOW,
        period: [NOW - 160 * DAY, NOW],
      });
      return report;
    };
    const before = await figures();
    await rollUpOldest(db, NOW);
    expect(await figures()).toEqual(before);
    await db.delete();
  });
  await fc.assert(property, { seed: SEED, numRuns: RUNS });
});

it('takes what was noted and the titles of old touches; what is young, planned or known by its title stays', async () => {
  const activities = [
    act('note', { kind: 'note' }),
    act('system', { kind: 'system', direction: 'none' }),
    act('call', { subject: 'Intro' }),
    act('young', { kind: 'note', at: NOW - DAY }),
    act('young-call', { subject: 'Intro', at: NOW - DAY }),
    act('planned', { subject: 'Later', state: 'planned' }),
    act('derived', { subject: 'Intro', derived: true }),
  ];
  const db = await holding({ activities });
  expect(await rollUpOldest(db, NOW)).toBe(3);
  const kept = (await db.activities.toArray()).map(({ id, subject }) => [id, subject]);
  expect(kept).toEqual([
    ['call', undefined],
    ['derived', 'Intro'],
    ['planned', 'Later'],
    ['young', undefined],
    ['young-call', 'Intro'],
  ]);
  expect(await rollUpOldest(db, NOW)).toBe(0);
  await db.delete();
});
