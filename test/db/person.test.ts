import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { parseHistory } from '../../src/contract/history.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { Database } from '../../src/db/database.ts';
import { forgetPerson } from '../../src/db/forget-person.ts';
import { importHistory } from '../../src/db/history.ts';
import { ownSettings } from '../../src/db/load.ts';
import { mentionsOf } from '../../src/db/mention.ts';
import { exportPerson } from '../../src/db/person.ts';
import { countProblem } from '../../src/db/store.ts';
import { tally } from '../tally.ts';

/* One person, wherever they stand: found, given away as a file, and forgotten in every table. */

const NOW = Date.parse('2026-04-02T09:00:00Z');
const org = 'crm:test';
let count = 0;

/** A history in which the person stands in every place in which a name can stand. */
const everywhere = (name: string): Partial<Records> => {
  const on = (kind: 'lead' | 'deal', id: string) => ({ kind, id });
  const act = { kind: 'call' as const, direction: 'out' as const, state: 'done' as const, at: NOW };
  return {
    leads: [
      { org, id: 'L1', name, outcome: 'converted', deal: 'D1', url: 'https://crm.test/L1' },
      { org, id: 'L2', name: 'Tom Becker', owner: name, outcome: 'open', mergedInto: 'L1' },
      { org, id: 'L3', name: 'Tom Becker', company: `${name} GmbH`, outcome: 'open', source: `From ${name}` },
      {
        org,
        id: 'L4',
        name: 'Eva Lind',
        outcome: 'open',
        url: `https://crm.test/?q=${encodeURIComponent(name)}`,
      },
    ],
    deals: [
      { org, id: 'D1', name: `Boat for ${name}`, outcome: 'open', lead: 'L1', owner: 'Eva Lind' },
      { org, id: 'D2', name: 'Crane', outcome: 'lost', lostReason: `${name} said no`, customer: 'C1' },
      { org, id: 'D3', name: 'Depot', outcome: 'open', nextStep: `Call ${name.toUpperCase()}`, owner: name },
    ],
    activities: [
      { org, id: 'A1', on: on('lead', 'L1'), ...act, by: 'Eva Lind', subject: 'First call' },
      { org, id: 'A2', on: on('lead', 'L2'), ...act, by: name },
      { org, id: 'A3', on: on('deal', 'D2'), ...act, subject: `Lunch with ${name}` },
      { org, id: 'A4', on: on('deal', 'D2'), ...act, by: 'Eva Lind' },
    ],
    stageChanges: [{ org, id: 'S1', deal: 'D1', to: 'Offer', at: NOW, by: name }],
    ownerChanges: [
      { org, id: 'O1', on: on('lead', 'L2'), from: 'Eva Lind', to: name, at: NOW },
      { org, id: 'O2', on: on('lead', 'L3'), from: name, to: 'Eva Lind', at: NOW },
    ],
    quotes: [{ org, id: 'Q1', deal: 'D2', by: name, sentAt: NOW }],
    tickets: [
      { org, id: 'T1', openedAt: NOW, customer: 'C1' },
      { org, id: 'T2', openedAt: NOW, owner: name },
    ],
    customers: [
      { org, id: 'C1', name },
      { org, id: 'C2', name: 'Northwind', owner: name },
    ],
  };
};

const settingsNaming = (name: string): Settings => ({
  currency: 'EUR',
  me: { names: [name, 'Eva Lind'] },
  team: { names: ['Eva Lind', name] },
  quota: { [name]: 1000, 'Eva Lind': 2000 },
  costs: [
    { kind: 'sales', amount: 1, from: '2026-01-01', to: '2026-02-01', rep: name },
    { kind: 'sales', amount: 2, from: '2026-01-01', to: '2026-02-01' },
  ],
  warmthOf: { [`Friend of ${name}`]: 'hot', Webinar: 'cool' },
  firstAppointmentStage: `Met ${name}`,
  snoozes: [
    { deal: 'crm:test/deal/D2', check: 'no-next-step', until: '2027-01-01', reason: `${name} is away` },
  ],
  declined: [{ tip: 'tip_1', reason: `ask ${name}`, at: NOW }],
  baseline: { 'win-rate': { value: 0.3, parts: { [name]: 0.4, 'Eva Lind': 0.2 } } },
});

