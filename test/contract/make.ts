import { interpret, type Options, type Reading } from '../../src/contract/interpret.ts';
import { type Raw, type RawActivity, type RawField, type RawRecord, raw } from '../../src/contract/raw.ts';
import { records } from '../../src/contract/records.ts';

/** 15 June 2026, 12:00 in Berlin. */
export const NOW = Date.parse('2026-06-15T10:00:00Z');
export const at = (iso: string): number => Date.parse(iso);

export const field = (text: string, over: Partial<RawField> = {}): RawField => ({
  text,
  by: 'structure',
  ...over,
});
export const fields = (texts: Record<string, string>): Record<string, RawField> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, field(text)]));

export const page = (over: Partial<Raw> = {}): Raw =>
  raw.parse({
    adapter: 'test',
    url: 'https://crm.example.com/deal/1',
    org: 'test:acme',
    kind: 'record',
    page: 'deal/1',
    readAt: NOW,
    timeZone: 'Europe/Berlin',
    language: 'en-GB',
    languages: ['en-GB'],
    records: [],
    activities: [],
    announced: {},
    collapsed: 0,
    filter: null,
    more: false,
    people: [],
    customers: [],
    unread: [],
    ...over,
  } satisfies Raw);

export const deal = (texts: Record<string, string> = {}, over: Partial<RawRecord> = {}): RawRecord => ({
  kind: 'deal',
  id: 'D1',
  fields: fields({ name: 'Fleet', ...texts }),
  ...over,
});
export const lead = (texts: Record<string, string> = {}, over: Partial<RawRecord> = {}): RawRecord => ({
  ...deal({ name: 'Dana Moss', ...texts }),
  kind: 'lead',
  id: 'L1',
  ...over,
});
export const item = (over: Partial<RawActivity> & { at?: string } = {}): RawActivity => {
  const { at: time = '10 Jun 2026, 09:00', ...rest } = over;
  return { type: 'call', header: 'Logged call', ...(time ? { time: field(time) } : {}), ...rest };
};

/** Every reading that a test makes has to fit the schemas that guard the database. */
export function read(over: Partial<Raw>, options?: Options): Reading {
  const reading = interpret(page(over), options);
  records.parse(reading.records);
  return reading;
}
export const readDeal = (...args: Parameters<typeof deal>) => {
  const reading = read({ records: [deal(...args)] });
  return { ...reading, deal: reading.records.deals[0] };
};
export const readLead = (...args: Parameters<typeof lead>) => {
  const reading = read({ records: [lead(...args)] });
  return { ...reading, lead: reading.records.leads[0] };
};
/** The one activity of a deal's page. */
export const readItem = (over: Parameters<typeof item>[0], on: Partial<Raw> = {}, options?: Options) => {
  const reading = read({ records: [deal()], activities: [item(over)], ...on }, options);
  return { ...reading, activity: reading.records.activities[0] };
};
