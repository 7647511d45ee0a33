import * as z from 'zod/mini';
import { type Moment, start } from '../contract/moment.ts';
import { moment, subject } from '../contract/records.ts';
import { isPaused, type Settings } from '../contract/settings.ts';
import { DAY, instantOf, localDay } from '../contract/zone.ts';
import { type Calendar, calendarOf, dueAt } from '../metrics/clock.ts';
import type { Waiting } from '../metrics/waiting.ts';

/** What was said about one who waits, and what the user answered; kept in extension storage. */
const told = z.object({
  org: z.string(),
  ...subject.shape,
  raisedAt: moment,
  /** Epoch ms at which the early warning and the notice of the breach were given. */
  early: z.optional(z.number()),
  breach: z.optional(z.number()),
  /** Put off, with a reason, until then: from then on one more notice is due. */
  again: z.optional(z.number()),
  reasons: z.optional(z.array(z.object({ at: z.number(), reason: z.string() }))),
});
export type Told = z.infer<typeof told>;
export const toldSchema = z.array(told);

type Kind = 'early' | 'breach';
/** One notice; of several who became due together there is one, not many. */
export interface Notice {
  is: Kind;
  leads: Waiting[];
}

/** Share of the target that is used up when the early warning comes, where nobody set another. */
export const EARLY = 0.8;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * The notices that are due at `now` (epoch ms), given what was told before. Only in working hours, at most one early
 * warning and one breach a hand-raise. Nobody is told of a breach before today's working day: a machine that wakes, or
 * a list that is read for the first time, tells of today's in one notice and leaves the rest to the list of who waits.
 */
export function noticesDue(
  waiting: readonly Waiting[],
  sent: readonly Told[],
  settings: Settings,
  now: number,
): Notice[] {
  const calendar = calendarOf(settings);
  if (!settings.notices?.on || isPaused(settings, now) || !isOpen(calendar, now)) return [];
  const due = waiting.map((lead) => ({ lead, is: dueOf(lead, toldOf(sent, lead), settings, calendar, now) }));
  return (['breach', 'early'] as const).flatMap((is) => {
    const leads = due.filter((one) => one.is === is).map(({ lead }) => lead);
    return leads.length > 0 ? [{ is, leads }] : [];
  });
}

function dueOf(
  lead: Waiting,
  known: Told | undefined,
  { notices }: Settings,
  calendar: Calendar,
  now: number,
): Kind | undefined {
  const { remaining, targetSeconds } = lead;
  const is = remaining < 0 ? 'breach' : 'early';
  // Whoever put a notice off asked for it: it comes then, however old the breach is.
  if (known?.again !== undefined) return known.again <= now ? is : undefined;
  if (is === 'breach') return known?.breach === undefined && isNews(lead, calendar, now) ? is : undefined;
  const isSoon = targetSeconds - remaining >= (notices?.early ?? EARLY) * targetSeconds;
  return isSoon && known?.early === undefined && known?.breach === undefined ? is : undefined;
}

/** Today's; just after midnight also what is not an hour old. */
const isNews = ({ dueAt: due }: Waiting, { zone }: Calendar, now: number): boolean =>
  due !== null && (localDay(due, zone) === localDay(now, zone) || now - due < HOUR);

/** What was told about this hand-raise. The time of one is often known better later, so spans that meet are the same. */
const toldOf = (sent: readonly Told[], lead: Waiting): Told | undefined =>
  sent.find((one) => isOf(one, lead) && meet(one.raisedAt, lead.raisedAt));

type Where = Pick<Told, 'org' | 'kind' | 'id'>;
const isOf = (a: Where, b: Where): boolean => a.org === b.org && a.kind === b.kind && a.id === b.id;

const meet = (a: Moment, b: Moment): boolean => start(a) <= last(b) && start(b) <= last(a);
/** The last instant of a moment. */
const last = (m: Moment): number => (typeof m === 'number' ? m : m[1] - 1);

/** Long enough that no list still names them, short enough that the list stays small. */
const KEEP = 90 * DAY;

/** What is told from now on, these notices included. */
export function withTold(sent: readonly Told[], notices: readonly Notice[], now: number): Told[] {
  const kept = sent.filter(({ raisedAt }) => now - last(raisedAt) < KEEP);
  for (const { is, leads } of notices)
    for (const lead of leads) {
      const { org, kind, id, raisedAt } = lead;
      const known = toldOf(kept, lead);
      const { again: _, ...before } = known ?? { org, kind, id, raisedAt };
      if (known) kept.splice(kept.indexOf(known), 1);
      kept.push({ ...before, [is]: now });
    }
  return kept;
}

/** The same with the notices of one record put off. Its latest hand-raise is the one that was told about. */
export function withSnooze(
  sent: readonly Told[],
  where: Where,
  until: 'hour' | 'tomorrow',
  reason: string,
  settings: Settings,
  now: number,
): Told[] {
  const own = sent.filter((one) => isOf(one, where));
  const latest = own.sort((a, b) => last(b.raisedAt) - last(a.raisedAt))[0];
  if (!latest) return [...sent];
  const again = snoozedUntil(until, calendarOf(settings), now);
  const reasons = [...(latest.reasons ?? []), { at: now, reason }];
  return sent.map((one) => (one === latest ? { ...one, again, reasons } : one));
}

/** In one working hour, or when work begins on another day. A calendar that is never open counts plain time. */
export function snoozedUntil(until: 'hour' | 'tomorrow', calendar: Calendar, now: number): number {
  if (until === 'hour') return dueAt(now, 3600, calendar) ?? now + HOUR;
  const tomorrow = instantOf((localDay(now, calendar.zone) + 1) * DAY, calendar.zone);
  return nextOpen(calendar, tomorrow) ?? tomorrow;
}

const isOpen = (calendar: Calendar, now: number): boolean => nextOpen(calendar, now) === now;

/** The first instant from then on at which work goes on; `null` when it never does. */
function nextOpen(calendar: Calendar, from: number): number | null {
  const first = dueAt(from, 0.001, calendar);
  return first === null ? null : first - 1;
}

/** When a countdown in working time shows another minute: in one, or when work begins again. */
export const nextMinute = (calendar: Calendar, now: number): number =>
  Math.max(now, nextOpen(calendar, now) ?? now + DAY) + MINUTE;

/** When the icon and the notices have to be looked at again (epoch ms); `undefined` while nobody waits, or all is paused. */
export function nextLook(waiting: readonly Waiting[], settings: Settings, now: number): number | undefined {
  if (waiting.length === 0 || isPaused(settings, now)) return undefined;
  const calendar = calendarOf(settings);
  const early = settings.notices?.early ?? EARLY;
  const moments = waiting.flatMap(({ raisedAt, targetSeconds, dueAt: due }) => [
    dueAt(start(raisedAt), early * targetSeconds, calendar),
    // The very moment is still in time.
    due === null ? null : due + 1000,
  ]);
  const ahead = moments.filter((at) => at !== null && at > now) as number[];
  return Math.min(...ahead, nextMinute(calendar, now));
}
