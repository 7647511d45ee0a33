import * as z from 'zod/mini';
import { mapping } from './mapping.ts';
import { day, warmth } from './records.ts';

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
/** Wall-clock windows by weekday (`"0-4"`, `"6"`; Monday is 0): `{"0-4": [["09:00", "17:00"]]}`. */
export const week = z.record(z.string().check(z.regex(/^[0-6](-[0-6])?$/)), z.array(z.tuple([clock, clock])));

const share = z.number().check(z.minimum(0), z.maximum(1));
const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const positive = z.number().check(z.positive());

/** What a KPI is to reach; without `direction` the KPI's own (see metrics/kpi.ts). */
export const target = z.union([
  z.number(),
  z.object({ value: z.number(), direction: z.optional(z.enum(['higher', 'lower'])) }),
]);

/** A KPI as it was over a period that is frozen; other fields of it are kept as they are. */
const baseline = z.looseObject({
  value: z.nullable(z.number()),
  unit: z.optional(z.string()),
  n: z.optional(z.number()),
  lo: z.optional(z.nullable(z.number())),
  hi: z.optional(z.nullable(z.number())),
});

/** A check of a deal that was put aside, with the reason, through a local date. */
const snooze = z.object({
  /** `<org>/deal/<id>`. */
  deal: z.string(),
  check: z.string(),
  until: day,
  reason: z.string().check(z.maxLength(200)),
});

/** What was spent from one local date up to another (not included), on the whole team or on one rep. */
const cost = z.object({
  kind: z.enum(['marketing', 'sales', 'support']),
  amount: z.number().check(z.minimum(0)),
  from: day,
  to: day,
  rep: z.optional(z.string()),
});

/** What a stage of a pipeline says of its deals; without `pipeline`, of deals of which none is known. */
const stageOutcome = z.object({
  pipeline: z.optional(z.string()),
  stage: z.string(),
  outcome: z.enum(['won', 'lost', 'no-decision']),
});
export type StageOutcome = z.infer<typeof stageOutcome>;

export const settings = z.object({
  timeZone: z.optional(z.string()),
  week: z.optional(week),
  /** Local dates, `YYYY-MM-DD`. */
  holidays: z.optional(z.array(day)),
  /** Source → warmth; adds to and overrides the list in metrics/warmth.ts. */
  warmthOf: z.optional(z.record(z.string(), warmth)),
  defaultWarmth: z.optional(warmth),
  trustOpens: z.optional(z.boolean()),
  /** Who the user is, as the CRM writes the name. */
  me: z.optional(z.object({ names: z.array(z.string()) })),
  /** Whose figures make up the team's; everyone's who was seen, where it is left out or empty. */
  team: z.optional(z.object({ names: z.array(z.string()) })),
  scoreDeals: z.optional(z.boolean()),
  /** By KPI id. */
  target: z.optional(z.record(z.string(), target)),
  baseline: z.optional(z.record(z.string(), baseline)),
  /** Stages as the CRM names them. */
  firstAppointmentStage: z.optional(z.string()),
  proposalStage: z.optional(z.string()),
  nonDecisionStages: z.optional(z.array(z.string())),
  /** How deals ended of which the CRM's page does not say so itself. */
  stageOutcomes: z.optional(z.array(stageOutcome)),
  stageLimitDays: z.optional(z.record(z.string(), positive)),
  /** Revenue to be won within so many months or weeks. */
  goal: z.optional(
    z.object({ revenue: positive, months: z.optional(positive), weeks: z.optional(positive) }),
  ),
  /** By rep, for the scored period. */
  quota: z.optional(z.record(z.string(), z.number().check(z.minimum(0)))),
  costs: z.optional(z.array(cost)),
  currency: z.optional(z.string()),
  /** How much of `currency` one unit of another currency is. */
  rates: z.optional(z.record(z.string(), positive)),
  /** Tips (message keys) that somebody found beside the point, why, and when (epoch ms). */
  declined: z.optional(z.array(z.object({ tip: z.string(), reason: z.string(), at: z.number() }))),
  /** Of the faces; the browser's when absent. */
  language: z.optional(z.string()),
  /** The firm's own boundaries of A, B, C and D; what it does not set stays as in metrics/rubric.ts. */
  rubric: z.optional(
    z.object({
      version: z.optional(z.number()),
      /** Calendar seconds, at most. */
      promptness: z.optional(bounds),
      /** Attempts, elements and mean points, at least. */
      persistence: z.optional(bounds),
      personalization: z.optional(bounds),
      average: z.optional(bounds),
    }),
  ),
  snoozes: z.optional(z.array(snooze)),
  thresholds: z.optional(
    z.object({
      appointmentRatio: z.optional(share),
      closingRatio: z.optional(share),
      activityMeter: z.optional(positive),
      revenueGap: z.optional(share),
      cycleGap: z.optional(share),
    }),
  ),
  /** The chip on record pages; shown where it is left out. */
  chip: z.optional(z.boolean()),
  /** Notices: none where it is left out. `early`: the share of a lead's target after which the early warning comes. */
  notices: z.optional(z.object({ on: z.boolean(), early: z.optional(share) })),
  /** Where a person stands among the others, as a band; shown where it is left out. */
  peerComparison: z.optional(z.boolean()),
  /** Nothing is read: until it is taken back, or until an instant (epoch ms). */
  paused: z.optional(z.union([z.boolean(), z.number()])),
  /** A record that was not seen for so many days is deleted, with all that happened on it. */
  retentionDays: z.optional(positive),
  /** How the user had columns of imported files understood; the first whose columns a file has holds for it. */
  mappings: z.optional(z.array(mapping)),
});
export type Settings = z.infer<typeof settings>;
export type Week = z.infer<typeof week>;

/** Days for which records are kept where nobody set another number. */
export const RETENTION_DAYS = 400;

export const isPaused = ({ paused }: Settings, now: number): boolean =>
  typeof paused === 'number' ? now < paused : paused === true;
