import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { forgetPerson } from '../../src/db/forget-person.ts';
import { importHistory } from '../../src/db/history.ts';
import { loadSettings, ownSettings, savePolicy } from '../../src/db/load.ts';
import { RUBRIC } from '../../src/metrics/rubric.ts';
import { fakeBrowser } from './browser.ts';

/* The user's own records and the invented team: what a face asks for is done to those that it shows. */

const halted = vi.fn(async () => undefined);
// Content scripts are plain files of the build.
vi.mock('../../src/background/scripts.ts', () => ({ halt: halted, goOnUnlessPaused: vi.fn() }));
vi.mock('../../src/background/chips.ts', () => ({ showChips: vi.fn(), openFace: vi.fn() }));
const { changeShown, refresh } = await import('../../src/background/keep.ts');
const { changeSettings, obey, retain } = await import('../../src/background/settings.ts');
const { keepDemo, leaveDemo } = await import('../../src/show/demo/keep.ts');
const { startDemo } = await import('../../src/show/demo/start.ts');
const { firstChoices } = await import('../../src/show/panel/choices.ts');
const { DEMO } = await import('../../src/show/demo/kept.ts');

const { local, session, alarm } = fakeBrowser();
const stored = local.values;
let db: Database;
const ana = { org: 'crm:test', id: 'L1', name: 'Ana', outcome: 'open' as const, createdAt: 1 };
const file = {
  ...{ format: 'fourfold-history' as const, version: 1 as const, exportedAt: 1, settings: {} },
  ...{ ...noRecords(), leads: [ana] },
};
beforeEach(async () => {
  await local.clear();
  await db?.delete();
  await leaveDemo();
  db = new Database();
  await importHistory(db, file, 1);
});

async function beginDemo(): Promise<void> {
  const demo = new Database(DEMO);
  await importHistory(demo, file, 1);
  await keepDemo(demo, Date.now());
  demo.close();
}
async function inDemo<T>(look: (demo: Database) => Promise<T>): Promise<T> {
  const demo = new Database(DEMO);
  try {
    return await look(demo);
  } finally {
    demo.close();
  }
}

describe('what a face asks for', () => {
  it('is done to the user’s own records', async () => {
    await changeShown(db, (shown) => forgetPerson(shown, ['Ana']));
    expect(await db.leads.count()).toBe(0);
    expect(Object.keys(stored).sort()).toEqual(['glance', 'standing']);
  });

  it('is done to the invented team alone while that is looked at', async () => {
    await beginDemo();
    await changeShown(db, (shown) => forgetPerson(shown, ['Ana']));
    expect(await inDemo((demo) => demo.leads.count())).toBe(0);
    expect(await db.leads.count()).toBe(1);
    expect(Object.keys(stored)).toEqual(['demo']);
  });

  it('changes the settings of that one alone', async () => {
    await beginDemo();
    expect(await changeSettings(db, { currency: 'EUR' })).toBeUndefined();
    expect(await ownSettings(db)).toEqual({});
    expect((await inDemo(loadSettings)).currency).toBe('EUR');
  });
});

describe('the invented team', () => {
  it('has choices of the panel of its own, which go with it', async () => {
    await local.set({ panel: { rep: 'Maria' } });
    await beginDemo();
    expect((await firstChoices()).rep).toBeNull();
    await local.set({ 'demo-panel': { rep: 'Invented' } });
    expect((await firstChoices()).rep).toBe('Invented');
    await leaveDemo();
    expect((await firstChoices()).rep).toBe('Maria');
    expect(Object.keys(stored)).toEqual(['panel']);
  });

  it('is looked at in the language that the user chose', async () => {
    await local.set({ texts: { language: 'de', messages: {}, version: '1' } });
    await startDemo(Date.now());
    expect((await inDemo(loadSettings)).language).toBe('de');
  });
});

describe('settings', () => {
  it('that are changed at once are all kept', async () => {
    await Promise.all([changeSettings(db, { currency: 'EUR' }), changeSettings(db, { trustOpens: true })]);
    expect(await ownSettings(db)).toEqual({ currency: 'EUR', trustOpens: true });
  });

  it('are refused with the reason, and go back with null', async () => {
    expect(await changeSettings(db, { timeZone: 'Nowhere/At_all' })).toContain('Nowhere/At_all');
    await changeSettings(db, { currency: 'EUR' });
    await changeSettings(db, { currency: null });
    expect(await ownSettings(db)).toEqual({});
  });

  it('stop the scripts when they pause', async () => {
    expect(await changeSettings(db, { paused: true })).toBeUndefined();
    expect(halted).toHaveBeenCalledOnce();
  });
});

