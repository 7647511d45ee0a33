import { describe, expect, it } from 'vitest';
import type { Raw, RawActivity } from '../../src/contract/raw.ts';
import { at, deal, field, fields, item, lead, NOW, read, readDeal, readLead } from './make.ts';

const HOUR = 36e5;
const DAY = 24 * HOUR;

describe('a field that the page shows empty', () => {
  it.each([
    '',
    '  ',
    '--',
    '—',
    '-',
    '***',
    '••••',
    '****** ******',
    '•••• ••••',
    'No owner',
    'Unassigned',
    'None',
  ])('"%s" is absent', (text) => {
    const shown = readDeal({ owner: text, amount: text, stage: text, closeDate: text, createdAt: text });
    for (const key of ['owner', 'amount', 'stage', 'closeDate', 'createdAt'])
      expect(shown.deal).not.toHaveProperty(key);
    expect(shown.sighting.unread).toEqual([]);
  });

  it('is not a zero that is shown', () => {
    expect(readDeal({ amount: '€0.00', probability: '0%' }).deal).toMatchObject({
      amount: 0,
      probability: 0,
    });
  });
});

describe('a field that is being edited', () => {
  const texts = {
    owner: 'Robin',
    stage: 'Won',
    status: 'Converted',
    amount: '€5',
    probability: '50%',
    createdAt: '3 Jun 2026',
    pipeline: 'P',
    nextStep: 'N',
    type: 'Renewal',
    warmth: 'Hot',
  };
  const edited = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, field(text, { unread: 'is being edited' })]),
  );

  it('is unread, whichever it is, and said to be', () => {
    for (const make of [deal, lead]) {
      const { records, sighting } = read({
        records: [{ ...make(), fields: { ...fields({ name: 'A' }), ...edited } }],
      });
      const [row] = [...records.deals, ...records.leads];
      expect(Object.keys(row ?? {}).sort()).toEqual(['id', 'name', 'org', 'outcome']);
      expect(row?.outcome).toBe('open');
      expect(sighting.unread).toHaveLength(Object.keys(texts).length);
    }
  });

  it('is not filled from its label instead', () => {
    const labelled = [{ label: 'Stage', text: 'Won' }];
    const row = {
      ...deal(),
      fields: { ...fields({ name: 'A' }), stage: field('', { unread: 'edited' }) },
      labelled,
    };
    expect(read({ records: [row] }).records.deals[0]).not.toHaveProperty('stage');
  });
});

describe('identity', () => {
  it('is the CRM’s id where the page shows one', () => {
    expect(readDeal().deal).toMatchObject({ org: 'test:acme', id: 'D1' });
    expect(readDeal().deal).not.toHaveProperty('derived');
  });

  it('is derived where it does not, the same at each reading, and marked', () => {
    const row = () => ({ ...deal({ company: 'Acme' }), id: undefined });
    const [a, b] = [NOW, NOW + DAY].map(
      (readAt) => read({ readAt, records: [row()], activities: [item()] }).records,
    );
    expect(a?.deals[0]).toMatchObject({ id: expect.stringMatching(/^~/), derived: true });
    expect(b?.deals[0]?.id).toBe(a?.deals[0]?.id);
    expect(b?.activities[0]).toMatchObject({ id: a?.activities[0]?.id, derived: true });
  });

  it.each(['5 minutes ago', '2 hours ago', '3 days ago', '2 weeks ago'])(
    'stays the same while the page says "%s"',
    (text) => {
      const rows: RawActivity[] = [
        item({ at: text, subject: 'S' }),
        item({ at: text, type: 'system', change: { field: 'stage', from: 'A', to: 'B' } }),
        item({ at: text, type: 'system', change: { field: 'owner', from: 'A', to: 'B' } }),
      ];
      const ids = (readAt: number) => {
        const { activities, stageChanges, ownerChanges } = read({
          readAt,
          records: [deal()],
          activities: rows,
        }).records;
        return [...activities, ...stageChanges, ...ownerChanges].map((r) => r.id);
      };
      expect(ids(NOW)).toHaveLength(3);
      expect(ids(NOW + 30_000)).toEqual(ids(NOW));
    },
  );

  it('differs by what is shown', () => {
    const activities = [
      item(),
      item({ subject: 'S' }),
      item({ type: 'email' }),
      item({ at: '10 Jun 2026, 09:01' }),
      item({ at: '10 Jun 2026' }),
      item({ at: '11 Jun 2026' }),
    ];
    expect(read({ records: [deal()], activities }).records.activities).toHaveLength(6);
  });

  it('of what the page tells of itself differs by its sentence', () => {
    const told = (over: Partial<RawActivity>) => item({ type: 'system', header: '', ...over });
    const activities = [
      told({ header: 'Contact created' }),
      told({ header: 'Lifecycle stage changed' }),
      told({ header: 'Contact created' }),
      told({ change: { field: 'phone', to: '1' } }),
      told({ change: { field: 'phone', to: '2' } }),
      told({ change: { field: 'city', to: '1' } }),
    ];
    expect(read({ records: [deal()], activities }).records.activities).toHaveLength(5);
  });

  it('of an empty id is derived', () => {
    expect(readDeal({}, { id: '' }).deal).toMatchObject({ derived: true });
  });

  it('of rows that look alike is none: they are left out, and said', () => {
    const twin = { ...deal(), id: undefined };
    const other = { ...deal({ name: 'Other' }), id: undefined };
    const { records, sighting } = read({ kind: 'list', records: [twin, other, twin] });
    expect(records.deals.map((d) => d.name)).toEqual(['Other']);
    expect(sighting.unread).toEqual([{ field: 'record', why: 'several rows look alike: "Fleet"' }]);
  });

  it('of a row with neither name nor id is none, and said', () => {
    const { records, sighting } = read({ kind: 'list', records: [{ kind: 'deal', fields: {} }] });
    expect(records.deals).toEqual([]);
    expect(sighting.unread).toHaveLength(1);
  });
});

