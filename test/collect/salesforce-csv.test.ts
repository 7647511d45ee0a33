import { describe, expect, it } from 'vitest';
import { at, day, lines, read } from './read-files.ts';

const OPPORTUNITIES = lines(
  '"Opportunity Name","Account Name","Type","Stage","Amount Currency","Amount","Expected Revenue","Probability (%)","Close Date","Created Date","Opportunity Owner","Next Step","Lead Source","Opportunity ID"',
  '"Fleet renewal","Norwind","New Customer","Closed Won","EUR","12,500.00","12,500.00","100","5/20/2026","3/1/2026","Robin Hale","","Web","006Qx00000AbCdE"',
  '"Depot","Bluefin","Existing Business","Negotiation/Review","EUR","800.00","400.00","50","7/15/2026","4/2/2026","Kim Torres","Call the lawyer","","006Qx00000AbCdF"',
  '',
  '"Opportunities of the quarter"',
  '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
  '"Confidential Information - Do Not Distribute"',
);
const LEADS = lines(
  'Lead ID,First Name,Last Name,Company / Account,Email,Lead Owner,Lead Status,Lead Source,Rating,Create Date,Converted,Converted Opportunity ID,Converted Date',
  '00QQx00000AbCdE,Dana,Moss,Norwind,dana@example.com,Robin Hale,Closed - Converted,Web,Hot,2/10/2026,1,006Qx00000AbCdEIA2,3/1/2026',
  '00QQx00000AbCdF,Ida,Klein,Quillon,ida@example.com,Kim Torres,Working - Contacted,Phone Inquiry,,2/28/2026,0,,',
);
const HISTORY = lines(
  'Opportunity Name,From Stage,To Stage,Amount,Probability (%),Close Date,Last Modified By,Last Modified',
  'Fleet renewal,Prospecting,Negotiation/Review,12500,60,5/20/2026,Robin Hale,4/20/2026 9:15 AM',
  'Fleet renewal,Negotiation/Review,Closed Won,12500,100,5/20/2026,Robin Hale,5/20/2026 4:30 PM',
  'Fleet renewal,Negotiation/Review,Negotiation/Review,12600,60,5/20/2026,Robin Hale,4/22/2026 9:15 AM',
  'Unknown,Prospecting,Closed Lost,1,0,5/20/2026,Robin Hale,4/22/2026 9:15 AM',
);
const ACTIVITIES = lines(
  'Activity ID,Subject,Date,Assigned,Status,Task Subtype,Call Type,Call Duration,Call Result,Name,Opportunity,Company / Account,Full Comments,Completed Date/Time',
  '00TQx0000000001,Call,3/2/2026,Robin Hale,Completed,Call,Outbound,125,Left voicemail,Dana Moss,,Norwind,We talked of many things,3/2/2026 10:05 AM',
  '00TQx0000000002,Email: Your fleet,3/3/2026,Robin Hale,Completed,Email,,,,Dana Moss,,Norwind,"Hello Dana,',
  '',
  'when may I call you at Norwind?',
  '',
  'Robin Hale',
  '+49 30 1234567",',
  '00TQx0000000003,Send the offer,7/1/2026,Kim Torres,Not Started,Task,,,,,Depot,Bluefin,,',
  '00UQx0000000004,Visit,5/4/2026,Kim Torres,,Event,,,,,Depot,Bluefin,,',
  '00TQx0000000005,Call,5/13/2026,Kim Torres,Completed,Call,Inbound,,,Nobody Known,,Other,,',
);
const CASES = lines(
  'Case Number,Case Owner,Subject,Type,Date/Time Opened,Date/Time Closed,Escalated,Account ID',
  '00001001,Lee Park,Broken pump,Complaint,5/20/2026 9:00 AM,5/21/2026 11:30 AM,0,001Qx000001',
  '00001002,Lee Park,How to?,Question,5/22/2026 9:00 AM,,1,',
);

