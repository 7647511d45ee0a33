import { describe, expect, it } from 'vitest';
import type { RawActivity } from '../../src/contract/raw.ts';
import { at, deal, field, item, lead, read, readDeal, readItem } from './make.ts';

const LONG = 'x'.repeat(1500);

describe('deeds of one minute', () => {
  const [first, second] = [item({ header: 'Call by Robin' }), item({ header: 'Call by Sam' })];
  const called = (activities: RawActivity[]) =>
    read({ records: [deal()], activities }).records.activities.map(({ id, by }) => [by, id]);

  it('are two where their headings say so, and the same again is one', () => {
    expect(called([first, second, first]).map(([by]) => by)).toEqual(['Robin', 'Sam']);
  });

  it('are two where they say something else besides', () => {
    const called = (...said: string[]) =>
      read({
        records: [deal()],
        activities: said.map((besides) => item({ type: 'note', header: '', besides })),
      });
    const ids = (...said: string[]) => called(...said).records.activities.map(({ id }) => id);
    expect(new Set(ids('Asked', 'Answered', 'Asked')).size).toBe(2);
    expect(ids('Asked', 'Answered').slice(1)).toEqual(ids('Answered'));
    expect(JSON.stringify(called('Asked', 'Answered'))).not.toContain('Asked');
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

  it.each([
    ['Dana MossからNadia Coleに届いたeメール', 'in', 'Dana Moss'],
    ['Nadia ColeさんからDana Mossさんに出したeメール', 'out', 'Nadia Cole'],
    ['eメール: 見積 Nadia Coleに出したもの', 'out', undefined],
  ])('is told by what stands behind a known name: %s', (header, direction, by) => {
    const page = { people: ['Nadia Cole'], customers: ['Dana Moss'] };
    const { activity } = readItem({ type: 'email', header }, page);
    expect([activity?.direction, activity?.by]).toEqual([direction, by]);
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

describe('whom a sentence of Salesforce links', () => {
  const sales = { adapter: 'salesforce', customers: ['Kim Dorn'], people: ['Uta Rey'] };
  const activity = (header: string, over: Partial<RawActivity> = {}) =>
    readItem({ header, ...over }, sales, { me: ['Robin'] }).activity;

  it.each([
    'Ați înregistrat o convorbire cu Kim Dorn',
    'Apel de la Kim Dorn',
    'Ați sunat de Kim Dorn',
    'Call by Kim Dorn',
    'Call from Kim Dorn, logged',
  ])('did not do it where the sentence does not begin with it: %s', (header) => {
    expect(activity(header, { mine: true })).toMatchObject({ direction: 'out', by: 'Robin' });
    expect(activity(header)).not.toHaveProperty('by');
    expect(activity(header)?.direction).toBe('out');
  });

  it('may have done it where it does, is one of the firm, or a message says so', () => {
    expect(activity('Kim Dorn called', { by: 'Kim Dorn' })?.direction).toBe('in');
    expect(activity('Kim Dorn created this call')).toMatchObject({ direction: 'in', by: 'Kim Dorn' });
    expect(activity('Apel cu Kim Dorn de Uta Rey')?.by).toBe('Uta Rey');
    expect(activity('Email from Kim Dorn to Uta Rey', { type: 'email' })).toMatchObject({ by: 'Kim Dorn' });
  });
});

describe('what stands behind the kind in a heading', () => {
  const named = (header: string, over: Partial<RawActivity> = {}) =>
    readItem({ header, ...over }, { people: ['Ирина Соколова', 'Ada Finch'], customers: ['Bo Lind'] })
      .activity;

  it.each([
    ['Звонок - Нет ответа, Ирина Соколова', [], 'Ирина Соколова'],
    ['Звонок - Занято - Ирина Соколова', [], 'Ирина Соколова'],
    ['Звонок - Занято, Олег Панин', ['Звонок', 'Олег Панин'], 'Олег Панин'],
    ['Call - Talk with Zoe-Ada Finch', [], undefined],
    ['Call - Connected, Bo Lind', ['Bo Lind'], undefined],
    ['Call - Talk about it, Pricing list', ['Pricing list'], undefined],
    ['Call - No answer, Voicemail', ['Voicemail'], undefined],
    ['Call - Pricing - Second Talk', ['Second Talk'], undefined],
  ])('is who made a call: %s', (header, names, by) => {
    expect(named(header, { names })?.by).toBe(by);
    expect(named(header, { names })?.direction).toBe('out');
  });

  it.each([
    ['Meeting - Contract walkthrough', 'Contract walkthrough'],
    ['Réunion - Visite de la cave', 'Visite de la cave'],
    ['Meeting - Review with Ada Finch', undefined],
    ['Meeting - Zoe Hart', undefined],
    ['Meeting - Review by Cy Rao', undefined],
    ['Réunion - Visite de Jeanne Morel', undefined],
    ['Встреча - Обзор, Пётр Белов', undefined],
    ['Meeting - Discovery call - No show', undefined],
    ['Call - Contract walkthrough', undefined],
    ['Something - Contract walkthrough', undefined],
  ])('is the title of a meeting, where no name may stand in it: %s', (header, subject) =>
    expect(named(header, { type: 'meeting', names: ['Zoe Hart'] })?.subject).toBe(subject),
  );

  it.each([
    ['Task - Call back', 'Call back'],
    ['Task - Call back assigned to Cy Rao', undefined],
    ['Aufgabe - Vertrag prüfen, zugewiesen an Sieglinde Abt', undefined],
  ])('is the title of a task, where it cannot be whose it is: %s', (header, subject) =>
    expect(named(header, { type: 'task', planned: true })?.subject).toBe(subject),
  );
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

  it('may be called automatic in a language that no dictionary has', () => {
    expect(from('자동 메시지')).toMatchObject({ automated: true });
    expect(from('메시지')).not.toHaveProperty('automated');
  });

  it('may be an automatic answer', () => {
    expect(from('Email - Out of office from Rome from Cy Rao to Ada Finch')).toMatchObject({
      direction: 'in',
      automated: true,
    });
    expect(from('Email - Out of office furniture by Cy')).not.toHaveProperty('automated');
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