async function filled(name: string): Promise<Database> {
  const db = new Database(`person-${++count}`);
  const head = { format: 'fourfold-history' as const, version: 1 as const, exportedAt: NOW };
  await importHistory(
    db,
    { ...head, ...noRecords(), ...everywhere(name), settings: settingsNaming(name) },
    NOW,
  );
  const coverage = {
    ...{ seen: {}, announced: {}, complete: true, collapsed: 0, filter: null },
    ...{ locale: 'en', timeZone: 'UTC', readAt: NOW },
  };
  const page = { org, adapter: 'odoo', kind: 'list' as const, unread: [], people: [], coverage };
  const subject = { kind: 'lead' as const, id: 'L1' };
  await db.sightings.bulkPut([
    { ...page, page: 'a', url: 'https://crm.test/a', people: ['Eva Lind', name] },
    { ...page, page: 'b', url: 'https://crm.test/b', coverage: { ...coverage, filter: `Owner is ${name}` } },
    { ...page, page: 'c', url: 'https://crm.test/c', kind: 'record', subject },
    { ...page, page: 'd', url: 'https://crm.test/d', shown: [subject, { kind: 'lead', id: 'L3' }] },
    { ...page, page: 'e', url: `https://crm.test/?owner=${name.replaceAll(' ', '+')}` },
  ]);
  await countProblem(db, 'import', `row 3: ${name} is no number`, NOW);
  await countProblem(db, 'import', 'row 4: too small', NOW);
  const about = { org, table: 'activities' as const, id: 'A3', field: 'kind' };
  const told = [{ value: `met ${name}`, seenAt: NOW }];
  await db.contradictions.put({ ...about, on: { kind: 'deal', id: 'D2' }, told });
  const opened = { org, table: 'tickets' as const, field: 'openedAt', told: [{ value: NOW, seenAt: NOW }] };
  for (const id of ['T1', 'T2']) await db.contradictions.put({ ...opened, id });
  // What is worked out of all that, as the background keeps it.
  await db.summaries.put({ org, kind: 'lead', id: 'L2', owner: name } as never);
  return db;
}

/** Every byte that is stored, as text, and which rows there are. */
async function contentOf(db: Database): Promise<Record<string, string>> {
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  return Object.fromEntries(db.tables.map(({ name }, i) => [name, JSON.stringify(rows[i])]));
}

const NAMES = [
  'Ana Pop',
  'سارة الحربي',
  '佐藤 花子',
  'O’Brien (Jr.)',
  'Łukasz Żak',
  'X Æ A-12',
  'Ивана Петрова',
];