describe('one thing shown twice is one', () => {
  it('record: the row that says more stays', () => {
    const { records, sighting } = read({ kind: 'list', records: [deal(), deal({ stage: 'Offer' })] });
    expect(records.deals).toEqual([expect.objectContaining({ id: 'D1', stage: 'Offer' })]);
    expect(sighting.coverage.seen).toEqual({ deals: 1 });
  });

  it('activity: a collapsed clone or a pinned copy, with an id or without', () => {
    for (const id of ['A1', undefined]) {
      const shown = item({ ...(id ? { id } : {}), subject: 'Intro' });
      const opened = { ...shown, details: [{ label: 'Call result', text: 'Connected' }] };
      const { activities } = read({ records: [deal()], activities: [shown, opened, shown] }).records;
      expect(activities).toEqual([expect.objectContaining({ subject: 'Intro', result: 'connected' })]);
    }
  });
});

describe('outcome', () => {
  it.each([
    ['Offer', 'open'],
    ['Closed Won', 'won'],
    ['closed lost', 'lost'],
    ['Wonderland', 'open'],
    ['Won back', 'open'],
  ])('of a deal in "%s" is %s', (stage, outcome) => expect(readDeal({ stage }).deal?.outcome).toBe(outcome));

  it('is what a mark of the page says, before its words', () => {
    expect(readDeal({ stage: 'Signed' }, { closed: 'won' }).deal?.outcome).toBe('won');
    expect(readLead({}, { closed: 'disqualified' }).lead?.outcome).toBe('disqualified');
    expect(readLead({ status: 'Converted' }).lead?.outcome).toBe('converted');
    expect(readLead({ status: 'Working' }).lead?.outcome).toBe('open');
  });

  it.each([
    'Dead',
    "'Gestorben'",
    'Mort',
    'Muerto',
    'Fuori uso',
    'Morto',
    'Dood',
    'Inactiv',
    'Мертв',
    '死んだ',
  ])('of a lead in "%s", a status that CRMs ship with, is disqualified', (status) =>
    expect(readLead({ status }).lead?.outcome).toBe('disqualified'),
  );

  it('of a sender with a name and an address the name alone is kept', () => {
    for (const by of ['"Ada <L>" <ada@finch.example>', 'Ada <L> <ada@finch.example>', 'Ada <L>']) {
      const [mail] = read({ records: [deal()], activities: [item({ type: 'email', by })] }).records
        .activities;
      expect(mail?.by).toBe('Ada <L>');
    }
  });

  it('the address of a sender without a name is not kept as the author', () => {
    const [mail] = read({ records: [deal()], activities: [item({ type: 'email', by: 'ann@example.org' })] })
      .records.activities;
    expect(mail?.kind).toBe('email');
    expect(mail).not.toHaveProperty('by');
  });

  it('closedAt is the closing stage change, else the day of the close date', () => {
    const texts = { stage: 'Closed Won', closeDate: '12 Jun 2026' };
    expect(readDeal(texts).deal?.closedAt).toEqual([at('2026-06-11T22:00Z'), at('2026-06-12T22:00Z')]);
    const moves = [
      item({
        type: 'system',
        at: '9 Jun 2026, 10:00',
        change: { field: 'stage', from: 'Offer', to: 'Closed Won' },
      }),
      item({ type: 'system', at: '1 Jun 2026, 10:00', change: { field: 'stage', from: 'New', to: 'Offer' } }),
    ];
    const { deals } = read({ records: [deal(texts)], activities: moves }).records;
    expect(deals[0]?.closedAt).toBe(at('2026-06-09T08:00Z'));
  });

  it('closedAt is absent while the deal is open, whatever the page shows there', () => {
    const open = readDeal({ stage: 'Offer', closeDate: '12 Jun 2026', closedAt: '12 Jun 2026' }).deal;
    expect(open).not.toHaveProperty('closedAt');
    expect(open?.closeDate).toBe('2026-06-12');
  });

  it('has no close date where the page only says about when', () => {
    expect(readDeal({ closeDate: '2 hours ago' }).deal).toHaveProperty('closeDate');
    expect(readDeal({ closeDate: '3 weeks ago' }).deal).not.toHaveProperty('closeDate');
  });

  it.each(['18 Dec', '3 Jan', 'Friday'])('is unread where a planned day names no year: %s', (closeDate) => {
    const { deal, sighting } = readDeal({ stage: 'Offer', closeDate });
    expect(deal).not.toHaveProperty('closeDate');
    expect(sighting.unread.map((u) => u.field)).toContain('closeDate');
  });

  it('without a year is, of a closed deal, this year’s where that is over, and else unread', () => {
    expect(readDeal({ stage: 'Closed Won', closeDate: '3 Jan' }).deal?.closeDate).toBe('2026-01-03');
    expect(readDeal({ stage: 'Closed Won', closeDate: 'Friday' }).deal?.closeDate).toBe('2026-06-12');
    expect(readDeal({ stage: 'Closed Won', closeDate: '18 Dec' }).deal).not.toHaveProperty('closeDate');
  });

  it.each([
    [
      ['18 Dec', '3 Jan 2027'],
      ['2026-12-18', '2027-01-03'],
    ],
    [
      ['3 Jan', '18 Dec 2025'],
      ['2026-01-03', '2025-12-18'],
    ],
    [
      ['18 Dec', '3 Jan 2026', '4 Feb 2027'],
      [undefined, '2026-01-03', '2027-02-04'],
    ],
    [
      ['18 Dec', '3 Jan'],
      [undefined, undefined],
    ],
    [
      ['Friday', '3 Jan 2027'],
      [undefined, '2027-01-03'],
    ],
    [
      ['18 Dec', '3 Jan 2569'],
      [undefined, undefined],
    ],
  ])('without a year is this year’s where the page leaves only that one out: %s', (texts, days) => {
    const records = texts.map((closeDate, i) => deal({ name: `Deal ${i}`, closeDate }, { id: `D${i}` }));
    expect(read({ records }).records.deals.map((d) => d.closeDate)).toEqual(days);
  });
});

