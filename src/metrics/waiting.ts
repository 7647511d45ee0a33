import * as z from 'zod/mini';
import { start } from '../contract/moment.ts';
import { moment, warmth } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { businessSeconds, type Calendar, calendarOf, dueAt } from './clock.ts';
import { type Cycle, cyclesOf } from './cycles.ts';
import { type RecordHistory, scoredAmong } from './histories.ts';
import { ownerAt } from './owners.ts';
import { between } from './spans.ts';
import { TARGETS, warmthOf } from './warmth.ts';

/** Somebody who raised a hand and has no answer yet. */
export const waitingItem = z.object({
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
  /** When they will be, or were, used up; `null` when the calendar is never open. */
  dueAt: z.nullable(z.number()),
  /** Business seconds left; negative when over. */
  remaining: z.number(),
  /** Calendar seconds since the hand-raise. */
  waited: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  state: z.enum(['waiting', 'due-soon', 'breached']),
});
export type Waiting = z.infer<typeof waitingItem>;

/** From this share of the target left on, an answer is due soon. */
const SOON = 0.2;

/**
 * Who waits for a first answer, first due first. A hand-raise known as a pair counts from its `from`, as shares
 * within target do: an answer by `dueAt` is surely in time. Leads that somebody spoke with wait no longer.
 */
export function waiting(histories: readonly RecordHistory[], settings: Settings, asOf: number): Waiting[] {
  const calendar = calendarOf(settings);
  return scoredAmong(histories, settings)
    .flatMap((history) => {
      const cycle = cyclesOf(history, settings, asOf).at(-1);
      const isOpen = cycle && !cycle.answer && !cycle.contact && !cycle.end;
      return isOpen ? (waitingFor(history, cycle, { settings, calendar, asOf }) ?? []) : [];
    })
    .sort(
      (a, b) => a.remaining - b.remaining || start(a.raisedAt) - start(b.raisedAt) || (a.id < b.id ? -1 : 1),
    );
}

type Context = { settings: Settings; calendar: Calendar; asOf: number };

function waitingFor(
  history: RecordHistory,
  { raise }: Cycle,
  { settings, calendar, asOf }: Context,
): Waiting | undefined {
  const { org, id, name, company, source, url } = history.record;
  const warmth = warmthOf(history.record, settings);
  const targetSeconds = TARGETS[warmth];
  if (targetSeconds === null) return undefined;
  const remaining = targetSeconds - businessSeconds(start(raise), asOf, calendar);
  const soon = remaining <= SOON * targetSeconds;
  return {
    kind: history.kind,
    org,
    id,
    name,
    company,
    source,
    owner: ownerAt(history, asOf),
    url,
    warmth,
    raisedAt: raise,
    targetSeconds,
    dueAt: dueAt(start(raise), targetSeconds, calendar),
    remaining,
    waited: between(raise, asOf),
    state: remaining < 0 ? 'breached' : soon ? 'due-soon' : 'waiting',
  };
}
