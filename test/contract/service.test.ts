import { describe, expect, it } from 'vitest';
import type { Raw, RawRecord } from '../../src/contract/raw.ts';
import { at, deal, field, fields, item, NOW, page, read } from './make.ts';

const ticket = (texts: Record<string, string> = {}, over: Partial<RawRecord> = {}): RawRecord => ({
  kind: 'ticket',
  id: 'T1',
  fields: fields({ openedAt: '3 Jun 2026, 09:00', ...texts }),
  ...over,
});
const quote = (texts: Record<string, string> = {}, over: Partial<RawRecord> = {}): RawRecord => ({
  kind: 'quote',
  id: 'Q1',
  fields: fields({ deal: 'D1', ...texts }),
  ...over,
});
const list = (...records: RawRecord[]): Partial<Raw> => ({ kind: 'list', records });
const readTicket = (...args: Parameters<typeof ticket>) => {
  const { records, sighting } = read(list(ticket(...args)));
  return { ticket: records.tickets[0], unread: sighting.unread, coverage: sighting.coverage };
};

describe('a ticket', () => {
  it('is read with everything that the page shows of it', () => {
    const texts = {
      owner: 'Robin Hale',
      firstReplyAt: '3 Jun 2026, 09:40',
      resolvedAt: '4 Jun 2026',
      agentReplies: '3',
      reopened: 'No',
      complaint: 'Complaint',
      rating: '4',
      customer: 'C1',
    };
    const { ticket: row, unread, coverage } = readTicket(texts);
    expect(row).toEqual({
      org: 'test:acme',
      id: 'T1',
      owner: 'Robin Hale',
      openedAt: at('2026-06-03T07:00:00Z'),
      firstReplyAt: at('2026-06-03T07:40:00Z'),
      resolvedAt: [at('2026-06-03T22:00:00Z'), at('2026-06-04T22:00:00Z')],
      agentReplies: 3,
      reopened: false,
      complaint: true,
      rating: 4,
      customer: 'C1',
    });
    expect(unread).toEqual([]);
    expect(coverage.seen).toEqual({ tickets: 1 });
  });

  it.each(['', '--', 'some day'])('is not kept when it was opened at "%s", and that is said', (openedAt) => {
    const { ticket: row, unread } = readTicket({ openedAt });
    expect(row).toBeUndefined();
    expect(unread).toContainEqual({
      field: 'ticket',
      why: 'a row without the time at which it was opened',
    });
  });

  it('was opened when it was created, where only a label names that', () => {
    const row = { ...ticket(), fields: {}, labelled: [{ label: '作成日', text: '3 Jun 2026, 09:00' }] };
    expect(read(list(row)).records.tickets[0]?.openedAt).toBe(at('2026-06-03T07:00:00Z'));
    const both = ticket({ createdAt: '1 Jun 2026, 09:00' });
    expect(read(list(both)).records.tickets[0]?.openedAt).toBe(at('2026-06-03T07:00:00Z'));
  });

  it.each([
    ['agentReplies', 'many'],
    ['agentReplies', '1.5'],
    ['rating', '8'],
    ['rating', 'good'],
    ['reopened', 'perhaps'],
    ['resolvedAt', 'soon'],
  ])('declares %s unread that says "%s"', (name, text) => {
    const { ticket: row, unread } = readTicket({ [name]: text });
    expect(row).not.toHaveProperty(name);
    expect(unread.map((u) => u.field)).toEqual([name]);
  });

  it.each([
    ['Да', true],
    ['Nein', false],
    ['نعم', true],
    ['いいえ', false],
    ['true', true],
  ])('is reopened or not, in any language: %s', (reopened, is) => {
    expect(readTicket({ reopened }).ticket?.reopened).toBe(is);
  });

  it.each(['Beschwerde', 'Réclamation', 'شكوى', '苦情'])('of the type "%s" is a complaint', (complaint) => {
    expect(readTicket({ complaint }).ticket?.complaint).toBe(true);
  });

  it('of another type is not said to be none', () => {
    const { ticket: row, unread } = readTicket({ complaint: 'Question' });
    expect(row).not.toHaveProperty('complaint');
    expect(unread).toEqual([]);
  });

  it('has the customer’s id, not the name that stands beside it', () => {
    const row = ticket();
    row.fields.customer = field('Acme', { machine: '001' });
    expect(read(list(row)).records.tickets[0]?.customer).toBe('001');
  });

  it('without an id gets the same one at each reading; two that look alike are left out', () => {
    const row = () => ticket({ name: 'Broken' }, { id: undefined });
    const [a, b] = [NOW, NOW + 864e5].map((readAt) => read({ ...list(row()), readAt }).records.tickets[0]);
    expect(a).toMatchObject({ id: expect.stringMatching(/^~/), derived: true });
    expect(b?.id).toBe(a?.id);
    expect(read(list(row(), row())).records.tickets).toEqual([]);
    expect(readTicket({}, { id: undefined }).ticket).toBeUndefined();
  });

  it('tells with its own dates which number is the day', () => {
    const rows = list(ticket({ openedAt: '02/06/2026' }), ticket({ openedAt: '13/05/2026' }, { id: 'T2' }));
    const { tickets } = read({ ...rows, language: 'en', languages: ['en'] }).records;
    expect(tickets[0]?.openedAt).toEqual([at('2026-06-01T22:00:00Z'), at('2026-06-02T22:00:00Z')]);
  });

  it('has no activities in a history: what is shown on it is reported', () => {
    const on = { kind: 'ticket', id: 'T1' } as const;
    const { records, sighting } = read({ records: [ticket(), deal()], activities: [item({ on })] });
    expect(records.activities).toEqual([]);
    expect(sighting.unread.map((u) => u.field)).toEqual(['activity']);
  });
});

describe('a quote', () => {
  it('is read with its deal, its times and who made it', () => {
    const row = quote({ requestedAt: '2 Jun 2026, 10:00', sentAt: '3 Jun 2026, 12:30', by: 'Kim' });
    expect(read(list(row)).records.quotes).toEqual([
      {
        org: 'test:acme',
        id: 'Q1',
        deal: 'D1',
        requestedAt: at('2026-06-02T08:00:00Z'),
        sentAt: at('2026-06-03T10:30:00Z'),
        by: 'Kim',
      },
    ]);
  });

  it('was requested when it was created, and is its owner’s, where only labels name these', () => {
    const labelled = [
      { label: 'Created', text: '2 Jun 2026, 10:00' },
      { label: 'Owner', text: 'Kim' },
    ];
    expect(read(list({ ...quote(), labelled })).records.quotes).toMatchObject([
      { requestedAt: at('2026-06-02T08:00:00Z'), by: 'Kim' },
    ]);
  });

  it('on a deal’s page is that deal’s, wherever it stands among the rows', () => {
    const { quotes } = read({ records: [quote({ deal: '' }), deal()] }).records;
    expect(quotes).toMatchObject([{ id: 'Q1', deal: 'D1' }]);
  });

  it('of no deal is reported', () => {
    const { records, sighting } = read(list(quote({ deal: '' }), deal()));
    expect(records.quotes).toEqual([]);
    expect(sighting.unread).toEqual([{ field: 'quote', why: 'belongs to no deal' }]);
  });
});

it('a page that is not ready has neither', () => {
  const { records } = read({ ...page(list(ticket(), quote())), unready: 'still loading' });
  expect([...records.tickets, ...records.quotes]).toEqual([]);
});