describe('reports of Salesforce', () => {
  it('opportunities', async () => {
    const { records, faults, skipped, mapping } = await read({ 'report1.csv': OPPORTUNITIES });
    expect(faults).toEqual([]);
    expect(skipped).toBe(3);
    expect(mapping['report1.csv']).toMatchObject({ table: 'deals', dates: 'MD' });
    expect(records.deals).toEqual([
      {
        org: 'csv:report1',
        id: '006Qx00000AbCdE',
        name: 'Fleet renewal',
        company: 'Norwind',
        type: 'new',
        stage: 'Closed Won',
        outcome: 'won',
        amount: 12500,
        currency: 'EUR',
        probability: 1,
        closeDate: '2026-05-20',
        closedAt: day('2026-05-20'),
        createdAt: [at('2026-02-28T23:00Z'), at('2026-03-01T23:00Z')],
        owner: 'Robin Hale',
        source: 'Web',
      },
      {
        org: 'csv:report1',
        id: '006Qx00000AbCdF',
        name: 'Depot',
        company: 'Bluefin',
        type: 'upsell',
        stage: 'Negotiation/Review',
        outcome: 'open',
        amount: 800,
        currency: 'EUR',
        probability: 0.5,
        closeDate: '2026-07-15',
        createdAt: day('2026-04-02'),
        owner: 'Kim Torres',
        nextStep: 'Call the lawyer',
      },
    ]);
  });

  it('leads, of the same account as the opportunities that they became', async () => {
    const { records, faults } = await read({ 'leads.csv': LEADS, 'opps.csv': OPPORTUNITIES });
    expect(faults).toEqual([]);
    expect(records.leads).toMatchObject([
      {
        org: 'csv:opps',
        name: 'Dana Moss',
        company: 'Norwind',
        outcome: 'converted',
        deal: '006Qx00000AbCdE',
        warmth: 'hot',
        closedAt: [at('2026-02-28T23:00Z'), at('2026-03-01T23:00Z')],
      },
      {
        org: 'csv:opps',
        name: 'Ida Klein',
        outcome: 'open',
        status: 'Working - Contacted',
        owner: 'Kim Torres',
      },
    ]);
    expect(JSON.stringify(records)).not.toContain('@example.com');
  });

  it('opportunity history, joined by name; rows that keep the stage are no moves', async () => {
    const { records, faults } = await read({ 'history.csv': HISTORY, 'opps.csv': OPPORTUNITIES });
    expect(records.stageChanges).toMatchObject([
      {
        deal: '006Qx00000AbCdE',
        from: 'Prospecting',
        to: 'Negotiation/Review',
        at: at('2026-04-20T07:15Z'),
        by: 'Robin Hale',
      },
      { org: 'csv:opps', from: 'Negotiation/Review', to: 'Closed Won', at: at('2026-05-20T14:30Z') },
    ]);
    expect(records.deals[0]?.closedAt).toBe(at('2026-05-20T14:30Z'));
    expect(faults).toMatchObject([
      { file: 'history.csv', line: 5, column: 'Opportunity Name', value: 'Unknown' },
    ]);
  });

  it('the stages of the weekly export, without those before', async () => {
    const text = lines(
      'Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate,CreatedById',
      ...[
        'Proposal,2026-04-20T08:00:00.000Z',
        'Proposal,2026-04-19T08:00:00.000Z',
        'Prospecting,2026-04-01T08:00:00.000Z',
      ].map((row, i) => `008${i},006Qx00000AbCdE,${row.replace(',', ',5,2026-05-20,')},005x`),
      '0084,006Qx00000AbCdF,Prospecting,6,2026-06-01,2026-03-01T08:00:00.000Z,005x',
    );
    const { records, mapping } = await read({ 'OpportunityHistory.csv': text });
    expect(mapping['OpportunityHistory.csv']?.table).toBe('stageChanges');
    expect(records.stageChanges.map((c) => [c.deal, c.from, c.to, c.at])).toEqual([
      ['006Qx00000AbCdF', undefined, 'Prospecting', at('2026-03-01T08:00Z')],
      ['006Qx00000AbCdE', undefined, 'Prospecting', at('2026-04-01T08:00Z')],
      ['006Qx00000AbCdE', 'Prospecting', 'Proposal', at('2026-04-19T08:00Z')],
    ]);
  });

  it('field history: stages and owners, and no other field', async () => {
    const text = lines(
      'Opportunity ID,Field / Event,Old Value,New Value,Edit Date,Edited By',
      '006Qx00000AbCdE,Stage,Prospecting,Proposal,4/20/2026 9:15 AM,Robin Hale',
      '006Qx00000AbCdE,Opportunity Owner,Robin Hale,Kim Torres,4/21/2026 9:15 AM,Robin Hale',
      '006Qx00000AbCdE,Amount,5,6,4/22/2026 9:15 AM,Robin Hale',
    );
    const { records, faults, skipped } = await read({ 'fields.csv': text });
    expect(faults).toEqual([]);
    expect(skipped).toBe(1);
    expect(records.stageChanges).toMatchObject([{ from: 'Prospecting', to: 'Proposal' }]);
    expect(records.ownerChanges).toMatchObject([
      { on: { kind: 'deal', id: '006Qx00000AbCdE' }, from: 'Robin Hale', to: 'Kim Torres' },
    ]);
  });

  it('tasks and events, joined to the leads and opportunities that they name', async () => {
    const files = { 'work.csv': ACTIVITIES, 'leads.csv': LEADS, 'opps.csv': OPPORTUNITIES };
    const { records, faults } = await read(files);
    const lead = { kind: 'lead', id: '00QQx00000AbCdE' };
    const deal = { kind: 'deal', id: '006Qx00000AbCdF' };
    expect(records.activities).toMatchObject([
      {
        on: lead,
        kind: 'call',
        direction: 'out',
        state: 'done',
        result: 'voicemail',
        seconds: 125,
        at: at('2026-03-02T09:05Z'),
        by: 'Robin Hale',
        org: 'csv:opps',
      },
      { on: lead, kind: 'email', state: 'done', at: [at('2026-03-02T23:00Z'), at('2026-03-03T23:00Z')] },
      { on: deal, kind: 'task', direction: 'none', state: 'planned', at: day('2026-07-01') },
      { on: deal, kind: 'meeting', direction: 'none', state: 'done', at: day('2026-05-04') },
    ]);
    expect(records.activities[1]?.personal).toEqual({
      greeting: true,
      sender: true,
      signature: true,
      relevance: true,
      forward: true,
    });
    expect(faults).toEqual([
      {
        file: 'work.csv',
        line: 11,
        column: 'Name',
        value: 'Nobody Known',
        why: 'belongs to no lead or deal of these files, or to several: "Nobody Known"',
      },
    ]);
    expect(JSON.stringify([records, faults])).not.toMatch(/many things|when may I call/);
  });

  it('cases', async () => {
    const { records, faults } = await read({ 'cases.csv': CASES });
    expect(faults).toEqual([]);
    expect(records.tickets).toEqual([
      {
        org: 'csv:cases',
        id: '00001001',
        owner: 'Lee Park',
        openedAt: at('2026-05-20T07:00Z'),
        resolvedAt: at('2026-05-21T09:30Z'),
        levelOne: true,
        complaint: true,
        customer: '001Qx000001',
      },
      {
        org: 'csv:cases',
        id: '00001002',
        owner: 'Lee Park',
        openedAt: at('2026-05-22T07:00Z'),
        levelOne: false,
      },
    ]);
  });

  it('in another language', async () => {
    const tasks = lines(
      'Betreff;Datum;Zugewiesen;Status;Aufgabenuntertyp;Anruftyp;Opportunity;Kommentare',
      'Anruf;14.05.2026;Robin Hale;Abgeschlossen;Anruf;Eingehend;Depot;Text',
      'Angebot schicken;01.07.2026;Robin Hale;Nicht begonnen;Aufgabe;;Depot;',
    );
    const history = lines(
      'Opportunity-Name;Von Phase;In Phase;Zuletzt geändert;Zuletzt geändert von',
      'Depot;Qualifizierung;Angebot;13.05.2026 10:00;Kim Torres',
    );
    const cases = lines(
      'Kundenvorgangsnummer;Typ;Datum/Uhrzeit des Öffnens;Kundenvorgangsinhaber',
      '001;Beschwerde;13.05.2026 10:00;Lee Park',
    );
    const deals = lines('Opportunity-ID;Opportunity-Name;Phase', '006Qx00000AbCdF;Depot;Angebot');
    const { records, faults } = await read({
      'a.csv': tasks,
      'b.csv': history,
      'c.csv': cases,
      'd.csv': deals,
    });
    expect(faults).toEqual([]);
    const on = { kind: 'deal', id: '006Qx00000AbCdF' };
    expect(records.activities).toMatchObject([
      { on, kind: 'call', direction: 'in', state: 'done', at: day('2026-05-14'), by: 'Robin Hale' },
      { on, kind: 'task', state: 'planned', at: day('2026-07-01') },
    ]);
    expect(records.stageChanges).toMatchObject([
      { deal: '006Qx00000AbCdF', from: 'Qualifizierung', to: 'Angebot', at: at('2026-05-13T08:00Z') },
    ]);
    expect(records.tickets).toMatchObject([{ id: '001', owner: 'Lee Park', complaint: true }]);
  });
});
