// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Sighting } from '../../src/contract/coverage.ts';
import { Database } from '../../src/db/database.ts';
import { glance } from '../../src/metrics/glance.ts';
import { firstSources, useLive } from '../../src/show/live.ts';
import { nothingYet, type Sources, type View } from '../../src/show/view.ts';
import { type Call, fakeChrome } from './chrome.ts';

const org = 'salesforce:acme';
const TAB = 7;
const now = Date.now();
const lead = { org, id: '00Q1', name: 'Maria', outcome: 'open', createdAt: now - 60_000 } as const;
const history = { kind: 'lead', record: lead, activities: [], ownerChanges: [] } as const;
const sighting: Sighting = {
  org,
  page: 'Lead/00Q1',
  url: 'https://acme.lightning.force.com/lightning/r/Lead/00Q1/view',
  adapter: 'salesforce',
  kind: 'record',
  subject: { kind: 'lead', id: '00Q1' },
  coverage: {
    seen: { leads: 1 },
    announced: {},
    complete: true,
    collapsed: 0,
    filter: null,
    locale: null,
    timeZone: 'UTC',
    readAt: now,
  },
  unread: [],
  people: ['Ana'],
};
const state = { enabled: true, origin: 'https://acme.lightning.force.com/*', sighting };
const rollUp = glance(
  [{ ...history, activities: [], ownerChanges: [] }],
  { week: { '0-6': [['00:00', '24:00']] } },
  now,
  [0, now],
);

let calls: Call[];
let stores: ReturnType<typeof storage>;
let seen: View;
beforeEach(async () => {
  calls = fakeChrome();
  stores = storage();
  Object.assign(chrome, { storage: stores.api });
  Object.assign(chrome.tabs, {
    query: async () => [{ id: TAB, windowId: 3 }],
    onActivated: event(),
    onUpdated: event(),
  });
  const db = new Database();
  await db.leads.put({ ...lead, seenAt: now });
  await db.sightings.put(sighting);
  db.close();
});
afterEach(async () => {
  act(() => render(null, document.body));
});

function event() {
  const listeners = new Set<(...args: never[]) => void>();
  return {
    addListener: (f: (...args: never[]) => void) => listeners.add(f),
    removeListener: (f: (...args: never[]) => void) => listeners.delete(f),
    fire: (...args: unknown[]) => {
      for (const f of listeners) f(...(args as never[]));
    },
  };
}

/** Extension storage, local and session in one. */
function storage() {
  const kept: Record<string, unknown> = {};
  const onChanged = event();
  const area = {
    get: async (keys: string | string[]) =>
      Object.fromEntries([keys].flat().flatMap((key) => (key in kept ? [[key, kept[key]]] : []))),
  };
  const set = (key: string, newValue: unknown) => {
    kept[key] = newValue;
    onChanged.fire({ [key]: { newValue } });
  };
  return { api: { local: area, session: area, onChanged }, set, onChanged };
}

function Face({ first, everyone }: { first: Sources; everyone?: boolean }) {
  seen = useLive(first, everyone);
  return null;
}
const open = async (first: Sources, everyone = false) =>
  act(() => render(<Face first={first} everyone={everyone} />, document.body));

test('the first paint needs extension storage alone', async () => {
  stores.set('glance', rollUp);
  stores.set(`tab:${TAB}`, state);
  const first = await firstSources();
  expect(first).toMatchObject({ tab: TAB, window: 3, state, glance: rollUp });
});

test('what is not understood in storage is as good as absent', async () => {
  stores.set('glance', { asOf: 'yesterday' });
  stores.set(`tab:${TAB}`, { enabled: 'perhaps' });
  expect(await firstSources()).toEqual({ ...nothingYet, tab: TAB, window: 3 });
});

test('a tab that never spoke is looked at; one that did reads itself again', async () => {
  await open({ ...nothingYet, tab: TAB });
  expect(calls).toEqual([['message', { type: 'look', tab: TAB }]]);
  expect(seen.page.is).toBe('loading');
  act(() => render(null, document.body));
  calls.length = 0;
  await open({ ...nothingYet, tab: TAB, state });
  expect(calls).toEqual([['tab', TAB, { type: 'read' }]]);
});

test('the page’s record comes from the database, and follows it', async () => {
  await open({ ...nothingYet, tab: TAB, state });
  await vi.waitFor(() => expect(seen.record?.name).toBe('Maria'));
  expect(seen.who).toEqual(['Ana']);
  const db = new Database();
  await db.leads.put({ ...lead, name: 'Maria K.', seenAt: now });
  await vi.waitFor(() => expect(seen.record?.name).toBe('Maria K.'));
  db.close();
});

test('a new reading of the tab and a new roll-up are shown at once', async () => {
  await open({ ...nothingYet, tab: TAB });
  act(() => stores.set(`tab:${TAB}`, state));
  expect(seen.page.is).toBe('read');
  act(() => stores.set('glance', rollUp));
  expect(seen.waiting?.count).toBe(1);
  act(() => stores.set('tab:8', { ...state, enabled: false }));
  expect(seen.page.is).toBe('read');
});

test('the panel has everyone who is open, and what was just read', async () => {
  await open({ ...nothingYet, tab: TAB, state, glance: rollUp }, true);
  await vi.waitFor(() => expect(seen.visible.map((r) => r.where.id)).toEqual(['00Q1']));
  expect(seen.waiting?.first.map((w) => w.id)).toEqual(['00Q1']);
});

test('when the face is gone nothing listens any more', async () => {
  await open({ ...nothingYet, tab: TAB, state });
  act(() => render(null, document.body));
  calls.length = 0;
  stores.set(`tab:${TAB}`, { ...state, enabled: false });
  expect(seen.page.is).toBe('read');
  expect(calls).toEqual([]);
});
