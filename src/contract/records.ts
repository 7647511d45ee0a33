import * as z from 'zod/mini';

// Extension pages forbid eval; zod must not probe for it. It has to stand before the first schema.
z.config({ jitless: true });

const text = z.string().check(z.maxLength(1000));
const id = z.string().check(z.minLength(1), z.maxLength(1000));
const ms = z.number().check(z.multipleOf(1));
const pair = z.pipe(
  z.tuple([ms, ms]).check(z.refine(([from, to]) => from < to, 'a pair must run forward')),
  z.transform((p): readonly [number, number] => p),
);
/** See moment.ts. */
export const moment = z.union([ms, pair]);
/** A day that the calendar has; `Date` lets 30 February run over into March. */
export const day = z
  .string()
  .check(
    z.refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text), 'is no day, written YYYY-MM-DD'),
  );
const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

const opt = z.optional;
const flag = z.boolean();

/** Which CRM and account (`salesforce:acme`), and the CRM's own id there; `derived` when the page shows none. */
const identity = { org: id, id, derived: opt(flag) };
/** Where the record stands in the CRM, for the one click that opens it. */
const url = opt(text);
export const subject = z.object({ kind: z.enum(['lead', 'deal']), id });
export const warmth = z.enum(['hot', 'warm', 'cool', 'cold']);

export const lead = z.object({
  ...identity,
  url,
  name: opt(text),
  company: opt(text),
  owner: opt(z.nullable(text)),
  source: opt(text),
  warmth: opt(warmth),
  place: opt(text),
  createdAt: opt(moment),
  raisedAt: opt(moment),
  assignedAt: opt(moment),
  status: opt(text),
  outcome: z.enum(['open', 'converted', 'disqualified', 'unreachable', 'opted-out', 'duplicate', 'spam']),
  closedAt: opt(moment),
  deal: opt(id),
  imported: opt(flag),
  mergedInto: opt(id),
});

export const deal = z.object({
  ...identity,
  url,
  name: opt(text),
  owner: opt(z.nullable(text)),
  company: opt(text),
  pipeline: opt(text),
  stage: opt(text),
  outcome: z.enum(['open', 'won', 'lost']),
  amount: opt(z.number()),
  /** The page rounded the amount ("12.3k"): it never replaces an exact one. */
  amountInexact: opt(flag),
  currency: opt(text),
  probability: opt(z.number().check(z.minimum(0), z.maximum(1))),
  createdAt: opt(moment),
  closeDate: opt(day),
  closedAt: opt(moment),
  type: opt(z.enum(['new', 'upsell', 'cross-sell', 'renewal'])),
  source: opt(text),
  warmth: opt(warmth),
  place: opt(text),
  units: opt(z.number()),
  contacts: opt(z.number()),
  nextStep: opt(text),
  lead: opt(id),
  competitor: opt(text),
  lostReason: opt(text),
  customer: opt(id),
  mergedInto: opt(id),
});

const seen = z.nullable(flag);
export const activity = z.object({
  ...identity,
  on: subject,
  kind: z.enum([
    'email',
    'call',
    'meeting',
    'sms',
    'chat',
    'social',
    'post',
    'form',
    'note',
    'task',
    'system',
  ]),
  direction: z.enum(['out', 'in', 'none']),
  at: opt(moment),
  by: opt(text),
  automated: opt(flag),
  state: z.enum(['done', 'planned', 'cancelled', 'bounced', 'deferred', 'spam', 'unsubscribed']),
  result: opt(
    z.enum(['replied', 'clicked', 'opened', 'connected', 'voicemail', 'no-answer', 'held', 'no-show']),
  ),
  seconds: opt(z.number().check(z.minimum(0))),
  subject: opt(text),
  /** Which of the five elements the message had; null: could not be seen. The message itself is never kept. */
  personal: opt(z.object({ greeting: seen, sender: seen, signature: seen, relevance: seen, forward: seen })),
  value: opt(flag),
  milestone: opt(z.enum(['first-appointment'])),
});

export const stageChange = z.object({
  ...identity,
  deal: id,
  from: opt(text),
  to: text,
  at: moment,
  by: opt(text),
});
export const ownerChange = z.object({
  ...identity,
  on: subject,
  from: opt(z.nullable(text)),
  to: z.nullable(text),
  at: moment,
});
export const quote = z.object({
  ...identity,
  deal: id,
  requestedAt: opt(moment),
  sentAt: opt(moment),
  by: opt(text),
});
export const ticket = z.object({
  ...identity,
  owner: opt(z.nullable(text)),
  openedAt: moment,
  firstReplyAt: opt(moment),
  resolvedAt: opt(moment),
  agentReplies: opt(z.number()),
  reopened: opt(flag),
  levelOne: opt(flag),
  complaint: opt(flag),
  rating: opt(z.number().check(z.minimum(1), z.maximum(5))),
  customer: opt(id),
});
export const customer = z.object({
  ...identity,
  name: opt(text),
  owner: opt(z.nullable(text)),
  since: opt(day),
  until: opt(day),
  revenue: opt(z.number()),
  place: opt(text),
});

export type Lead = z.infer<typeof lead>;
export type Deal = z.infer<typeof deal>;
export type Activity = z.infer<typeof activity>;
export type StageChange = z.infer<typeof stageChange>;
export type OwnerChange = z.infer<typeof ownerChange>;
export type Quote = z.infer<typeof quote>;
export type Ticket = z.infer<typeof ticket>;
export type Customer = z.infer<typeof customer>;
export type Warmth = z.infer<typeof warmth>;
export type Subject = z.infer<typeof subject>;

/** All records of one reading or one file, by table. */
export const records = z.object({
  leads: z.array(lead),
  deals: z.array(deal),
  activities: z.array(activity),
  stageChanges: z.array(stageChange),
  ownerChanges: z.array(ownerChange),
  quotes: z.array(quote),
  tickets: z.array(ticket),
  customers: z.array(customer),
});
export type Records = z.infer<typeof records>;

export const noRecords = (): Records => ({
  leads: [],
  deals: [],
  activities: [],
  stageChanges: [],
  ownerChanges: [],
  quotes: [],
  tickets: [],
  customers: [],
});
