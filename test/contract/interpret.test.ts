import { describe, expect, it } from 'vitest';
import type { Raw, RawActivity } from '../../src/contract/raw.ts';
import {
  at,
  deal,
  field,
  fields,
  item,
  lead,
  NOW,
  page,
  read,
  readDeal,
  readItem,
  readLead,
} from './make.ts';

const HOUR = 36e5;
const DAY = 24 * HOUR;
const LONG = 'x'.repeat(1500);

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

describe('a page that is not to be read yet', () => {
  const { records, sighting } = read({ unready: 'still loading', records: [deal()], activities: [item()] });
  it('gives an empty history, incomplete, with the reason', () => {
    expect(Object.values(records).flat()).toEqual([]);
    expect(sighting.coverage.complete).toBe(false);
    expect(sighting.unread).toEqual([{ field: 'page', why: 'still loading' }]);
    expect(sighting).not.toHaveProperty('subject');
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

describe('deeds of one minute', () => {
  const [first, second] = [item({ header: 'Call by Robin' }), item({ header: 'Call by Sam' })];
  const called = (activities: RawActivity[]) =>
    read({ records: [deal()], activities }).records.activities.map(({ id, by }) => [by, id]);

  it('are two where their headings say so, and the same again is one', () => {
    expect(called([first, second, first]).map(([by]) => by)).toEqual(['Robin', 'Sam']);
  });

  it('keep their ids when another comes on top and when the cards are opened', () => {
    const [, [, older] = []] = called([first, second]);
    expect(called([second])).toEqual([['Sam', older]]);
    const opened = [first, second].map((c) => ({ ...c, header: `Logged ${c.header?.toLowerCase()}` }));
    expect(called(opened).map(([, id]) => id)).toEqual(called([first, second]).map(([, id]) => id));
  });
});

describe('direction', () => {
  it.each<[string, Partial<RawActivity>, string]>([
    ['a logged call', {}, 'out'],
    ['a logged e-mail', { type: 'email', header: 'Logged email from Robin to Dana' }, 'out'],
    ['an incoming call', { header: 'Incoming call' }, 'in'],
    ['an e-mail that the page marks as received', { type: 'email', direction: 'in' }, 'in'],
    ['an e-mail of the customer', { type: 'email', by: 'Dana Moss' }, 'in'],
    ['a form', { type: 'form', header: 'Form submission' }, 'in'],
    ['a task', { type: 'task' }, 'none'],
    ['a note', { type: 'note' }, 'none'],
    ['a meeting', { type: 'meeting', by: 'Dana Moss' }, 'none'],
    ['a system item', { type: 'property-change' }, 'none'],
  ])('of %s', (_, over, direction) =>
    expect(readItem(over, { customers: ['Dana Moss'] }).activity?.direction).toBe(direction),
  );

  it.each([
    ['Logged email from Ruth Vale to Nadia Cole', 'in'],
    ['E-Mail von Ruth Vale an Nadia Cole', 'in'],
    ['Ruth ValeさんからNadia Coleさんへのメール', 'in'],
    ['Logged email from Nadia Cole to Ruth Vale', 'out'],
    ['Logged email from Kim Hart to Nadia Cole', 'out'],
    ['Logged email from Ruth Vale to Nadia Cole and Dana Moss', 'out'],
    ['Logged email from Ruth Vale to Dana Moss', 'out'],
  ])('of a message between one of the firm and somebody unknown: %s', (header, direction) => {
    const people = ['Nadia Cole', 'Kim Hart'];
    expect(readItem({ type: 'email', header }, { people }).activity?.direction).toBe(direction);
  });

  it('is what an opened call says of itself', () => {
    const details = (text: string) => [{ label: 'Call Type', text }];
    const direction = (text: string) =>
      readItem({ type: 'call', details: details(text) }).activity?.direction;
    expect(['Inbound', 'Outbound'].map(direction)).toEqual(['in', 'out']);
  });

  it('of a lead’s own e-mail is in', () => {
    const rows = { records: [lead()], activities: [item({ type: 'email', by: 'Dana Moss' })] };
    expect(read(rows).records.activities[0]?.direction).toBe('in');
  });
});

describe('kind', () => {
  it.each([
    ['LOGGED_EMAIL', 'email'],
    ['Call', 'call'],
    ['event', 'meeting'],
    ['WhatsApp', 'chat'],
    ['linkedin-message', 'social'],
    ['SMS', 'sms'],
    ['postal-mail', 'post'],
    ['form-submission', 'form'],
    ['note', 'note'],
    ['task', 'task'],
    ['property-change', 'system'],
    ['lifecycle', 'system'],
    ['task:Anruf', 'call'],
    ['task:Email', 'email'],
    ['task:Task', 'task'],
    ['task:Zadanie', 'task'],
  ])('%s is %s', (type, kind) => expect(readItem({ type, header: '' }).activity?.kind).toBe(kind));
});

describe('state', () => {
  const task = (over: Partial<RawActivity> & { at?: string }) => readItem({ type: 'task', ...over }).activity;

  it('of a planned item is planned, at its due date in the year to come', () => {
    expect(task({ planned: true, at: '1 Dec' })).toMatchObject({
      state: 'planned',
      at: [at('2026-11-30T23:00Z'), at('2026-12-01T23:00Z')],
    });
    expect(task({ section: 'Upcoming', at: '1 Jul' })?.state).toBe('planned');
  });

  it('of an overdue task is planned, at its due date in the past', () => {
    const [from, to] = [at('2026-02-28T23:00Z'), at('2026-03-01T23:00Z')];
    expect(task({ planned: true, overdue: true, at: '1 Mar' })).toMatchObject({
      state: 'planned',
      at: [from, to],
    });
  });

  it('of one with "No due date" is planned, without a time', () => {
    for (const time of ['No due date', '']) {
      const reading = readItem({ type: 'task', planned: true, at: time });
      expect(reading.activity).toMatchObject({ state: 'planned' });
      expect(reading.activity).not.toHaveProperty('at');
      expect(reading.sighting.unread).toEqual([]);
    }
  });

  it('of a future item is planned, though nothing else says so', () => {
    expect(readItem({ type: 'meeting', at: '16 Jun 2026, 10:00' }).activity?.state).toBe('planned');
    expect(readItem({ type: 'meeting', at: '15 Jun 2026' }).activity?.state).toBe('done');
  });

  it('of a ticked task is done', () => {
    expect(task({ done: true, planned: true, at: '14 Jun 2026' })?.state).toBe('done');
    expect(task({ header: 'Task assigned to Robin - Completed' })?.state).toBe('done');
  });

  it('of a task is what its status says', () => {
    const withStatus = (text: string) => task({ details: [{ label: 'Status', text }] })?.state;
    for (const text of ['Not started', 'In progress', 'Nicht begonnen', '未着手', 'لم يبدأ'])
      expect([text, withStatus(text)]).toEqual([text, 'planned']);
    for (const text of ['Completed', 'Erledigt', '完了', 'Sparkling'])
      expect([text, withStatus(text)]).toEqual([text, 'done']);
    const details = [{ label: 'Status', text: 'Completed' }];
    expect(task({ planned: true, details })?.state).toBe('done');
  });

  it('of a planned call or e-mail is done where its status says so, not where its heading only has the word', () => {
    for (const type of ['task:Κλήση', 'task:Email'])
      expect(readItem({ type, planned: true, header: 'Completed · Outbound' }).activity?.state).toBe('done');
    expect(readItem({ type: 'call', planned: true, header: 'Ολοκληρώθηκε' }).activity?.state).toBe('done');
    for (const header of ['Not started', 'Call - Completed forms by Kim', 'Not completed'])
      expect(readItem({ type: 'call', planned: true, header }).activity?.state).toBe('planned');
  });

  it('of a message that came back is bounced, of one that is about bouncing is not', () => {
    expect(readItem({ type: 'email', header: 'Email to Dana bounced' }).activity?.state).toBe('bounced');
    expect(readItem({ type: 'email', subject: 'Undeliverable: Offer' }).activity?.state).toBe('bounced');
    expect(readItem({ type: 'email', subject: 'About the bounced cheque' }).activity?.state).toBe('done');
  });

  it('of a cancelled meeting is cancelled', () => {
    expect(readItem({ type: 'meeting', result: 'Canceled' }).activity?.state).toBe('cancelled');
  });

  it.each([
    ['Canceled: Kick-off', 'cancelled'],
    ['Abgesagt: Auftakt', 'cancelled'],
    ['Annulé : lancement', 'cancelled'],
    ['キャンセル済み: 打ち合わせ', 'cancelled'],
    ['Rescheduled: Kick-off', 'done'],
    ['Order: canceled', 'done'],
  ])('of a meeting is what its calendar put before the title: %s', (subject, state) => {
    expect(readItem({ type: 'event', subject }).activity?.state).toBe(state);
    expect(readItem({ type: 'email', subject }).activity?.state).toBe('done');
    const ahead = readItem({ type: 'event', subject, planned: true, at: '20 Jun 2026, 09:00' }).activity;
    expect(ahead?.state).toBe(state === 'done' ? 'planned' : state);
  });

  it('without a time, of an item that is not planned, is nothing: it is left out, and said', () => {
    for (const time of ['', 'soon']) {
      const { activity, sighting } = readItem({ at: time });
      expect(activity).toBeUndefined();
      expect(sighting.unread).toEqual([expect.objectContaining({ field: 'activity.at' })]);
    }
  });

  it('with a due date that is not understood says so', () => {
    const { activity, sighting } = readItem({ type: 'task', planned: true, at: 'some day' });
    expect(activity).toMatchObject({ state: 'planned' });
    expect(sighting.unread).toEqual([expect.objectContaining({ field: 'activity.at' })]);
  });
});

describe('result', () => {
  it.each([
    ['call', 'Connected', 'connected'],
    ['call', 'Left voicemail', 'voicemail'],
    ['call', 'Busy', 'no-answer'],
    ['call', 'Not answered', 'no-answer'],
    ['call', 'Completed', undefined],
    ['meeting', 'Completed', 'held'],
    ['meeting', 'No show', 'no-show'],
    ['email', 'Opened', 'opened'],
    ['note', 'Connected', undefined],
  ])('of a %s "%s"', (type, result, expected) => {
    expect(readItem({ type, result }).activity?.result).toBe(expected);
  });

  it('of a call in its sentence is none that only meetings have', () => {
    const header = 'Chiamata - Occupato effettuata da Ada Finch';
    expect(readItem({ type: 'call', header }).activity?.result).toBe('no-answer');
  });

  it.each([
    ['Opens', '2', 'opened'],
    ['Öffnungen', '1', 'opened'],
    ['クリック数', '１', 'clicked'],
    ['Clicks', '0', undefined],
    ['Opens', '--', undefined],
  ])('of an e-mail is told by its counts: %s %s', (label, text, expected) => {
    const details = [{ label, text }];
    expect(readItem({ type: 'email', details }).activity?.result).toBe(expected);
    expect(readItem({ type: 'call', details }).activity?.result).toBeUndefined();
  });

  it('of an e-mail that was opened and clicked is that it was clicked', () => {
    const details = ['Opens', 'Clicks'].map((label) => ({ label, text: '3' }));
    expect(readItem({ type: 'email', details }).activity?.result).toBe('clicked');
  });

  it('of what is still to come is none', () => {
    expect(readItem({ planned: true, result: 'Connected', at: '1 Jul' }).activity).not.toHaveProperty(
      'result',
    );
  });

  it('is found in the details of an opened item, with the duration in seconds', () => {
    const details = [
      { label: 'Call result', text: 'Connected' },
      { label: 'Call duration', text: '1:02:03' },
    ];
    expect(readItem({ details }).activity).toMatchObject({ result: 'connected', seconds: 3723 });
  });
});

describe('who did it', () => {
  it('"You" is the confirmed name, else nobody', () => {
    const you = { mine: true } as const;
    expect(readItem(you, {}, { me: ['Robin Ray'] }).activity?.by).toBe('Robin Ray');
    expect(readItem(you).activity).not.toHaveProperty('by');
    expect(readItem(you, {}, { me: ['Robin Ray', 'R. Ray'] }).activity).not.toHaveProperty('by');
  });

  it('is the name in the heading', () => {
    expect(readItem({ header: 'Logged call by Robin Ray' }).activity?.by).toBe('Robin Ray');
  });
});

describe('a machine', () => {
  it('sent what its heading says or what is an automatic reply', () => {
    expect(
      readItem({ type: 'email', header: 'Automated email sent to Dana by Robin' }).activity?.automated,
    ).toBe(true);
    expect(readItem({ type: 'email', subject: 'Automatic reply: Offer' }).activity?.automated).toBe(true);
    expect(readItem({ type: 'email', subject: 'Out of office' }).activity?.automated).toBe(true);
  });

  it('did not send a message about automation', () => {
    expect(readItem({ type: 'email', subject: 'Your automation project' }).activity).not.toHaveProperty(
      'automated',
    );
    expect(readItem({ type: 'email', subject: 'Out of office furniture' }).activity).not.toHaveProperty(
      'automated',
    );
    expect(readItem({ type: 'email', subject: 'Re: automatic reply times' }).activity).not.toHaveProperty(
      'automated',
    );
  });
});

describe('changes', () => {
  const change = (over: NonNullable<RawActivity['change']>) =>
    readItem({ type: 'system', header: '', by: 'Robin', change: over }).records;

  it('of the stage is a stage change and no activity', () => {
    const { activities, stageChanges } = change({ field: 'stage', from: 'Offer', to: 'Won' });
    expect(activities).toEqual([]);
    expect(stageChanges).toEqual([
      expect.objectContaining({
        deal: 'D1',
        from: 'Offer',
        to: 'Won',
        at: at('2026-06-10T07:00Z'),
        by: 'Robin',
      }),
    ]);
  });

  it('of the stage stands in a heading too, but in no message’s', () => {
    const header = 'Robin moved Fleet to Offer';
    expect(readItem({ type: 'deal-stage', header }).records.stageChanges).toHaveLength(1);
    expect(readItem({ type: 'note', header }).records.stageChanges).toEqual([]);
    expect(readItem({ type: 'email', header }).records.stageChanges).toEqual([]);
  });

  it('without a "from" are the oldest row of a history; rows that keep the stage are none', () => {
    expect(change({ field: 'stage', to: 'New' }).stageChanges).toEqual([
      expect.not.objectContaining({ from: expect.anything() }),
    ]);
    expect(change({ field: 'stage', from: 'Offer', to: 'Offer' }).stageChanges).toEqual([]);
  });

  it('of the owner is an owner change and no activity', () => {
    const { activities, ownerChanges } = change({ field: 'owner', from: 'Robin', to: 'Kim' });
    expect(activities).toEqual([]);
    expect(ownerChanges).toEqual([
      expect.objectContaining({ on: { kind: 'deal', id: 'D1' }, from: 'Robin', to: 'Kim' }),
    ]);
    expect(change({ field: 'owner', from: 'Robin', to: 'No owner' }).ownerChanges[0]?.to).toBeNull();
  });

  it('of the stage whose sentence is not known are unread, and no activity', () => {
    const header = 'Zmieniono etap: Oferta';
    const { records, sighting } = readItem({ type: 'deal-stage', header });
    expect([...records.activities, ...records.stageChanges]).toEqual([]);
    expect(sighting.unread).toEqual([{ field: 'stageChange', why: `not understood: "${header}"` }]);
    expect(sighting.coverage.complete).toBe(false);
    expect(readItem({ type: 'lifecyclestage', header }).activity?.kind).toBe('system');
  });

  const moved = (...moves: [day: number, from: string | undefined, to: string][]) =>
    read({
      records: [deal()],
      activities: moves.map(([day, from, to]) =>
        item({ type: 'history', at: `${day} Jun 2026, 09:00`, change: { field: 'stage', from, to } }),
      ),
    });

  it('of the stage whose order on the page is not that of their times are unread', () => {
    // The stage before was taken from the row below, as in a list with the newest first.
    const { records, sighting } = moved([1, 'Offer', 'New'], [5, 'Won', 'Offer'], [9, undefined, 'Won']);
    expect(records.stageChanges).toEqual([]);
    expect(sighting.unread).toEqual([{ field: 'stageChanges', why: 'not sorted by their date' }]);
    expect(sighting.coverage.complete).toBe(false);
  });

  it('of the stage stay where they chain, in either order, and where only some are shown', () => {
    const newest = [9, 'Offer', 'Won'] as [number, string, string];
    const oldest = [1, undefined, 'New'] as [number, undefined, string];
    for (const shown of [
      [newest, [5, 'New', 'Offer'], oldest],
      [oldest, [5, 'New', 'Offer'], newest],
      [newest, oldest],
      [
        [1, 'New', 'Offer'],
        [5, 'Offer', 'New'],
      ],
    ] as Parameters<typeof moved>[])
      expect(moved(...shown).records.stageChanges).toHaveLength(shown.length);
  });

  it('of anything else are system items, without direction', () => {
    const { activities } = change({ field: 'phone', from: '1', to: '2' });
    expect(activities).toEqual([expect.objectContaining({ kind: 'system', direction: 'none' })]);
    expect(readItem({ type: 'system', header: 'This deal was created by Robin' }).activity?.kind).toBe(
      'system',
    );
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

  it('that is not understood is unread, and said', () => {
    const { deal: row, sighting } = readDeal({ amount: 'on request' });
    expect(row).not.toHaveProperty('amount');
    expect(sighting.unread).toEqual([{ field: 'amount', why: 'not understood: "on request"' }]);
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

describe('coverage', () => {
  const coverage = (over: Partial<Raw>) =>
    read({ kind: 'list', records: [deal()], ...over }).sighting.coverage;

  it('counts what is seen, by the history’s names, and is complete when nothing is hidden', () => {
    expect(coverage({ announced: { deals: 1 }, collapsed: 2 })).toEqual({
      seen: { deals: 1 },
      announced: { deals: 1 },
      complete: true,
      collapsed: 2,
      filter: null,
      locale: 'en-GB',
      timeZone: 'Europe/Berlin',
      zone: 'browser',
      by: { name: 'structure' },
      readAt: NOW,
    });
  });

  it.each<[string, Partial<Raw>]>([
    ['more are announced', { announced: { deals: 2 } }],
    ['the page only says "50+"', { announced: { deals: null } }],
    ['activities are announced and none is there', { announced: { activities: 3 } }],
    ['something is still to be loaded', { more: true }],
    ['a filter hides something', { filter: 'Owner: Robin' }],
    ['the page is not ready', { unready: 'loading' }],
  ])('is incomplete when %s', (_, over) => expect(coverage(over).complete).toBe(false));

  it('counts folded activities, and no folded moves', () => {
    const move = { folded: true, change: { field: 'stage', from: 'New', to: 'Offer' } };
    const activities = [item({ folded: true }), item({ at: '9 Jun 2026, 09:00', ...move })];
    expect(coverage({ kind: 'record', activities, collapsed: 2 }).collapsed).toBe(1);
  });

  it('tells the filter’s text where it hides something', () => {
    expect(coverage({ filter: 'Owner: Robin' }).filter).toBe('Owner: Robin');
    expect(coverage({ filter: 'Filter activity (24/24)' }).filter).toBeNull();
    expect(coverage({ filter: 'Filter activity (3/24) All users' }).filter).toContain('3/24');
    const people = ['Robin Vale'];
    expect(coverage({ filter: 'Filter by: All activities Robin Vale', people }).complete).toBe(false);
    expect(coverage({ filter: 'Filters: All time • All activities • All types' })).toMatchObject({
      filter: null,
      complete: true,
    });
  });

  it.each([
    'Filter by: All',
    'Filtres : Toujours • Toutes les activités • Tous les types',
    'フィルター: 全期間 • すべての活動 • すべての種別',
    'All activities',
    'Alle Aktivitäten',
    'すべてのアクティビティー',
  ])('has no filter where each part of it leaves nothing out: %s', (filter) =>
    expect(coverage({ filter }).filter).toBe(null),
  );

  it.each([
    'Filter by: All my calls',
    'Filtres : Toujours • Mes activités • Tous les types',
    'Filters: All time • All activities • Calls',
    'All activities by Ada',
  ])('has one where a part of it does not: %s', (filter) => expect(coverage({ filter }).filter).toBe(filter));

  it('has the zone that the user set', () => {
    const { records, sighting } = read(
      { records: [deal({ createdAt: '10 Jun 2026, 09:00' })] },
      { zone: 'America/New_York' },
    );
    expect(sighting.coverage.timeZone).toBe('America/New_York');
    expect(records.deals[0]?.createdAt).toBe(at('2026-06-10T13:00Z'));
  });
});

describe('the day-month order', () => {
  const created = (texts: string[], language = 'en') =>
    read({
      kind: 'list',
      language,
      languages: [],
      records: texts.map((createdAt, i) => deal({ createdAt }, { id: `D${i}` })),
    }).records.deals[0]?.createdAt;

  it('is proved by other dates on the page', () => {
    expect(created(['04/05/2026'])).toBeUndefined();
    expect(created(['04/05/2026', '25/05/2026'])).toEqual([at('2026-05-03T22:00Z'), at('2026-05-04T22:00Z')]);
    expect(created(['04/05/2026', '05/25/2026'])).toEqual([at('2026-04-04T22:00Z'), at('2026-04-05T22:00Z')]);
  });

  it('is unread where they contradict each other, even if the language has one', () => {
    expect(created(['04/05/2026', '25/05/2026', '05/25/2026'], 'en-US')).toBeUndefined();
  });

  it('is proved neither by times nor by years of two digits in front', () => {
    expect(created(['04/05/2026', '1 Jun 2026 18.12'])).toBeUndefined();
    expect(created(['2026-05-04', '25-11-05'], 'sv-SE')).toEqual([
      at('2026-05-03T22:00Z'),
      at('2026-05-04T22:00Z'),
    ]);
  });
});

describe('texts', () => {
  it('are cut at 1,000 characters, and never through one', () => {
    expect(readDeal({ name: LONG }).deal?.name).toHaveLength(1000);
    expect(readDeal({ name: `${'x'.repeat(999)}😀` }).deal?.name).toBe('x'.repeat(999));
  });

  it('lose control and bidirectional override characters, wherever they stand', () => {
    const bad = '\u202eevil\u0000\u2066\u200f';
    const shown = read({
      people: [bad, LONG],
      filter: `${bad} only`,
      unread: [{ field: bad, why: bad }],
      records: [deal({ name: bad, owner: bad, stage: bad, company: bad, amount: bad })],
      activities: [
        item({ id: bad, by: bad, subject: bad }),
        item({ on: { kind: 'lead', id: bad } }),
        item({ type: 'system', at: bad }),
        item({ type: 'system', change: { field: 'stage', from: bad, to: `${bad}2` } }),
      ],
    });
    expect(shown.records.deals[0]).toMatchObject({ name: 'evil', owner: 'evil' });
    expect(JSON.stringify(shown)).not.toMatch(/\\u0000|[\u200f\u202e\u2066]/);
    expect(Math.max(...shown.sighting.people.map((p) => p.length))).toBe(1000);
  });

  it('with markup stay text', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(readDeal({ name }).deal?.name).toBe(name);
  });

  it('become a link only where they are an address', () => {
    const url = 'https://crm.example.com/1';
    expect(readDeal({}, { url }).deal?.url).toBe(url);
    expect(readDeal({}, { url: 'javascript:alert(1)' }).deal).not.toHaveProperty('url');
  });

  it('named like parts of the language do no harm', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"text": "1", "by": "api"}, "constructor": {"text": "2", "by": "api"}, "name": {"text": "__proto__", "by": "api"}}',
    );
    const labelled = ['__proto__', 'constructor', 'toString'].map((label) => ({
      label,
      text: 'hasOwnProperty',
    }));
    const { records } = read({
      kind: 'list',
      records: [
        { kind: 'deal', fields: hostile, labelled },
        lead({ warmth: '__proto__', status: 'constructor', source: 'toString' }),
      ],
      announced: JSON.parse('{"__proto__": 3}'),
    });
    expect(records.deals[0]?.name).toBe('__proto__');
    expect(records.leads[0]).not.toHaveProperty('warmth');
    expect(({} as { text?: unknown }).text).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('message texts', () => {
  const CANARY = 'canary7391';
  const body = `Hi Dana,\n${CANARY} 10:30?\nRobin\n+49 30 1234567`;

  it('are counted and appear nowhere in the reading', () => {
    for (const type of [
      'email',
      'sms',
      'chat',
      'social',
      'call',
      'note',
      'meeting',
      'task',
      'form',
      'system',
    ])
      for (const at of ['10 Jun 2026, 09:00', 'soon', '']) {
        const reading = read({
          records: [lead()],
          activities: [item({ type, at, body, details: [{ label: 'Description', text: CANARY }] })],
          customers: [CANARY],
        });
        expect(JSON.stringify(reading), type).not.toContain(CANARY);
      }
  });

  it('tell how personal an outgoing message was, and nothing of an incoming one', () => {
    const email = (over: Partial<RawActivity>) =>
      read({
        records: [lead({ company: 'Acme' })],
        activities: [item({ type: 'email', by: 'Robin Ray', body, ...over })],
      }).records.activities[0];
    expect(email({})?.personal).toEqual({
      greeting: true,
      sender: true,
      signature: true,
      relevance: false,
      forward: true,
    });
    expect(email({ direction: 'in' })).not.toHaveProperty('personal');
  });

  it('are no subject: notes have none', () => {
    expect(readItem({ type: 'note', subject: 'First words of the note' }).activity).not.toHaveProperty(
      'subject',
    );
    expect(readItem({ type: 'email', subject: 'Offer' }).activity?.subject).toBe('Offer');
  });
});

describe('a reading', () => {
  it('is the same whenever the same page is read', () => {
    const shown = {
      records: [deal({ amount: '€5', createdAt: '3 Jun 2026' })],
      activities: [item(), item({ type: 'email' })],
    };
    expect(read(shown)).toEqual(read(shown));
  });

  it('changes nothing of what it was given', () => {
    const shown = page({ records: [deal()], activities: [item()], unread: [{ field: 'a', why: 'b' }] });
    const before = JSON.stringify(shown);
    read(shown);
    expect(JSON.stringify(shown)).toBe(before);
  });

  it('names the record that the page is about', () => {
    expect(readLead().sighting.subject).toEqual({ kind: 'lead', id: 'L1' });
    expect(read({ kind: 'list', records: [deal()] }).sighting).not.toHaveProperty('subject');
  });

  it('gives an item of a list to the record it names, and leaves out one that names none', () => {
    const on = { kind: 'deal', id: 'D9' } as const;
    const { records, sighting } = read({ kind: 'list', activities: [item({ on }), item()] });
    expect(records.activities.map((a) => a.on)).toEqual([on]);
    expect(sighting.unread).toEqual([{ field: 'activity', why: 'belongs to no record of this page' }]);
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

describe('what the page calls an activity', () => {
  it.each([
    ['Κλήση', 'call'],
    ['Llamada', 'call'],
    ['Anruf', 'call'],
    ['Réunion', 'meeting'],
    ['Задача', 'task'],
    ['Task', 'task'],
    ['Information', 'system'],
  ])('may be a word of its language: %s', (type, kind) =>
    expect(readItem({ type, header: '' }).activity?.kind).toBe(kind),
  );
});

describe('an item of which the page does not say what it is', () => {
  const told = (header: string, over: Partial<RawActivity> = {}) =>
    readItem({ type: 'untold', header, ...over }, { people: ['Ada Finch'] });

  it('is told by its sentence without the title in it', () => {
    expect(told('Email - Terms from Ada Finch to Cy Rao').activity).toMatchObject({
      kind: 'email',
      direction: 'out',
      subject: 'Terms',
    });
    expect(told('Email - Re: Terms from Cy Rao to Ada Finch').activity).toMatchObject({
      kind: 'email',
      direction: 'in',
      by: 'Cy Rao',
    });
    expect(told('Meeting - Roof inspection').activity).toMatchObject({ kind: 'meeting', direction: 'none' });
  });

  it('is nothing where the title may hide who sent it', () => {
    const { activity, sighting } = told('Email - Welcome');
    expect(activity).toBeUndefined();
    expect(sighting.coverage.complete).toBe(false);
  });

  it('is a task to be done until the page says more, of the year that is gone', () => {
    const task = (over: Partial<RawActivity> = {}) =>
      told('Task assigned to Ada Finch', { time: field('28 Dec at 10:00'), ...over }).activity;
    expect(task()).toMatchObject({ state: 'planned', at: at('2025-12-28T09:00:00Z') });
    expect(task({ section: 'Upcoming' })).toMatchObject({ at: at('2026-12-28T09:00:00Z') });
    expect(task({ done: true })).toMatchObject({ state: 'done' });
  });
});

describe('a message from somebody unknown', () => {
  const from = (header: string) => readItem({ type: 'email', header }, { people: ['Ada Finch'] }).activity;

  it('to one of the firm came in', () => {
    expect(from('Email - News from Rome from Cy Rao to Ada Finch')).toMatchObject({ direction: 'in' });
    expect(from('Email - News from Rome from Cy Rao to Ada Finch')).not.toHaveProperty('by');
    expect(from('Email - Terms from Cy Rao to Bo Lind')).toMatchObject({ direction: 'out' });
  });

  it('may be an automatic answer', () => {
    expect(from('Email - Out of office from Rome from Cy Rao to Ada Finch')).toMatchObject({
      direction: 'in',
      automated: true,
    });
    expect(from('Email - Out of office furniture by Cy')).not.toHaveProperty('automated');
  });
});

describe('how the fields of a page were found', () => {
  it('is told by the weakest way of all records; what was not read has none', () => {
    const rows = [
      { ...deal(), fields: { name: field('A', { by: 'api' }), amount: field('€5', { by: 'api' }) } },
      {
        ...deal({}, { id: 'D2' }),
        fields: { name: field('B', { by: 'structure' }), owner: field('--', { by: 'label' }) },
        labelled: [
          { label: 'Amount', text: '€6' },
          { label: 'Stage', text: 'New' },
        ],
      },
      { ...deal({}, { id: 'D3' }), fields: { name: field('C'), source: field('', { unread: 'edited' }) } },
    ];
    const { coverage } = read({ kind: 'list', records: rows }).sighting;
    expect(coverage.by).toEqual({ amount: 'label', name: 'structure', stage: 'label' });
  });

  it('tells the times of activities too', () => {
    const time = field('10 Jun 2026', { by: 'machine' });
    expect(read({ records: [deal()], activities: [item({ time })] }).sighting.coverage.by).toMatchObject({
      'activity.at': 'machine',
    });
  });
});

describe('what a page shows', () => {
  it('is every lead and deal on it, of a long list the first', () => {
    expect(read({ kind: 'list', records: [deal(), lead()] }).sighting.shown).toEqual([
      { kind: 'lead', id: 'L1' },
      { kind: 'deal', id: 'D1' },
    ]);
    const many = Array.from({ length: 700 }, (_, i) => deal({}, { id: `D${i}` }));
    expect(read({ kind: 'list', records: many }).sighting.shown).toHaveLength(500);
  });
});

describe('a first appointment', () => {
  it.each([
    ['its type', { details: [{ label: 'Call and meeting type', text: 'First appointment' }] }],
    ['its type, in the page’s language', { details: [{ label: 'Terminart', text: 'Ersttermin' }] }],
    ['its type in Japanese', { details: [{ label: '種類', text: '初回面談' }] }],
  ])('is told by %s', (_, over) =>
    expect(readItem({ type: 'meeting', header: '', ...over }).activity?.milestone).toBe('first-appointment'),
  );

  it.each([
    ['a title', { type: 'meeting', subject: 'First appointment' }],
    ['a call', { type: 'call', subject: 'First appointment' }],
    ['another type', { type: 'meeting', details: [{ label: 'Meeting type', text: 'Review' }] }],
  ])('is not %s', (_, over) => expect(readItem(over).activity).not.toHaveProperty('milestone'));
});

describe('a machine’s message', () => {
  it.each([
    ['en', 'Email sent by workflow', 'Email sent from sequence', 'Out of office: Offer'],
    ['de', 'E-Mail durch Workflow gesendet', 'E-Mail aus Sequenz', 'Abwesenheitsnotiz: Angebot'],
    ['fr', 'E-mail envoyé par un workflow', 'E-mail de la séquence', 'Absence du bureau : offre'],
    ['es', 'Enviado por un flujo de trabajo', 'Correo de secuencia', 'Fuera de la oficina: oferta'],
    ['pt', 'Enviado por fluxo de trabalho', 'E-mail da sequência', 'Fora do escritório: proposta'],
    ['it', 'Inviata da un flusso di lavoro', 'E-mail della sequenza', 'Fuori sede: offerta'],
    ['nl', 'Verzonden door werkstroom', 'E-mail uit reeks', 'Niet op kantoor: offerte'],
    ['el', 'Στάλθηκε από ροή εργασίας', 'Email από ακολουθία', 'Εκτός γραφείου: προσφορά'],
    ['ar', 'أُرسلت من سير العمل', 'رسالة من تسلسل آلي', 'خارج المكتب: العرض'],
    ['ja', 'ワークフローから送信', 'シーケンスのメール', '不在通知: 見積'],
    ['ru', 'Отправлено: рабочий процесс', 'Письмо: последовательность', 'Автоответ: предложение'],
    ['ro', 'Trimis din flux de lucru', 'E-mail din secvență', 'Răspuns automat: ofertă'],
  ])('is known in each language: %s', (_, workflow, sequence, subject) => {
    for (const over of [{ header: workflow }, { header: sequence }, { header: '', subject }])
      expect(readItem({ type: 'email', ...over }).activity?.automated, JSON.stringify(over)).toBe(true);
    expect(readItem({ type: 'email', header: '', subject: `Re: ${subject}` }).activity).not.toHaveProperty(
      'automated',
    );
  });
});

it('a date that only a label names proves the order of the others', () => {
  const closeOn = (other: string) =>
    read({
      language: 'en-US',
      records: [
        deal({ closeDate: '5/04/2026' }),
        { ...deal({}), id: '2', labelled: [{ label: 'Anything', text: other }] },
      ],
    }).records.deals[0]?.closeDate;
  expect(closeOn('23/02/2026')).toBe('2026-04-05');
  expect(closeOn('02/23/2026')).toBe('2026-05-04');
});