describe('money', () => {
  it('that is rounded is inexact, unless a machine value stands beside it', () => {
    expect(readDeal({ amount: '€12.3k' }).deal).toMatchObject({
      amount: 12_300,
      amountInexact: true,
      currency: 'EUR',
    });
    const exact = {
      ...deal(),
      fields: { ...fields({ name: 'A' }), amount: field('€12.3k', { machine: '12345.67' }) },
    };
    expect(read({ records: [exact] }).records.deals[0]).toMatchObject({ amount: 12_345.67, currency: 'EUR' });
    expect(read({ records: [exact] }).records.deals[0]).not.toHaveProperty('amountInexact');
  });

  it('that is rounded gives way to an exact one under a label, and keeps its currency', () => {
    const shown = (...texts: string[]) =>
      readDeal({ amount: '£12.3k' }, { labelled: texts.map((text) => ({ label: 'amount', text })) }).deal;
    expect(shown('£12.3k', '12,345.00')).toMatchObject({ amount: 12_345, currency: 'GBP' });
    expect(shown('£12.3k', '12,345.00')).not.toHaveProperty('amountInexact');
    expect(shown('£12.35k', '--')).toMatchObject({ amount: 12_300, amountInexact: true });
    const exact = readDeal({ amount: '£9' }, { labelled: [{ label: 'amount', text: '£12,345.00' }] });
    expect(exact.deal?.amount).toBe(9);
    // A word that no language's dictionary of scales has.
    const unknown = (...texts: string[]) =>
      readDeal({ amount: '£12.3 zig' }, { labelled: texts.map((text) => ({ label: 'amount', text })) }).deal;
    expect(unknown('£12,345.00')).toMatchObject({ amount: 12_345, currency: 'GBP' });
    expect(unknown()).not.toHaveProperty('amount');
  });

  it('that is not understood is unread, and said', () => {
    const { deal: row, sighting } = readDeal({ amount: 'on request' });
    expect(row).not.toHaveProperty('amount');
    expect(sighting.unread).toEqual([{ field: 'amount', why: 'not understood: "on request"' }]);
    const machine = { ...fields({ name: 'A' }), amount: field('on request', { machine: '1250' }) };
    const { records, sighting: told } = read({ records: [{ ...deal(), fields: machine }] });
    expect(records.deals[0]).toMatchObject({ amount: 1250 });
    expect(told.unread).toEqual([]);
  });
});

