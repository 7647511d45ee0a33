import fc from 'fast-check';
import type { Moment } from '../../src/contract/moment.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import { DAY, HOUR, t } from './make.ts';

/* Histories as a careless month of selling would leave them: half of everything is missing or known as an interval. */

export const FROM = t('2026-01-01T00:00');
export const TO = t('2026-04-01T00:00');

const org = 'crm:test';
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined, freq: 3 });
const oneOf = fc.constantFrom;
const instant = fc.integer({ min: FROM / 60_000, max: TO / 60_000 }).map((minute) => minute * 60_000);
const day = instant.map((at): Moment => [Math.floor(at / DAY) * DAY, (Math.floor(at / DAY) + 1) * DAY]);
const hours = fc
  .tuple(instant, fc.integer({ min: 1, max: 50 }))
  .map(([at, n]): Moment => [at, at + n * HOUR]);
export const anyMoment: fc.Arbitrary<Moment> = fc.oneof({ weight: 6, arbitrary: instant }, day, hours);
const date = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const rep = oneOf('Ana', 'Bo', 'Chi', 'Dee');
const owner = fc.oneof({ weight: 6, arbitrary: rep }, fc.constant(null), fc.constant(''));
const stage = oneOf('New', 'Appointment', 'Proposal', 'Closed Won', 'Closed Lost');

/** Absent, not undefined: a file has no undefined. */
const row = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc
    .record(fields)
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, v]) => v !== undefined)) as T);

const LEADS = 12;
const DEALS = 12;
const lead = oneOf(...Array.from({ length: LEADS }, (_, i) => `L${i}`));
const deal = oneOf(...Array.from({ length: DEALS }, (_, i) => `D${i}`));
const on = fc.oneof(
  lead.map((id) => ({ kind: 'lead' as const, id })),
  deal.map((id) => ({ kind: 'deal' as const, id })),
);

const leads = row({
  name: maybe(fc.constant('A Lead')),
  owner: maybe(owner),
  source: maybe(oneOf('demo', 'trial', 'e-book', 'list', 'unheard of')),
  createdAt: maybe(anyMoment),
  raisedAt: maybe(anyMoment),
  assignedAt: maybe(anyMoment),
  outcome: oneOf('open', 'open', 'open', 'converted', 'disqualified', 'unreachable', 'spam', 'duplicate'),
  closedAt: maybe(anyMoment),
  deal: maybe(deal),
  imported: maybe(fc.boolean()),
});

const deals = row({
  owner: maybe(owner),
  pipeline: maybe(oneOf('Sales', 'Renewals')),
  stage: maybe(stage),
  outcome: oneOf('open', 'won', 'lost'),
  amount: maybe(fc.integer({ min: 0, max: 50_000 })),
  probability: maybe(oneOf(0.1, 0.5, 0.9)),
  createdAt: maybe(anyMoment),
  closeDate: maybe(date),
  closedAt: maybe(anyMoment),
  type: maybe(oneOf('new', 'upsell', 'cross-sell', 'renewal')),
  place: maybe(oneOf('North', 'South')),
  competitor: maybe(oneOf('Ladderly', 'Steps & Co')),
  customer: maybe(oneOf('C0', 'C1', 'C2')),
});

const activities = row({
  on,
  kind: oneOf('email', 'call', 'meeting', 'sms', 'chat', 'form', 'note', 'task', 'system'),
  direction: oneOf('out', 'out', 'in', 'none'),
  at: maybe(anyMoment),
  by: maybe(rep),
  automated: maybe(fc.boolean()),
  state: oneOf('done', 'done', 'done', 'planned', 'bounced', 'deferred', 'cancelled', 'unsubscribed'),
  result: maybe(oneOf('replied', 'connected', 'voicemail', 'no-answer', 'held', 'no-show')),
  seconds: maybe(fc.integer({ min: 0, max: 900 })),
  value: maybe(fc.boolean()),
  milestone: maybe(fc.constant('first-appointment')),
});

const stageChanges = row({ deal, from: maybe(stage), to: stage, at: anyMoment });
const ownerChanges = row({ on, from: maybe(owner), to: owner, at: anyMoment });
const quotes = row({ deal, requestedAt: maybe(anyMoment), sentAt: maybe(anyMoment), by: maybe(rep) });
const tickets = row({
  owner: maybe(owner),
  openedAt: anyMoment,
  firstReplyAt: maybe(anyMoment),
  resolvedAt: maybe(anyMoment),
  agentReplies: maybe(fc.integer({ min: 0, max: 5 })),
  reopened: maybe(fc.boolean()),
  levelOne: maybe(fc.boolean()),
  complaint: maybe(fc.boolean()),
  rating: maybe(fc.integer({ min: 1, max: 5 })),
});
const customers = row({ owner: maybe(owner), since: maybe(date), until: maybe(date) });

const table = <T extends object>(
  prefix: string,
  rows: fc.Arbitrary<T>,
  length: { minLength?: number; maxLength: number },
) => fc.array(rows, length).map((all) => all.map((one, i) => ({ org, id: `${prefix}${i}`, ...one })));

/** A whole History's records. Times lie in the first quarter of 2026, UTC. */
export const anyRecords: fc.Arbitrary<Records> = fc
  .record({
    leads: table('L', leads, { minLength: 1, maxLength: LEADS }),
    deals: table('D', deals, { minLength: 1, maxLength: DEALS }),
    activities: table('A', activities, { maxLength: 60 }),
    stageChanges: table('S', stageChanges, { maxLength: 25 }),
    ownerChanges: table('O', ownerChanges, { maxLength: 8 }),
    quotes: table('Q', quotes, { maxLength: 6 }),
    tickets: table('T', tickets, { maxLength: 10 }),
    customers: table('C', customers, { maxLength: 6 }),
  })
  .map((made) => ({ ...noRecords(), ...made }) as unknown as Records);