describe('one who is forgotten', () => {
  it.each(NAMES)(
    '%s is named in no table any more, in whatever case and as part of whatever text',
    async (name) => {
      const db = await filled(name);
      const before = await contentOf(db);
      const told = Object.keys(before).filter((table) => before[table]?.includes(name));
      expect(told.sort()).toEqual(
        db.tables
          .map((table) => table.name)
          .filter((t) => t !== 'policy')
          .sort(),
      );
      const { named } = await forgetPerson(db, [name]);
      expect(named).toBeGreaterThan(10);
      const content = await contentOf(db);
      const bytes = [name, name.toUpperCase(), encodeURIComponent(name), name.replaceAll(' ', '+')];
      const left = Object.keys(content).filter((table) =>
        bytes.some((text) => content[table]?.includes(text)),
      );
      // Nor does anything point at what was theirs.
      const pointing = Object.keys(content).filter((table) => /"(L1|C1)"/.test(content[table] ?? ''));
      tally(`forgotten-${NAMES.indexOf(name)}`, {
        what: 'tables in which a forgotten person was named',
        tried: told.length,
        leaked: new Set([...left, ...pointing]).size,
      });
      expect(left).toEqual([]);
      expect(pointing).toEqual([]);
    },
  );

  it('takes nobody else along: rows stay with what else they say, and whole where they cannot do without it', async () => {
    const db = await filled('Ana Pop');
    const { leads, customers } = await forgetPerson(db, ['ａna  POP ']);
    expect([leads, customers]).toEqual([[[org, 'L1']], [[org, 'C1']]]);
    const ids = async (table: 'leads' | 'deals' | 'activities' | 'ownerChanges' | 'tickets' | 'customers') =>
      (await db[table].toArray()).map(({ id }) => id);
    expect(await ids('leads')).toEqual(['L2', 'L3', 'L4']);
    expect(await ids('deals')).toEqual(['D1', 'D2', 'D3']);
    expect(await ids('activities')).toEqual(['A2', 'A3', 'A4']);
    // To nobody a record cannot pass; from one who is not known it can.
    expect(await ids('ownerChanges')).toEqual(['O2']);
    expect(await ids('tickets')).toEqual(['T2']);
    expect((await db.contradictions.toArray()).map(({ id }) => id)).toEqual(['T2']);
    expect(await ids('customers')).toEqual(['C2']);
    expect(await db.deals.get([org, 'D1'])).toEqual({
      ...{ org, id: 'D1', outcome: 'open', owner: 'Eva Lind', seenAt: NOW },
    });
    expect((await db.sightings.toArray()).map(({ page, people, shown }) => [page, people, shown])).toEqual([
      ['a', ['Eva Lind'], undefined],
      ['d', [], [{ kind: 'lead', id: 'L3' }]],
    ]);
    expect((await db.problems.toArray()).map(({ why }) => why)).toEqual(['row 4: too small']);
    expect(await ownSettings(db)).toEqual({
      currency: 'EUR',
      me: { names: ['Eva Lind'] },
      team: { names: ['Eva Lind'] },
      quota: { 'Eva Lind': 2000 },
      costs: [{ kind: 'sales', amount: 2, from: '2026-01-01', to: '2026-02-01' }],
      warmthOf: { Webinar: 'cool' },
      snoozes: [],
      declined: [],
      baseline: { 'win-rate': { value: 0.3, parts: { 'Eva Lind': 0.2 } } },
    });
    // Everything is worked out anew.
    expect((await db.summaries.toArray()).every(({ until }) => until === 0)).toBe(true);
  });

  it('is not taken for one whose name only contains theirs', async () => {
    const db = await filled('Ana Pop');
    await db.leads.put({ org, id: 'L9', name: 'Diana Popescu', outcome: 'open', seenAt: NOW });
    await forgetPerson(db, ['ana pop']);
    expect((await db.leads.get([org, 'L9']))?.name).toBe('Diana Popescu');
  });

  it.each([
    ['佐藤花子さんに電話', '佐藤花子', true],
    ['Ana Pop’s boat', 'Ana Pop', true],
    ['https://crm.test/?q=Ana%20Pop', 'Ana Pop', true],
    ['100 % sure', 'Ana Pop', false],
    ['Diana Pop', 'Ana Pop', false],
    ['АНА ПОП', 'Ана Поп', true],
  ])('“%s” names %s: %s', (text, name, isNamed) => expect(mentionsOf([name])(text)).toBe(isNamed));

  it('without a name is nobody', async () => {
    const db = await filled('Ana Pop');
    const before = await contentOf(db);
    await forgetPerson(db, ['  ', '']);
    expect((await contentOf(db)).leads).toBe(before.leads);
    expect(mentionsOf(['(', ' '])('anything')).toBe(false);
  });
});

describe('what concerns one person', () => {
  it('is a History of their records, what hangs on these, and what names them; and nothing else', async () => {
    const db = await filled('Ana Pop');
    const other = { org, id: 'L8', name: 'Nobody Else', outcome: 'open' as const, seenAt: NOW };
    await db.leads.put(other);
    const personal = await exportPerson(db, [' ana pop'], NOW);
    const { value: history } = parseHistory(JSON.parse(JSON.stringify(personal)));
    const ids = (rows: { id: string }[] = []) => rows.map(({ id }) => id);
    expect(ids(history?.leads)).toEqual(['L1', 'L2', 'L3', 'L4']);
    expect(ids(history?.deals)).toEqual(['D1', 'D2', 'D3']);
    expect(ids(history?.activities)).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(ids(history?.ownerChanges)).toEqual(['O1', 'O2']);
    expect(ids(history?.stageChanges)).toEqual(['S1']);
    expect(ids(history?.quotes)).toEqual(['Q1']);
    expect(ids(history?.tickets)).toEqual(['T1', 'T2']);
    expect(ids(history?.customers)).toEqual(['C1', 'C2']);
    expect(personal.sightings).toHaveLength(4);
    expect(personal.contradictions).toHaveLength(3);
    expect(history?.settings.quota).toEqual({ 'Ana Pop': 1000 });
    expect(history?.settings.me).toEqual({ names: ['Ana Pop'] });
    expect(history?.settings.currency).toBeUndefined();
    expect(JSON.stringify(personal)).not.toContain('Nobody Else');
  });

  it('of one who is not there is nothing', async () => {
    const db = await filled('Ana Pop');
    const { sightings, settings, leads, activities } = await exportPerson(db, ['Ion Nemo'], NOW);
    expect([sightings, settings, leads, activities]).toEqual([[], {}, [], []]);
  });
});
