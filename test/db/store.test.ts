import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { Sighting } from '../../src/contract/coverage.ts';
import type { Reading } from '../../src/contract/interpret.ts';
import {
  type Activity,
  type Deal,
  type Lead,
  noRecords,
  type OwnerChange,
  type Quote,
  type Records,
  type StageChange,
  type Ticket,
} from '../../src/contract/records.ts';
import { loadAround } from '../../src/db/around.ts';
import { Database } from '../../src/db/database.ts';
import { loadRecords, loadSettings, saveSettings } from '../../src/db/load.ts';
import { countProblem, store } from '../../src/db/store.ts';

const T = Date.UTC(2026, 5, 15, 9);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const org = 'test:acme';

const deal = (over: Partial<Deal> = {}): Deal => ({ org, id: 'D1', name: 'Fleet', outcome: 'open', ...over });
const lead = (over: Partial<Lead> = {}): Lead => ({ org, id: 'L1', name: 'Dana', outcome: 'open', ...over });
const call = (over: Partial<Activity> = {}): Activity => ({
  org,
  id: 'A1',
  on: { kind: 'deal', id: 'D1' },
  kind: 'call',
  direction: 'out',
  state: 'done',
  at: T - HOUR,
  ...over,
});
const move = (over: Partial<StageChange> = {}): StageChange => ({
  org,
  id: 'S1',
  deal: 'D1',
  from: 'New',
  to: 'Offer',
  at: T,
  ...over,
});
const pass = (over: Partial<OwnerChange> = {}): OwnerChange => ({
  org,
  id: 'O1',
  on: { kind: 'deal', id: 'D1' },
  from: 'Robin',
  to: 'Kim',
  at: T,
  ...over,
});

const sighting = (readAt: number, page: string): Sighting => ({
  org,
  page,
  url: 'https://crm.example.com/1',
  adapter: 'test',
  kind: page.startsWith('list') ? 'list' : 'record',
  coverage: {
    seen: {},
    announced: {},
    complete: true,
    collapsed: 0,
    filter: null,
    locale: null,
    timeZone: 'UTC',
    readAt,
  },
  unread: [],
  people: [],
});
const reading = (rows: Partial<Records>, now: number, page = 'deal/D1'): Reading => ({
  records: { ...noRecords(), ...rows },
  sighting: sighting(now, page),
});

