import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { importHistory } from '../../src/db/history.ts';
import { stage, unstage } from '../../src/db/staging.ts';
import { tally } from '../tally.ts';
import { fakeBrowser } from './browser.ts';

/* What is kept beside the database goes with it: roll-ups, notices, what tabs showed, files on their way in. */

const hidden = vi.fn();
vi.mock('../../src/background/scripts.ts', () => ({ registerContent: vi.fn(), goOnUnlessPaused: vi.fn() }));
vi.mock('../../src/background/chips.ts', () => ({
  ...{ showChips: vi.fn(), openFace: vi.fn(), hideChips: vi.fn() },
  hideChip: hidden,
}));
const { local, session } = fakeBrowser();
const standing = new Map<string, unknown>();
const notifications = {
  getAll: async () => Object.fromEntries(standing),
  clear: async (id: string) => standing.delete(id),
};
const managed = { get: async () => ({}) };
Object.assign(chrome, { notifications });
Object.assign(chrome.storage, { managed });
const { forgetAll, forgetOne } = await import('../../src/background/forget.ts');
const { refresh } = await import('../../src/background/keep.ts');
const { keepStanding } = await import('../../src/show/stand.ts');

const NAME = 'Ana Pop';
const org = 'crm:test';
const NOW = Date.now();
let db: Database;

/** Two who wait, one of them to be forgotten, and every trace that they leave. */
beforeEach(async () => {
  await Promise.all([local.clear(), session.clear()]);
  standing.clear();
  await db?.delete();
  db = new Database();
  const lead = (id: string, name: string) => ({
    org,
    id,
    name,
    outcome: 'open' as const,
    createdAt: NOW - 60_000,
  });
  const leads = [lead('L1', NAME), { ...lead('L2', 'Tom Becker'), owner: NAME }];
  const head = { format: 'fourfold-history' as const, version: 1 as const, exportedAt: NOW };
  const settings = { me: { names: [NAME] } };
  await importHistory(db, { ...head, ...noRecords(), leads, settings }, NOW);
  await refresh(db);
  await keepStanding(db, NOW);
  const told = { org, kind: 'lead', raisedAt: NOW };
  await local.set({
    told: [
      { ...told, id: 'L1', breach: NOW },
      { ...told, id: 'L2', early: NOW, reasons: [{ at: NOW, reason: `waiting for ${NAME}` }] },
    ],
    panel: { rep: NAME, picks: ['win-rate'] },
    texts: { language: 'en', version: '1', messages: { some_key: `as a word: ${NAME}` } },
  });
  const coverage = {
    ...{ seen: {}, announced: {}, complete: true, collapsed: 0, filter: null },
    ...{ locale: 'en', timeZone: 'UTC', readAt: NOW },
  };
  const page = {
    org,
    page: 'p',
    url: 'https://crm.test/',
    adapter: 'odoo',
    unread: [],
    people: [],
    coverage,
  };
  const tab = (sighting: object) => ({
    ...{ enabled: true, origin: 'https://crm.test/*' },
    sighting: { ...page, kind: 'record', ...sighting },
  });
  await session.set({
    'tab:1': tab({ subject: { kind: 'lead', id: 'L1' } }),
    'tab:2': tab({ people: ['Tom Becker'] }),
    'tab:3': tab({ people: [NAME] }),
    'tab:4': tab({ kind: 'list', shown: [{ kind: 'lead', id: 'L1' }] }),
    'sheet:1': NAME,
    'sheet:2': 'Tom Becker',
    figures: JSON.stringify({ named: { 'crm:test/deal/D1': NAME } }),
  });
  for (const about of [
    { org, kind: 'lead', id: 'L1' },
    { org, kind: 'lead', id: 'L2', name: NAME },
    { many: 'early' },
  ])
    standing.set(JSON.stringify(about), {});
  await stage({ leads: [{ name: NAME }] });
});

const kept = () => {
  const { texts: _, ...rest } = local.values;
  return JSON.stringify([rest, session.values, [...standing.keys()]]);
};

describe('one person', () => {
  it('is found in no storage any more, and nobody else is missed', async () => {
    expect(kept()).toContain(NAME);
    await forgetOne(db, [NAME]);
    const isLeft = kept().includes(NAME) || kept().includes('L1');
    tally('forgotten-storage', {
      what: 'places beside the database that named a forgotten person',
      tried: 10,
      leaked: isLeft ? 1 : 0,
    });
    expect(kept()).not.toContain(NAME);
    expect(kept()).not.toContain('L1');
    expect(Object.keys(session.values).sort()).toEqual(['figures-dropped', 'sheet:2', 'tab:2']);
    expect(hidden.mock.calls.map(([tab]) => tab).sort()).toEqual([1, 3, 4]);
    expect(local.values.panel).toEqual({ picks: ['win-rate'] });
    expect(local.values.told).toEqual([
      { org, kind: 'lead', id: 'L2', raisedAt: NOW, early: NOW, reasons: [] },
    ]);
    expect(local.values.texts).toBeDefined();
    expect(await unstage()).toBeUndefined();
    // The roll-up is there again, of the one who still waits.
    expect(JSON.stringify(local.values.glance)).toContain('Tom Becker');
  });
});

it('of everything nothing is left but an empty roll-up', async () => {
  await forgetAll(db);
  expect(Object.keys(local.values)).toEqual(['glance']);
  expect(JSON.stringify(local.values)).not.toMatch(/Ana|Tom|L1|L2/);
  expect(session.values).toEqual({ 'figures-dropped': expect.any(Number) });
  expect(standing.size).toBe(0);
  for (const table of db.tables) expect(await table.count(), table.name).toBe(0);
  expect(await unstage()).toBeUndefined();
});