describe('what dictionaries map', () => {
  it.each([
    ['Existing Business', 'upsell'],
    ['New Customer', 'new'],
    ['Partner deal', undefined],
  ])('deal type "%s"', (type, expected) => expect(readDeal({ type }).deal?.type).toBe(expected));

  it('rating to warmth, import to imported; anything else is absent', () => {
    expect(readLead({ warmth: 'Hot', source: 'Import' }).lead).toMatchObject({
      warmth: 'hot',
      imported: true,
    });
    const plain = readLead({ warmth: 'Sparkling', source: 'Important fair' }).lead;
    expect(plain).not.toHaveProperty('warmth');
    expect(plain).not.toHaveProperty('imported');
  });

  it('labels to fields, for what no other way gave', () => {
    const labelled = [
      { label: 'Deal owner:', text: 'Kim' },
      { label: 'Deal stage', text: 'Offer' },
      { label: 'Shoe size', text: '43' },
    ];
    expect(readDeal({ stage: 'Won' }, { labelled }).deal).toMatchObject({ owner: 'Kim', stage: 'Won' });
  });
});

describe('a label that no dictionary has', () => {
  const unread = (label: string, text: string, over: Partial<Raw> = {}, texts = {}) =>
    read({ records: [deal(texts, { labelled: [{ label, text }] })], ...over }).sighting.unread;
  const named = (field: string, label: string) => [{ field, why: `label not known: "${label}"` }];

  it('is named where what stands behind it may be what is missing', () => {
    expect(unread('Zieltag', '3 Jul 2026')).toEqual(named('closeDate', 'Zieltag'));
    expect(unread('Zieltag', '3 Jul 2026', {}, { closeDate: '3 Jul 2026' })).toEqual(
      named('createdAt', 'Zieltag'),
    );
    expect(unread('Summe', '€12,345.00')).toEqual(named('amount', 'Summe'));
    expect(unread('Betreuer', 'Kim', { kind: 'board' })).toEqual(named('owner', 'Betreuer'));
    expect(unread('Betreuer', 'Kim', { people: ['Kim'] })).toEqual(named('owner', 'Betreuer'));
  });

  it('is said once a page', () => {
    const labelled = [{ label: 'Zieltag', text: '3 Jul 2026' }];
    const records = ['D1', 'D2'].map((id) => deal({ name: id }, { id, labelled }));
    expect(read({ records }).sighting.unread).toEqual(named('closeDate', 'Zieltag'));
  });

  it('is not where nothing is missing, behind it stands nothing, or it is known', () => {
    const whole = { closeDate: '3 Jul 2026', createdAt: '3 Jun 2026', amount: '€5' };
    expect(unread('Zieltag', '3 Jul 2026', {}, whole)).toEqual([]);
    expect(unread('Summe', '€12,345.00', {}, whole)).toEqual([]);
    expect(unread('Zieltag', '--')).toEqual([]);
    expect(unread('Branche', 'Metall')).toEqual([]);
    expect(unread('Last modified', '3 Jul 2026')).toEqual([]);
    expect(unread('Schlusstermin', '3 Jul 2026')).toEqual([]);
  });
});