let db: Database;
beforeEach(() => {
  db = new Database(`fourfold-${Math.random()}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

const see = (rows: Partial<Records>, now = T, page?: string) => store(db, reading(rows, now, page), now);
/** Everything that is stored, but for when it was seen. */
const dump = async () => {
  const tables = await Promise.all(db.tables.map(async (t) => [t.name, await t.toArray()] as const));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(tables), (key, value) =>
      key === 'seenAt' || key === 'readAt' ? undefined : value,
    ),
  );
};
const countWrites = () => {
  const spies = (['put', 'add', 'delete', 'clear'] as const).map((name) =>
    vi.spyOn(IDBObjectStore.prototype, name),
  );
  return () => spies.reduce((n, spy) => n + spy.mock.calls.length, 0);
};
const [theDeal, theLead, theCall] = [
  () => db.deals.get([org, 'D1']),
  () => db.leads.get([org, 'L1']),
  () => db.activities.get([org, 'A1']),
];

describe('the same page read again', () => {
  const everything = (): Partial<Records> => ({
    leads: [lead({ owner: 'Robin', createdAt: [T, T + HOUR] })],
    deals: [deal({ owner: 'Robin', stage: 'Offer', amount: 5, amountInexact: true })],
    activities: [call(), call({ id: 'A2', state: 'planned', at: T + HOUR })],
    stageChanges: [move()],
    ownerChanges: [pass()],
  });

  it('a hundred times changes nothing, and writes nothing within the minute', async () => {
    expect(await see(everything())).toBe(true);
    const before = await dump();
    const writes = countWrites();
    for (let i = 1; i <= 100; i++) expect(await see(everything(), T + i * 100)).toBe(false);
    expect(writes()).toBe(0);
    expect(await dump()).toEqual(before);
  });

  it('with thousands of activities writes nothing either', async () => {
    const activities = Array.from({ length: 2000 }, (_, i) => call({ id: `A${i}` }));
    expect(await see({ activities })).toBe(true);
    const writes = countWrites();
    expect(await see({ activities }, T + 1000)).toBe(false);
    expect(writes()).toBe(0);
  });

  it('over hours changes nothing, and writes only that records and page were seen', async () => {
    await see(everything());
    const before = await dump();
    const writes = countWrites();
    for (let i = 1; i <= 100; i++) expect(await see(everything(), T + i * 2 * MINUTE)).toBe(false);
    expect(writes()).toBe(100 * 3);
    expect(await dump()).toEqual(before);
    expect((await theDeal())?.seenAt).toBe(T + 200 * MINUTE);
  });

  it('is a change to whoever looks only when something is new', async () => {
    await see({ deals: [deal()] });
    expect(await see({ deals: [deal()], activities: [call()] }, T + 1)).toBe(true);
    expect(await see({ deals: [deal({ amount: 1 })] }, T + 2)).toBe(true);
    expect(await see({ stageChanges: [move()] }, T + 3)).toBe(true);
    expect(await see({ ownerChanges: [pass()] }, T + 4)).toBe(true);
    expect(await see({ ownerChanges: [pass()] }, T + 5)).toBe(false);
  });

  it('an earlier reading that comes late does not turn the clock back', async () => {
    await see({ deals: [deal()] }, T);
    await see({ deals: [deal({ stage: 'Offer', nextStep: 'Call' })] }, T - HOUR);
    expect(await theDeal()).toMatchObject({ ...deal(), nextStep: 'Call', seenAt: T });
    expect(await db.stageChanges.count()).toBe(0);
  });
});

describe('a change noticed between two visits', () => {
  const later = T + HOUR;
  it('of the stage lies between the last sighting and now', async () => {
    await see({ deals: [deal({ stage: 'New' })] });
    await see({ deals: [deal({ stage: 'Offer' })] }, later);
    expect(await db.stageChanges.toArray()).toEqual([
      expect.objectContaining({ org, deal: 'D1', from: 'New', to: 'Offer', at: [T, later], derived: true }),
    ]);
  });

  it('of the owner too, for deals and leads', async () => {
    await see({ deals: [deal({ owner: 'Robin' })], leads: [lead({ owner: 'Robin' })] });
    await see({ deals: [deal({ owner: 'Kim' })], leads: [lead({ owner: 'Kim' })] }, later);
    const changes = await db.ownerChanges.toArray();
    expect(changes.map((c) => [c.on.kind, c.from, c.to, c.at])).toEqual(
      expect.arrayContaining([
        ['deal', 'Robin', 'Kim', [T, later]],
        ['lead', 'Robin', 'Kim', [T, later]],
      ]),
    );
    expect(changes).toHaveLength(2);
  });

  it('is narrowed by each sighting that shows the old state', async () => {
    await see({ deals: [deal({ stage: 'New' })] });
    await see({ deals: [deal({ stage: 'New' })] }, T + 30 * MINUTE);
    await see({ deals: [deal({ stage: 'Offer' })] }, later);
    expect((await db.stageChanges.toArray())[0]?.at).toEqual([T + 30 * MINUTE, later]);
  });

  it('is none where a page does not show the field', async () => {
    await see({ deals: [deal({ stage: 'New', owner: 'Robin' })] });
    await see({ deals: [deal()] }, later);
    await see({ deals: [deal({ stage: 'New', owner: 'Robin' })] }, later + 1);
    expect([await db.stageChanges.count(), await db.ownerChanges.count()]).toEqual([0, 0]);
  });

  it('is not noticed when the page itself tells of it, now or before', async () => {
    await see({ deals: [deal({ stage: 'New', owner: 'Robin' })] });
    await see(
      {
        deals: [deal({ stage: 'Offer', owner: 'Kim' })],
        stageChanges: [move({ at: T + 1 })],
        ownerChanges: [pass({ at: T + 1 })],
      },
      later,
    );
    expect((await db.stageChanges.toArray()).map((c) => c.id)).toEqual(['S1']);
    expect((await db.ownerChanges.toArray()).map((c) => c.id)).toEqual(['O1']);
    await see({ stageChanges: [move({ id: 'S2', from: 'Offer', to: 'Won', at: later })] }, later + 1);
    await see({ deals: [deal({ stage: 'Won' })] }, later + HOUR);
    expect((await db.stageChanges.toArray()).map((c) => c.id)).toEqual(['S1', 'S2']);
  });

  it('is not noticed when the page tells only the day of it', async () => {
    const day = [T - 9 * HOUR, T + 15 * HOUR] as const;
    await see({ deals: [deal({ stage: 'New' })] });
    await see({ deals: [deal({ stage: 'Offer' })], stageChanges: [move({ at: day })] }, later);
    expect((await db.stageChanges.toArray()).map((c) => c.at)).toEqual([day]);
  });

  it('of one deal is not hidden by what is told of another', async () => {
    await see({ deals: [deal({ stage: 'New' })] });
    const other = {
      deals: [deal({ stage: 'Offer' }), deal({ id: 'D2', name: 'B' })],
      stageChanges: [move({ deal: 'D2', at: T + 1 })],
    };
    await see(other, later);
    expect((await db.stageChanges.toArray()).map((c) => c.deal).sort()).toEqual(['D1', 'D2']);
  });

  it('back and forth is two changes', async () => {
    for (const [i, stage] of ['New', 'Offer', 'New', 'Offer'].entries())
      await see({ deals: [deal({ stage })] }, T + i * HOUR);
    expect(await db.stageChanges.count()).toBe(3);
  });
});

describe('a change told by the page', () => {
  it('takes the place of what was noticed of it', async () => {
    await see({ deals: [deal({ stage: 'New', owner: 'Robin' })] });
    await see({ deals: [deal({ stage: 'Offer', owner: 'Kim' })] }, T + HOUR);
    const told = { stageChanges: [move({ at: T + MINUTE })], ownerChanges: [pass({ at: T + MINUTE })] };
    await see(told, T + 2 * HOUR);
    expect((await db.stageChanges.toArray()).map((c) => c.id)).toEqual(['S1']);
    expect((await db.ownerChanges.toArray()).map((c) => c.id)).toEqual(['O1']);
  });

  it('leaves alone what it does not explain, and what another page told', async () => {
    await see({ deals: [deal({ stage: 'New' })] });
    await see({ deals: [deal({ stage: 'Offer' })] }, T + HOUR);
    await see({ stageChanges: [move({ id: 'S0', at: [T, T + 24 * HOUR] })] }, T + 2 * HOUR);
    const known = await db.stageChanges.count();
    await see(
      { stageChanges: [move({ at: T - HOUR }), move({ id: 'S2', to: 'Won', at: T + 1 })] },
      T + 3 * HOUR,
    );
    expect(await db.stageChanges.count()).toBe(known + 2);
    await see({ stageChanges: [move({ id: 'S3', at: T + 2 })] }, T + 4 * HOUR);
    expect((await db.stageChanges.toArray()).map((c) => c.id).sort()).toEqual(['S0', 'S1', 'S2', 'S3']);
  });
});

describe('an activity seen again', () => {
  it('one that stands on another record already is still that one', async () => {
    await see({ activities: [call({ result: 'connected', at: [T - HOUR, T] })] });
    const moved = call({ on: { kind: 'lead', id: 'L1' } });
    expect(await see({ activities: [moved, call({ id: 'A2', on: moved.on })] })).toBe(true);
    expect(await db.activities.get([org, 'A1'])).toMatchObject({
      on: moved.on,
      result: 'connected',
      at: T - HOUR,
    });
    expect(await db.activities.count()).toBe(2);
    expect(await see({ activities: [moved] })).toBe(false);
  });

  it.each([
    ['most of them', 2],
    ['few of them', 50],
  ])('is found among many, on whichever record it is, where a page tells of %s', async (_, each) => {
    const on = (i: number) => ({ kind: 'lead', id: `L${1000 + i}` }) as const;
    const calls = Array.from({ length: 3000 }, (_, i) => call({ id: `A${1000 + i}`, on: on(i) }));
    await see({ activities: calls });
    // Half of what is told anew is told of another record, and beside each stands a new one.
    const told = calls.filter((_, i) => i % each === 0);
    const now = told.flatMap((row, i): Activity[] => {
      const where = i % 2 ? { on: on(8000) } : {};
      return [
        { ...row, ...where, result: 'connected' },
        { ...row, ...where, id: `${row.id}-new` },
      ];
    });
    await see({ activities: now }, T + 1);
    expect(await db.activities.count()).toBe(calls.length + told.length);
    const stored = await db.activities.bulkGet(now.map(({ id }) => [org, id]));
    expect(stored).toEqual(now.map((row) => ({ ...row, seenAt: T + 1 })));
  });

  it('that was planned is done, at its own time', async () => {
    await see({ activities: [call({ state: 'planned', at: T + HOUR })] });
    await see({ activities: [call({ state: 'done', at: T + 2 * HOUR, result: 'connected' })] }, T + 3 * HOUR);
    expect(await theCall()).toMatchObject({ state: 'done', at: T + 2 * HOUR, result: 'connected' });
  });

  it('that is planned for another time is there', async () => {
    await see({ activities: [call({ state: 'planned', at: T + HOUR })] });
    await see({ activities: [call({ state: 'planned', at: T + 5 * HOUR })] });
    expect((await theCall())?.at).toBe(T + 5 * HOUR);
  });

  it('loses nothing to a collapsed card', async () => {
    const full = call({ subject: 'Intro', by: 'Robin', result: 'voicemail', seconds: 9, automated: true });
    await see({ activities: [full] });
    await see({ activities: [call()] }, T + 1);
    expect(await theCall()).toEqual({ ...full, seenAt: T });
  });

  it('that bounced is not done because a card does not show it', async () => {
    await see({ activities: [call({ kind: 'email', state: 'bounced' })] });
    await see({ activities: [call({ kind: 'email' })] });
    expect((await theCall())?.state).toBe('bounced');
    await see({ activities: [call({ kind: 'email', result: 'replied' })] });
    expect((await theCall())?.state).toBe('done');
  });

  it('knows what was ever known of how personal it was', async () => {
    const unknown = { greeting: null, sender: null, signature: null, relevance: null, forward: null };
    await see({ activities: [call({ personal: { ...unknown, greeting: true, sender: false } })] });
    await see({ activities: [call({ personal: { ...unknown, forward: true, sender: true } })] });
    expect((await theCall())?.personal).toEqual({ ...unknown, greeting: true, sender: true, forward: true });
    await see({ activities: [call()] });
    expect((await theCall())?.personal?.greeting).toBe(true);
  });
});

describe('a time seen twice', () => {
  const day = [T - 9 * HOUR, T + 15 * HOUR] as const;
  it('exact beats interval, in either order', async () => {
    await see({ activities: [call({ at: day })], leads: [lead({ createdAt: T })] });
    await see({ activities: [call({ at: T })], leads: [lead({ createdAt: day })] });
    expect((await theCall())?.at).toBe(T);
    expect((await theLead())?.createdAt).toBe(T);
  });

  it('intervals intersect', async () => {
    await see({ activities: [call({ at: day })], leads: [lead({ createdAt: day })] });
    const ago = [T - HOUR, T + HOUR] as const;
    await see({ activities: [call({ at: ago })], leads: [lead({ createdAt: [T, T + 99 * HOUR] })] });
    expect((await theCall())?.at).toEqual(ago);
    expect((await theLead())?.createdAt).toEqual([T, T + 15 * HOUR]);
  });

  it('that contradicts itself stays with the exact one, else with the first', async () => {
    await see({ leads: [lead({ createdAt: day, raisedAt: T })], activities: [call({ at: T })] });
    await see({
      leads: [lead({ createdAt: T + 99 * HOUR, raisedAt: T - HOUR })],
      activities: [call({ at: T + 1 })],
    });
    expect(await theLead()).toMatchObject({ createdAt: T + 99 * HOUR, raisedAt: T - HOUR });
    expect((await theCall())?.at).toBe(T);
    await see({ leads: [lead({ createdAt: day })] });
    expect((await theLead())?.createdAt).toBe(T + 99 * HOUR);
  });

  it('can be another one for what happens again: closing and assignment', async () => {
    await see({
      deals: [deal({ outcome: 'won', stage: 'Won', closedAt: T })],
      leads: [lead({ assignedAt: T })],
    });
    await see({
      deals: [deal({ outcome: 'won', stage: 'Won', closedAt: T + HOUR })],
      leads: [lead({ assignedAt: T + HOUR })],
    });
    expect((await theDeal())?.closedAt).toBe(T + HOUR);
    expect((await theLead())?.assignedAt).toBe(T + HOUR);
  });
});

describe('a record seen again', () => {
  const full = deal({
    owner: 'Robin',
    company: 'Acme',
    stage: 'Offer',
    amount: 1200,
    currency: 'EUR',
    probability: 0.5,
    closeDate: '2026-07-01',
    createdAt: T,
    nextStep: 'Call',
    contacts: 2,
    url: 'https://crm.example.com/1',
  });

  it('loses no field to a list that shows fewer', async () => {
    await see({ deals: [full] });
    await see({ deals: [deal()] }, T + 1, 'list');
    expect(await theDeal()).toEqual({ ...full, seenAt: T });
  });

  it('takes what is newer', async () => {
    await see({ deals: [full] });
    await see(
      { deals: [deal({ stage: 'Won', amount: 0, nextStep: 'Sign', closeDate: '2026-08-01' })] },
      T + 1,
    );
    expect(await theDeal()).toMatchObject({
      stage: 'Won',
      amount: 0,
      nextStep: 'Sign',
      closeDate: '2026-08-01',
      owner: 'Robin',
    });
  });

  it('keeps an exact amount before a rounded one, and takes it after one', async () => {
    await see({ deals: [full] });
    await see({ deals: [deal({ amount: 1300, amountInexact: true })] });
    expect((await theDeal())?.amount).toBe(1200);
    expect(await theDeal()).not.toHaveProperty('amountInexact');
    await see({ deals: [deal({ id: 'D2', name: 'B', amount: 1300, amountInexact: true })] });
    await see({ deals: [deal({ id: 'D2', name: 'B', amount: 1234 })] });
    const other = await db.deals.get([org, 'D2']);
    expect(other?.amount).toBe(1234);
    expect(other).not.toHaveProperty('amountInexact');
  });

  it('is not reopened by a list without stages, nor by one that does not know what closed it', async () => {
    await see({ deals: [deal({ stage: 'Signed', outcome: 'won', closedAt: T })] });
    for (const shown of [deal(), deal({ stage: 'Signed' })]) {
      await see({ deals: [shown] }, T, 'list');
      expect(await theDeal()).toMatchObject({ outcome: 'won', closedAt: T });
    }
    await see({ leads: [lead({ status: 'Old', outcome: 'disqualified' })] });
    await see({ leads: [lead()] });
    await see({ leads: [lead({ status: 'Old' })] }, T, 'list');
    expect((await theLead())?.outcome).toBe('disqualified');
  });

  it.each([
    ['by another stage in a list', 'Offer', 'list'],
    ['by its own page, though the stage is the same', 'Won', 'deal/D1'],
  ])('is reopened %s, and then was never closed', async (_, stage, page) => {
    await see({ deals: [deal({ stage: 'Won', outcome: 'won', closedAt: T })] });
    await see({ deals: [deal({ stage })] }, T, page);
    expect((await theDeal())?.outcome).toBe('open');
    expect(await theDeal()).not.toHaveProperty('closedAt');
  });
});

describe('a row without an id', () => {
  const row = (over: Partial<Deal> = {}) => deal({ id: '~x', derived: true, ...over });
  const ids = async () => (await db.deals.toArray()).map((d) => d.id).sort();

  it('is the record of its name, where there is exactly one', async () => {
    await see({ deals: [deal({ company: 'Acme' })] });
    await see({ deals: [row({ stage: 'Offer' })], activities: [call({ on: { kind: 'deal', id: '~x' } })] });
    expect(await ids()).toEqual(['D1']);
    expect(await theDeal()).toMatchObject({ stage: 'Offer', company: 'Acme' });
    expect(await theDeal()).not.toHaveProperty('derived');
    expect((await theCall())?.on.id).toBe('D1');
  });

  it('stays apart where there are two, or another company', async () => {
    await see({ deals: [deal(), deal({ id: 'D2' })] });
    await see({ deals: [row()] });
    expect(await ids()).toEqual(['D1', 'D2', '~x']);
    await see({ deals: [deal({ id: 'D3', name: 'B', company: 'Acme' })] });
    await see({ deals: [row({ id: '~y', name: 'B', company: 'Other' })] });
    expect(await ids()).toEqual(['D1', 'D2', 'D3', '~x', '~y']);
  });

  it('is never taken for a record of another account', async () => {
    await see({ deals: [deal({ org: 'test:other' })] });
    await see({ deals: [row()] });
    expect(await db.deals.count()).toBe(2);
  });

  it('is adopted with all that happened on it when its id becomes known', async () => {
    const on = { kind: 'deal', id: '~x' } as const;
    await see({
      deals: [row({ stage: 'New', owner: 'Robin' })],
      activities: [call({ on })],
    });
    await see({ deals: [row({ stage: 'Offer', owner: 'Kim' })] }, T + HOUR);
    await see({ deals: [deal({ stage: 'Won', owner: 'Kim' })] }, T + 2 * HOUR);
    expect(await ids()).toEqual(['D1']);
    expect(await theDeal()).not.toHaveProperty('derived');
    expect((await db.stageChanges.toArray()).map((c) => [c.deal, c.to]).sort()).toEqual([
      ['D1', 'Offer'],
      ['D1', 'Won'],
    ]);
    expect((await db.ownerChanges.toArray()).map((c) => c.on.id)).toEqual(['D1']);
    expect((await theCall())?.on).toEqual({ kind: 'deal', id: 'D1' });
    await see({ deals: [row({ stage: 'Won' })] }, T + 3 * HOUR);
    expect(await ids()).toEqual(['D1']);
  });

  it('stays apart where two rows of a page have the name, or more than one thing differs', async () => {
    const known = { stage: 'New', owner: 'Robin', amount: 100 };
    await see({ deals: [deal(known)] });
    await see({ deals: [row({ stage: 'New' }), row({ id: '~y', stage: 'Offer' })] });
    expect(await ids()).toEqual(['D1', '~x', '~y']);
    await db.deals.clear();
    await see({ deals: [deal(known)] });
    await see({ deals: [row({ stage: 'Offer', owner: 'Kim', amount: 100 })] });
    expect(await theDeal()).toMatchObject(known);
    expect(await ids()).toEqual(['D1', '~x']);
  });

  it('keeps one id, though one list shows its company and another does not', async () => {
    await see({ deals: [row()] });
    await see({ deals: [row({ id: '~y', company: 'Acme' })] });
    await see({ deals: [row()] });
    expect(await ids()).toEqual(['~x']);
  });

  it('does not make one of two records that are both known', async () => {
    await see({ deals: [deal()] });
    await see({ deals: [deal({ id: 'D2' })] });
    expect(await ids()).toEqual(['D1', 'D2']);
  });
});

describe('a reading is stored whole or not at all', () => {
  it.each(['deals', 'activities', 'stageChanges', 'ownerChanges', 'sightings'] as const)(
    'when writing %s fails, nothing of it is there',
    async (table) => {
      const rows = {
        leads: [lead()],
        deals: [deal()],
        activities: [call()],
        stageChanges: [move()],
        ownerChanges: [pass()],
      };
      const before = await dump();
      const broken = (['put', 'add'] as const).map((name) => {
        const write = IDBObjectStore.prototype[name];
        return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
          this: IDBObjectStore,
          ...args
        ) {
          if (this.name === table) throw new DOMException('full', 'QuotaExceededError');
          return write.apply(this, args);
        });
      });
      await expect(see(rows)).rejects.toThrow();
      for (const one of broken) one.mockRestore();
      expect(await dump()).toEqual(before);
      expect(await see(rows)).toBe(true);
      expect(await db.leads.count()).toBe(1);
    },
  );

  it('two readings at once are both there', async () => {
    await Promise.all([
      see({ deals: [deal({ stage: 'Offer' })] }),
      see({ deals: [deal({ amount: 5 })] }, T + 1, 'list'),
    ]);
    expect(await theDeal()).toMatchObject({ stage: 'Offer', amount: 5 });
    expect(await db.sightings.count()).toBe(2);
  });
});

describe('problems', () => {
  it('are counted by their cause', async () => {
    for (const now of [T, T + 1, T + 2]) await countProblem(db, 'page', 'too long', now);
    await countProblem(db, 'page', 'other', T);
    await countProblem(db, 'page', 'x'.repeat(9000), T);
    const problems = await db.problems.toArray();
    expect(problems).toHaveLength(3);
    expect(problems.find((p) => p.why === 'too long')).toMatchObject({
      what: 'page',
      count: 3,
      lastAt: T + 2,
    });
    expect(Math.max(...problems.map((p) => p.why.length))).toBe(300);
  });
});

describe('the database', () => {
  it('keeps what an older one of the same name holds', async () => {
    const { name } = db;
    const old = new Dexie(name);
    old.version(0.1).stores({ deals: '[org+id]', settings: 'key' });
    await old.table('deals').put({ ...deal({ amount: 5 }), seenAt: 1 });
    await old.table('settings').put({ key: 'settings', timeZone: 'Europe/Berlin' });
    old.close();
    expect(await theDeal()).toEqual({ ...deal({ amount: 5 }), seenAt: 1 });
    expect(await loadSettings(db)).toEqual({ timeZone: 'Europe/Berlin' });
    await see({ deals: [deal({ id: '~x', derived: true, stage: 'Offer' })] });
    expect(await theDeal()).toMatchObject({ amount: 5, stage: 'Offer' });
  });

  it('gives back settings as they were saved, whole', async () => {
    await saveSettings(db, { timeZone: 'UTC', trustOpens: true });
    await saveSettings(db, { timeZone: 'Europe/Athens' });
    expect(await loadSettings(db)).toEqual({ timeZone: 'Europe/Athens' });
  });

  it('gives a lead with the deal it became and what happened on both, and no more', async () => {
    await see({
      leads: [lead({ deal: 'D1' }), lead({ id: 'L2', name: 'B' })],
      deals: [deal(), deal({ id: 'D2', name: 'B' })],
      activities: [
        call(),
        call({ id: 'A2', on: { kind: 'lead', id: 'L1' } }),
        call({ id: 'A3', on: { kind: 'lead', id: 'L2' } }),
        call({ id: 'A4', on: { kind: 'lead', id: 'D1' } }),
      ],
      ownerChanges: [pass()],
    });
    const around = async (id: string) => (await loadAround(db, [{ org, kind: 'lead', id }])).records;
    const found = await around('L1');
    expect([found.leads, found.deals].map((rows) => rows.map((r) => r.id))).toEqual([['L1'], ['D1']]);
    expect(found.activities.map((a) => a.id).sort()).toEqual(['A1', 'A2']);
    expect(found.ownerChanges).toHaveLength(1);
    expect(await around('L9')).toEqual(noRecords());
    expect((await loadRecords(db)).activities).toHaveLength(4);
  });
});

describe('tickets and quotes', () => {
  const ticket = (over: Partial<Ticket> = {}): Ticket => ({
    org,
    id: 'T1',
    openedAt: [T, T + HOUR],
    ...over,
  });
  const quote = (over: Partial<Quote> = {}): Quote => ({ org, id: 'Q1', deal: 'D1', ...over });

  it('are kept, and what a later page adds is added', async () => {
    const first = { tickets: [ticket({ owner: 'Kim' })], quotes: [quote({ requestedAt: T })] };
    expect(await store(db, reading(first, T + HOUR), T + HOUR)).toBe(true);
    expect(await store(db, reading(first, T + HOUR), T + HOUR)).toBe(false);
    const later = { tickets: [ticket({ openedAt: T + MINUTE, rating: 5 })], quotes: [quote({ sentAt: T })] };
    expect(await store(db, reading(later, T + 2 * HOUR), T + 2 * HOUR)).toBe(true);
    expect(await db.tickets.toArray()).toMatchObject([{ owner: 'Kim', openedAt: T + MINUTE, rating: 5 }]);
    expect(await db.quotes.toArray()).toMatchObject([{ requestedAt: T, sentAt: T }]);
  });

  it('are as many as a long list holds, told again', async () => {
    const many = <Row>(row: (i: number) => Row) => Array.from({ length: 500 }, (_, i) => row(i));
    const first = {
      tickets: many((i) => ticket({ id: `T${i}` })),
      quotes: many((i) => quote({ id: `Q${i}`, requestedAt: T })),
    };
    await see(first);
    expect(await see(first, T + 1000)).toBe(false);
    await see({ tickets: first.tickets.map((row) => ({ ...row, rating: 4 })) }, T + 2000);
    expect(await db.tickets.filter((row) => row.rating === 4).count()).toBe(500);
  });

  it('take nothing newer away when an older reading arrives late', async () => {
    await store(db, reading({ tickets: [ticket({ owner: 'Kim' })] }, T + HOUR), T + HOUR);
    await store(db, reading({ tickets: [ticket({ owner: 'Robin', rating: 2 })] }, T), T);
    expect(await db.tickets.get([org, 'T1'])).toMatchObject({ owner: 'Kim', rating: 2, seenAt: T + HOUR });
  });

  it('of a deal go where the deal goes when its id becomes known', async () => {
    const derived = deal({ id: '~1', derived: true });
    await store(db, reading({ deals: [derived], quotes: [quote({ deal: '~1' })] }, T), T);
    await store(db, reading({ deals: [deal()] }, T + HOUR), T + HOUR);
    expect(await db.quotes.get([org, 'Q1'])).toMatchObject({ deal: 'D1' });
  });
});

describe('a deed without an id that is told more exactly another time', () => {
  const vague = call({ id: '~v', derived: true, subject: 'Intro', at: [T - 3 * HOUR, T - HOUR] });
  const exact = call({ id: '~e', derived: true, subject: 'Intro', at: T - 2 * HOUR });
  const told = (rows: Activity[], now: number) => store(db, reading({ activities: rows }, now), now);
  const stored = async () => (await db.activities.toArray()).map(({ id, at }) => ({ id, at }));

  it.each([
    ['later', [vague, exact]],
    ['before', [exact, vague]],
  ])('stays one, with its minute: the exact one is told %s', async (_, [first, second]) => {
    await told(first ? [first] : [], T);
    await told(second ? [second] : [], T + HOUR);
    expect(await stored()).toEqual([{ id: '~e', at: T - 2 * HOUR }]);
    expect(await told([exact], T + HOUR)).toBe(false);
    expect(await told([vague], T + HOUR)).toBe(false);
  });

  it.each<[string, Partial<Activity>]>([
    ['at another time', { at: T - 5 * HOUR }],
    ['with another subject', { subject: 'Offer' }],
    ['of another kind', { kind: 'meeting' }],
    ['by somebody else', { by: 'Kim' }],
    ['on another record', { on: { kind: 'deal', id: 'D2' } }],
    ['with an id of the CRM', { derived: undefined }],
  ])('is another one %s', async (_, over) => {
    await told([{ ...vague, by: 'Robin' }], T);
    await told([{ ...exact, ...over }], T + HOUR);
    expect(await stored()).toHaveLength(2);
  });

  it('is one of two that are known exactly, whichever it is', async () => {
    const other = { ...exact, id: '~f', at: T - 2 * HOUR + MINUTE };
    await told([exact, other], T);
    expect(await told([vague], T + HOUR)).toBe(false);
    expect(await stored()).toHaveLength(2);
  });

  it('leaves a second one that was not told apart before', async () => {
    const other = { ...exact, id: '~f', at: T - 2 * HOUR + MINUTE };
    await told([vague], T);
    await told([exact, other], T + HOUR);
    expect((await stored()).map((a) => a.id).sort()).toEqual(['~e', '~f']);
  });
});

test('a page points at the ids under which its records are stored', async () => {
  await store(db, reading({ deals: [deal({ stage: 'New' })] }, T), T);
  const row = deal({ id: '~1', derived: true, stage: 'New' });
  const list = reading({ deals: [row] }, T + HOUR, 'list/1');
  list.sighting.shown = [{ kind: 'deal', id: '~1' }];
  await store(db, list, T + HOUR);
  expect(await db.sightings.get([org, 'list/1'])).toMatchObject({ shown: [{ kind: 'deal', id: 'D1' }] });
});