it.each([
  ['a setting is changed', () => changeSettings(db, { currency: 'EUR' })],
  ['an organisation lays something down', () => obey(db)],
  ['somebody is forgotten', () => changeShown(db, (shown) => forgetPerson(shown, ['Ana']))],
  ['what is old is deleted', () => retain(db)],
])('the panel’s last figures go when %s', async (_, change) => {
  const managed = { get: async () => ({ peerComparison: false }) };
  Object.assign(chrome.storage, { managed });
  await session.set({ figures: '{}' });
  await change();
  expect(Object.keys(session.values)).toEqual(['figures-dropped']);
});

describe('as time goes by', () => {
  const answer = {
    org: 'crm:test',
    id: 'A1',
    on: { kind: 'lead' as const, id: 'L2' },
    kind: 'call' as const,
  };
  const done = { direction: 'out' as const, state: 'done' as const };
  beforeEach(() => local.set({ clock: { at: Date.now(), since: Date.now() - 8 * 864e5 } }));

  it('the roll-up is made anew when a grade becomes final, though nobody waits', async () => {
    await forgetPerson(db, ['Ana']);
    const raised = Date.now() - 60_000;
    const leads = [{ ...ana, id: 'L2', createdAt: raised }];
    const activities = [{ ...answer, ...done, at: raised + 1000 }];
    await importHistory(db, { ...file, exportedAt: 2, leads, activities }, 2);
    alarm.mockClear();
    await refresh(db);
    const when = raised + Math.min(RUBRIC.neverAfter, RUBRIC.finalAfter) * 1000;
    expect(alarm).toHaveBeenCalledWith('look', { when, periodInMinutes: 1 });
  });

  it('nothing wakes for what was due long ago, more than once an hour', async () => {
    const leads = [{ ...ana, outcome: 'spam' as const, closedAt: [1, Date.now() * 2] as [number, number] }];
    await importHistory(db, { ...file, exportedAt: 2, leads }, 2);
    alarm.mockClear();
    const before = Date.now();
    await refresh(db);
    const [, set] = alarm.mock.calls[0] as unknown as [string, { when: number }];
    expect(set.when - before).toBeGreaterThanOrEqual(3_600_000);
  });

  it('what was told of a record goes when the record does', async () => {
    const told = { org: 'crm:test', kind: 'lead', raisedAt: 1 };
    await local.set({
      told: [
        { ...told, id: 'L1' },
        { ...told, id: 'gone', reasons: [{ at: 1, reason: 'later' }] },
      ],
    });
    await db.leads.update(['crm:test', 'L1'], { seenAt: Date.now() });
    await retain(db);
    expect(stored.told).toEqual([{ ...told, id: 'L1' }]);
    await db.leads.update(['crm:test', 'L1'], { seenAt: Date.now() - 401 * 864e5 });
    await retain(db);
    expect(stored.told).toBeUndefined();
  });

  it('records are kept for as many days as was set, or as the organisation lays down', async () => {
    const seen = (daysAgo: number) =>
      db.leads.update(['crm:test', 'L1'], { seenAt: Date.now() - daysAgo * 864e5 });
    await seen(29);
    await changeSettings(db, { retentionDays: 30 });
    await retain(db);
    expect(await db.leads.count()).toBe(1);
    await savePolicy(db, { settings: { retentionDays: 10 }, locked: ['retentionDays'] });
    await retain(db);
    expect(await db.leads.count()).toBe(0);
  });

  it('both are of today once a day, though nothing was deleted', async () => {
    await db.leads.update(['crm:test', 'L1'], { seenAt: Date.now() });
    await retain(db);
    expect(await db.leads.count()).toBe(1);
    expect(Object.keys(stored).sort()).toEqual(['clock', 'glance', 'standing']);
  });

  it('a clock that was just set to next year deletes nothing', async () => {
    await local.set({ clock: { at: Date.now() - 366 * 864e5, since: 1 } });
    await db.leads.update(['crm:test', 'L1'], { seenAt: Date.now() - 401 * 864e5 });
    await retain(db);
    expect(await db.leads.count()).toBe(1);
  });
});