describe('when a record was created', () => {
  const born = item({ type: 'system', header: 'This deal was created by Robin', at: '3 Jun 2026, 10:00' });
  const createdAt = (activities: RawActivity[], texts = {}) =>
    read({ records: [deal(texts)], activities }).records.deals[0]?.createdAt;

  it('is told by the oldest item of its timeline, where the page has no field for it', () => {
    expect(createdAt([item(), born])).toBe(at('2026-06-03T08:00Z'));
    expect(createdAt([item(), born], { createdAt: '1 Jun 2026' })).toEqual(
      readDeal({ createdAt: '1 Jun 2026' }).deal?.createdAt,
    );
  });

  it.each([
    'This contact was created',
    'Ce contact a été créé',
    'Dieser Deal wurde erstellt.',
    'この取引が作成されました',
    'Эта сделка создана',
    'تم إنشاء جهة الاتصال هذه',
  ])('is told without the person who did it: %s', (header) =>
    expect(createdAt([{ ...born, type: 'untold', header }])).toBe(at('2026-06-03T08:00Z')),
  );

  it('is not told by an item that has older ones, for it is another record’s', () => {
    expect(createdAt([born, item({ at: '2 Jun 2026, 10:00' })])).toBeUndefined();
    expect(createdAt([born, { ...born, header: 'This deal was created by Sam' }])).toBeUndefined();
    expect(createdAt([item({ header: born.header ?? '' })])).toBeUndefined();
  });
});

describe('the hand-raise of a HubSpot contact', () => {
  const forms = [
    item({ type: 'form', at: '5 Jun 2026, 10:00' }),
    item({ type: 'form', at: '3 Jun 2026, 10:00' }),
    item({ at: '2 Jun 2026, 10:00' }),
  ];
  const raised = (over: Partial<Raw>) =>
    read({ records: [lead()], activities: forms, ...over }).records.leads[0]?.raisedAt;

  it('is its first form, where all of the timeline is there', () => {
    expect(raised({ adapter: 'hubspot' })).toBe(at('2026-06-03T08:00Z'));
    expect(raised({ adapter: 'hubspot', more: true })).toBeUndefined();
    expect(raised({ adapter: 'hubspot', activities: [item()] })).toBeUndefined();
    expect(raised({ adapter: 'salesforce' })).toBeUndefined();
  });
});

describe('a lead’s status', () => {
  it.each([
    ['Closed - Duplicate', 'duplicate'],
    ['Doublon', 'duplicate'],
    ['Spam', 'spam'],
    ['Unreachable', 'unreachable'],
    ['Geschlossen - Nicht erreichbar', 'unreachable'],
    ['Do Not Contact', 'opted-out'],
    ['Opt-out', 'opted-out'],
    ['重複', 'duplicate'],
    ['Closed: Converted', 'converted'],
    ['Closed (Not Converted)', 'disqualified'],
    ['Not a duplicate', 'open'],
    ['Working - Contacted', 'open'],
  ])('%s: %s', (status, outcome) => expect(readLead({ status }).lead?.outcome).toBe(outcome));

  it('tells more than a mark that only says that it is closed', () => {
    expect(readLead({ status: 'Spam' }, { closed: 'disqualified' }).lead?.outcome).toBe('spam');
    expect(readLead({ status: 'Gone' }, { closed: 'disqualified' }).lead?.outcome).toBe('disqualified');
  });
});

describe('the time at which a deal was closed', () => {
  const lost = { stage: 'New', closeDate: '20 May 2026' };
  const moved = item({
    type: 'system',
    at: '1 May 2026, 10:00',
    change: { field: 'stage', from: 'A', to: 'New' },
  });

  it('is what the page says, before any move', () => {
    const shown = deal({ ...lost, closedAt: '3 Jun 2026, 09:00' }, { closed: 'lost' });
    const { deals } = read({ records: [shown], activities: [moved] }).records;
    expect(deals[0]?.closedAt).toBe(at('2026-06-03T07:00:00Z'));
  });

  it('is the move where what the page says cannot be read', () => {
    const shown = deal({ stage: 'New', closedAt: 'soon' }, { closed: 'lost' });
    const { deals } = read({ records: [shown], activities: [moved] }).records;
    expect(deals[0]?.closedAt).toBe(at('2026-05-01T08:00:00Z'));
  });

  it('is no move to the stage in which a lost deal was left', () => {
    const shown = deal(lost, { closed: 'lost', stageKept: true });
    const { deals } = read({ records: [shown], activities: [moved] }).records;
    expect(deals[0]?.closedAt).toEqual([at('2026-05-19T22:00Z'), at('2026-05-20T22:00Z')]);
  });

  it('is no day that is still to come', () => {
    const ahead = readDeal({ stage: 'New', closeDate: '20 Jul 2026' }, { closed: 'lost' }).deal;
    expect(ahead).toMatchObject({ outcome: 'lost', closeDate: '2026-07-20' });
    expect(ahead).not.toHaveProperty('closedAt');
    expect(readDeal({ stage: 'New', closeDate: '15 Jun 2026' }, { closed: 'lost' }).deal).toHaveProperty(
      'closedAt',
    );
  });
});
