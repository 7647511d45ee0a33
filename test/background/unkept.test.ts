import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Raw } from '../../src/contract/raw.ts';
import { Database } from '../../src/db/database.ts';
import type { PageReply } from '../../src/messages.ts';
import { withFault } from '../db/faults.ts';
import { fakeBrowser } from './browser.ts';

/* What cannot be kept: said until it is, shown all the same, and sent again because it gets no answer. */

vi.mock('../../src/show/chip/main?script&iife', () => ({ default: 'chip.js' }));
const { local, session } = fakeBrowser();
const { readPage } = await import('../../src/background/reading.ts');
const { saidUnlessKept } = await import('../../src/background/unkept.ts');
const { isClockSteady } = await import('../../src/background/clock.ts');
const { refresh } = await import('../../src/background/keep.ts');

const now = Date.now();
const KEY = 'unkept:salesforce:acme Lead/00Q1';
const raw: Raw = {
  ...{ adapter: 'salesforce', url: 'https://acme.lightning.force.com/lightning/r/Lead/00Q1/view' },
  ...{
    org: 'salesforce:acme',
    kind: 'record',
    page: 'Lead/00Q1',
    readAt: now,
    timeZone: 'UTC',
    languages: ['en'],
  },
  records: [{ kind: 'lead', id: '00Q1', fields: { name: { text: 'Maria', by: 'api' } } }],
  ...{
    activities: [],
    announced: {},
    collapsed: 0,
    filter: null,
    more: false,
    people: [],
    customers: [],
    unread: [],
  },
};
const from = { tab: 7, origin: 'https://acme.lightning.force.com/*', enabled: true };
let db: Database;
const read = (): Promise<PageReply> => saidUnlessKept(raw, () => readPage(db, raw, from));

let made = 0;
beforeEach(() => {
  db = new Database(`unkept-${++made}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await session.clear();
  await local.clear();
  await db.delete();
});

const failWith = (name: string) =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no', name);
  });

describe('a page', () => {
  it.each([
    ['full', 'QuotaExceededError'],
    ['failed', 'UnknownError'],
  ])('that cannot be kept says why (%s), is shown, and is kept when it comes again', async (why, name) => {
    const broken = failWith(name);
    await expect(read()).rejects.toThrow();
    expect(session.values[KEY]).toMatchObject({ why });
    expect(session.values['tab:7']).toMatchObject({ enabled: true, preview: { leads: [{ name: 'Maria' }] } });
    broken.mockRestore();
    expect(await read()).toEqual({ live: true });
    expect(session.values).not.toHaveProperty([KEY]);
    expect(session.values['tab:7']).not.toHaveProperty('preview');
    expect(await db.leads.count()).toBe(1);
  });

  it('is kept by a database that could not be opened the first time', async () => {
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError');
    });
    await expect(read()).rejects.toThrow();
    expect(session.values[KEY]).toMatchObject({ why: 'full' });
    broken.mockRestore();
    expect(await read()).toEqual({ live: true });
    expect(await db.leads.count()).toBe(1);
  });

  it('finds room in what is missed least, which data health says', async () => {
    const old = { org: 'crm:x', on: { kind: 'lead', id: 'L' } as const, direction: 'none' as const };
    const note = { ...old, id: 'N', kind: 'note' as const, state: 'done' as const, at: 1, seenAt: 1 };
    await db.activities.put(note);
    const { outcome } = await withFault('full', 1, read);
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { live: true } });
    expect(await db.activities.count()).toBe(0);
    expect(await db.leads.count()).toBe(1);
    expect(await db.problems.toArray()).toMatchObject([{ what: 'rolled up', why: 'low space', count: 1 }]);
  });

  it('is counted with though the worker that kept it was ended before it could', async () => {
    const set = vi.spyOn(chrome.storage.local, 'set').mockRejectedValue(new Error('ended'));
    expect(await read()).toEqual({ live: true });
    expect(local.values).not.toHaveProperty('glance');
    set.mockRestore();
    // The next page brings nothing new.
    await db.summaries.toCollection().modify({ until: 0 });
    await read();
    expect(local.values).toHaveProperty('glance');
  });
});

it('of two pages read at once the newer picture is painted last', async () => {
  const painted: unknown[] = [];
  let first = true;
  vi.spyOn(chrome.storage.local, 'set').mockImplementation(async (values: object) => {
    if (!('glance' in values)) return;
    const isFirst = first;
    first = false;
    if (isFirst) await new Promise((resolve) => setTimeout(resolve, 20));
    painted.push(isFirst ? 'older' : 'newer');
  });
  await Promise.all([refresh(db), refresh(db)]);
  expect(painted).toEqual(['older', 'newer']);
});

describe('the clock', () => {
  const DAY = 864e5;
  const days = async (all: number[]) => {
    const steady: boolean[] = [];
    for (const day of all) steady.push(await isClockSteady(now + day * DAY));
    return steady;
  };

  it('deletes nothing on the day on which it jumped, nor in the week after it', async () => {
    expect(await days([0, 1, 6, 7, 8])).toEqual([false, false, false, true, true]);
    expect(await days([400, 401, 407])).toEqual([false, false, true]);
  });

  it('that is set back begins anew', async () => {
    await days([0, 7, 14]);
    expect(await days([13, 14, 19, 20])).toEqual([false, false, false, true]);
  });
});
