import { describe, expect, it } from 'vitest';
import { at, day, lines, read } from './read-files.ts';

const DEALS = lines(
  'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,Deal Type,Deal probability,Closed Lost Reason,Associated Company',
  '9001,Fleet,Closed won (Sales Pipeline),2026-05-20 14:30,Robin Hale,1200.50,Sales Pipeline,2026-03-02 09:15,New Business,1,,Norwind',
  '9002,Depot,Closed lost,2026-05-21 10:00,,300,Sales Pipeline,2026-03-03 10:00,Existing Business,0,Price,Bluefin',
  '9003,Garage,Contract sent,2026-07-01 10:00,Kim Torres,,Sales Pipeline,2026-04-03 10:00,,0.4,,',
);
const CONTACTS = lines(
  'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,First Conversion Date,Original Traffic Source,Company name,Associated Deal IDs',
  '101,Dana,Moss,dana@example.com,,Robin Hale,In progress,2026-05-01 08:00,2026-05-01 08:02,Organic Search,Norwind,9001',
  '102,,,ida@example.com,,Kim Torres,Unqualified,2026-05-02 08:00,,Offline Sources,,9002;9003',
);
const CALLS = lines(
  'Record ID,Call Title,Activity date,Activity assigned to,Call duration,Call outcome,Call direction,Call notes,Associated Contact IDs,Associated Deal IDs',
  '501,Intro,2026-05-03 09:00,Robin Hale,65000,Connected,Outbound,secret words,101,9001',
  '502,Back,2026-05-04 09:00,Robin Hale,00:02:05,No answer,Inbound,,,9003',
);

