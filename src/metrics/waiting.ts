import * as z from 'zod/mini';
import { start } from '../contract/moment.ts';
import { moment, warmth } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { businessSeconds, type Calendar, calendarOf, dueAt } from './clock.ts';
import { type Cycle, cyclesOf } from './cycles.ts';
import type { RecordHistory } from './histories.ts';
import { scoredAmong } from './lineage.ts';
import { ownerAt } from './owners.ts';
import { between } from './spans.ts';
import { TARGETS, warmthOf } from './warmth.ts';

const unanswered = {
  kind: z.enum(['lead', 'deal']),
  org: z.string(),
  id: z.string(),
  name: z.optional(z.string()),
  company: z.optional(z.string()),
  source: z.optional(z.string()),
  owner: z.optional(z.nullable(z.string())),
  url: z.optional(z.string()),
  warmth,
  raisedAt: moment,
  /** Business seconds that its warmth allows. */
  targetSeconds: z.number(),
};

/** Somebody who raised a hand and has no answer yet. */
export const waitingItem = z.object({
  ...unanswered,
  /** When the target will be, or was, used up; `null` when the calendar is never open. */
  dueAt: z.nullable(z.number()),
  /** Business seconds left; negative when over. */
  remaining: z.number(),
  /** Calendar seconds since the hand-raise. */
  waited: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  state: z.enum(['waiting', 'due-soon', 'breached']),
});
export type Waiting = z.infer<typeof waitingItem>;
/** What of it time does not change. */
export type Unanswered = Pick<Waiting, keyof typeof unanswered>;

/** From this share of the target left on, an answer is due soon. */
const SOON = 0.2;

/**
 * Who waits for a first answer, first due first. A hand-raise known as a pair counts from its `from`, as shares
 * within target do: an answer by `dueAt` is surely in time. Leads that somebody spoke with wait no longer.
 */
export function waiting(histories: readonly RecordHistory[], settings: Settings, asOf: number): Waiting[] {
  const open = scoredAmong(histories, settings).flatMap(
    (history) => unansweredOf(history, cyclesOf(history, settings, asOf), settings, asOf) ?? [],
  );
  return inOrder(open, calendarOf(settings), asOf);
}

/** The record's last hand-raise, where nobody answered it. */
export function unansweredOf(
  history: RecordHistory,
  cycles: readonly Cycle[],
  settings: Settings,
  asOf: number,
): Unanswered | undefined {
  const cycle = cycles.at(-1);
  const warmth = warmthOf(history.record, settings);
  const targetSeconds = TARGETS[warmth];
  if (!cycle || cycle.answer || cycle.contact || cycle.end || targetSeconds === null) return undefined;
  const { org, id, name, company, source, url } = history.record;
  const owner = ownerAt(history, asOf);
  return {
    kind: history.kind,
    org,
    id,
    name,
    company,
    source,
    owner,
    url,
    warmth,
    raisedAt: cycle.raise,
    targetSeconds,
  };
}

/** How long each has left at asOf, the most urgent first. */
export const inOrder = (open: readonly Unanswered[], calendar: Calendar, asOf: number): Waiting[] =>
  open
    .map((one) => timed(one, calendar, asOf))
    .sort(
      (a, b) => a.remaining - b.remaining || start(a.raisedAt) - start(b.raisedAt) || (a.id < b.id ? -1 : 1),
    );

function timed(one: Unanswered, calendar: Calendar, asOf: number): Waiting {
  const raised = start(one.raisedAt);
  const remaining = one.targetSeconds - businessSeconds(raised, asOf, calendar);
  const soon = remaining <= SOON * one.targetSeconds;
  return {
    ...one,
    dueAt: dueAt(raised, one.targetSeconds, calendar),
    remaining,
    waited: between(one.raisedAt, asOf),
    state: remaining < 0 ? 'breached' : soon ? 'due-soon' : 'waiting',
  };
}