describe('exports of HubSpot', () => {
  it('deals', async () => {
    const { records, faults } = await read({ 'deals.csv': DEALS });
    expect(faults).toEqual([]);
    expect(records.deals).toMatchObject([
      {
        org: 'csv:deals',
        id: '9001',
        name: 'Fleet',
        stage: 'Closed won',
        outcome: 'won',
        pipeline: 'Sales Pipeline',
        amount: 1200.5,
        probability: 1,
        type: 'new',
        closedAt: expect.anything(),
        closeDate: '2026-05-20',
        createdAt: at('2026-03-02T08:15Z'),
        company: 'Norwind',
      },
      { id: '9002', outcome: 'lost', lostReason: 'Price', probability: 0 },
      { id: '9003', outcome: 'open', probability: 0.4 },
    ]);
    expect(records.deals[1]).not.toHaveProperty('owner');
    expect(records.deals[2]).not.toHaveProperty('amount');
  });

  it('contacts, which are leads', async () => {
    const { records, faults } = await read({ 'contacts.csv': CONTACTS });
    expect(faults).toEqual([]);
    expect(records.leads).toEqual([
      {
        org: 'csv:contacts',
        id: '101',
        name: 'Dana Moss',
        company: 'Norwind',
        owner: 'Robin Hale',
        source: 'Organic Search',
        status: 'In progress',
        outcome: 'open',
        createdAt: at('2026-05-01T06:00Z'),
        raisedAt: at('2026-05-01T06:02Z'),
        deal: '9001',
      },
      {
        org: 'csv:contacts',
        id: '102',
        name: 'i…@example.com',
        owner: 'Kim Torres',
        source: 'Offline Sources',
        status: 'Unqualified',
        outcome: 'disqualified',
        createdAt: at('2026-05-02T06:00Z'),
        imported: true,
      },
    ]);
  });

  it('tickets', async () => {
    const text = lines(
      'Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Priority,Ticket owner,Close date,First agent email response date,Category',
      '77,Broken,Support,Closed,2026-05-20 09:00,High,Lee Park,2026-05-21 10:00,2026-05-20 09:40,Complaint',
    );
    const { records, faults } = await read({ 'tickets.csv': text });
    expect(faults).toEqual([]);
    expect(records.tickets).toEqual([
      {
        org: 'csv:tickets',
        id: '77',
        owner: 'Lee Park',
        openedAt: at('2026-05-20T07:00Z'),
        firstReplyAt: at('2026-05-20T07:40Z'),
        resolvedAt: at('2026-05-21T08:00Z'),
        complaint: true,
      },
    ]);
  });

  it('calls, of the contact where it is among the leads, else of the deal', async () => {
    const { records, faults } = await read({
      'calls.csv': CALLS,
      'contacts.csv': CONTACTS,
      'deals.csv': DEALS,
    });
    expect(faults).toEqual([]);
    expect(records.activities).toEqual([
      {
        org: 'csv:deals',
        id: '501',
        on: { kind: 'lead', id: '101' },
        kind: 'call',
        direction: 'out',
        at: at('2026-05-03T07:00Z'),
        by: 'Robin Hale',
        state: 'done',
        result: 'connected',
        seconds: 65,
        subject: 'Intro',
      },
      expect.objectContaining({
        on: { kind: 'deal', id: '9003' },
        direction: 'in',
        result: 'no-answer',
        seconds: 125,
      }),
    ]);
    expect(JSON.stringify(records)).not.toContain('secret words');
  });

  it('e-mails, meetings, tasks and notes by their internal names', async () => {
    const text = lines(
      'hs_object_id,hs_engagement_type,hs_timestamp,hs_email_direction,hs_email_status,hs_email_subject,hs_task_status,hs_meeting_outcome,associated_contact_ids',
      '1,EMAIL,1780300800000,EMAIL,SENT,Hello,,,101',
      '2,EMAIL,2026-06-02T08:00:00Z,INCOMING_EMAIL,,Re: Hello,,,101',
      '3,EMAIL,2026-06-03T08:00:00Z,EMAIL,BOUNCED,Again,,,101',
      '4,TASK,2026-06-04T08:00:00Z,,,,NOT_STARTED,,101',
      '5,TASK,2026-06-04T08:00:00Z,,,,COMPLETED,,101',
      '6,MEETING,2026-06-05T08:00:00Z,,,,,NO_SHOW,101',
      '7,NOTE,2026-06-05T08:00:00Z,,,,,,101',
    );
    const { records, faults } = await read({ 'engagements.csv': text, 'contacts.csv': CONTACTS });
    expect(faults).toEqual([]);
    expect(records.activities.map((a) => [a.kind, a.direction, a.state, a.result])).toEqual([
      ['email', 'out', 'done', undefined],
      ['email', 'in', 'done', undefined],
      ['email', 'out', 'bounced', undefined],
      ['task', 'none', 'planned', undefined],
      ['task', 'none', 'done', undefined],
      ['meeting', 'none', 'done', 'no-show'],
      ['note', 'none', 'done', undefined],
    ]);
    expect(records.activities[0]?.at).toBe(1780300800000);
  });

  it('in another language, with activities that name the contact by e-mail', async () => {
    const contacts = lines(
      'Datensatz-ID;Vorname;Nachname;E-Mail;Kontaktinhaber;Erstelldatum',
      '101;Dana;Moß;dana@example.com;Robin Hale;01.05.2026 08:00',
    );
    const calls = lines(
      'Aktivitätstyp;Aktivitätsdatum;Aktivität zugewiesen an;Kontakt;Betreff',
      'Anruf;03.05.2026 09:00;Robin Hale;dana@example.com;Erstgespräch',
      'Besprechung;04.05.2026;Robin Hale;Dana Moß;Vor Ort',
    );
    const { records, faults } = await read({ 'anrufe.csv': calls, 'kontakte.csv': contacts });
    expect(faults).toEqual([]);
    expect(records.activities).toMatchObject([
      { on: { kind: 'lead', id: '101' }, kind: 'call', at: at('2026-05-03T07:00Z'), derived: true },
      { on: { kind: 'lead', id: '101' }, kind: 'meeting', at: day('2026-05-04') },
    ]);
  });
});
