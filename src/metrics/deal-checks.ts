import { end, type Moment, start } from '../contract/moment.ts';
import { DAY, dayMoment } from '../contract/zone.ts';
import { businessSeconds } from './clock.ts';
import { cyclesOf } from './cycles.ts';
import type { DealFacts } from './deals.ts';
import { dueOf } from './due.ts';
import type { Norms } from './norms.ts';
import type { Facts } from './scene.ts';
import { least, most } from './spans.ts';
import { speedToLead } from './speed-to-lead.ts';
import { stageLimitOf } from './stage-limits.ts';
import { touchNormIn } from './touch-norm.ts';
import { isAttempt, isCustomerFacing, type Touch, touchesBy } from './touches.ts';
import { TARGETS, warmthOf } from './warmth.ts';

/** One check of a deal. `unknown`: what it rests on was not seen, which is no fault of anybody's. */
export interface DealCheck {
  id: CheckId;
  state: 'pass' | 'fail' | 'unknown';
  /** What a sentence of it needs; `why` in `unknown` says what was not seen. */
  params: Record<string, string | number | Moment | null>;
  /** Put aside by the user, with a reason, through that local date. */
  snoozed?: Snooze;
}

export interface Snooze {
  /** `<org>/deal/<id>`. */
  deal: string;
  check: CheckId;
  until: string;
  reason: string;
}

type Found = Omit<DealCheck, 'id' | 'snoozed'>;
const pass = (params: Found['params'] = {}): Found => ({ state: 'pass', params });
const fail = (params: Found['params'] = {}): Found => ({ state: 'fail', params });
const unknown = (why: string): Found => ({ state: 'unknown', params: { why } });

/** Everything that a check may look at. */
interface Case {
  facts: Pick<Facts, 'settings' | 'calendar' | 'asOf'>;
  norms: Norms;
  deal: DealFacts;
  /** What happened on it and on its lead, in order. */
  touches: Touch[];
  /** Its own page was read: something of its timeline is known. */
  isOpened: boolean;
}

const CHECKS = {
  'next-step': ({ norms, deal, isOpened }: Case) => {
    if (deal.deal.nextStep) return pass({ nextStep: deal.deal.nextStep });
    return isOpened && isShown(norms, deal, 'nextStep') ? fail() : unknown('next step not seen');
  },

  'planned-activity': ({ facts: { asOf }, deal: { history }, isOpened }: Case) => {
    const ahead = history.activities.filter(
      ({ state, at }) => state === 'planned' && (at === undefined || end(at) > asOf),
    );
    const [next] = ahead
      .flatMap(({ at, kind }) => (at === undefined ? [] : [{ at, kind }]))
      .sort((a, b) => start(a.at) - start(b.at));
    if (ahead.length > 0) return pass(next ? { at: next.at, kind: next.kind } : {});
    return isOpened ? fail() : unknown('timeline not seen');
  },

  'last-touch': ({ facts, norms, deal, touches }: Case) => {
    const last = touches.filter(({ activity }) => isCustomerFacing(activity)).at(-1);
    const norm = touchNormIn(norms.touch, deal.stage);
    if (!last) return unknown('no touch seen');
    if (!norm) return unknown('too few won deals for a norm');
    const quiet = (facts.asOf - end(last.at)) / DAY;
    const params = { at: last.at, days: quiet, norm: norm.days, n: norm.n };
    return quiet <= norm.days ? pass(params) : fail(params);
  },

  'stage-time': ({ facts, norms, deal }: Case) => {
    const limit = stageLimitOf(norms.stages, deal, facts.asOf);
    if (!limit) return unknown('no limit and no won deals');
    if (limit.days === null) return unknown('entry into the stage not seen');
    const params = { stage: deal.stage ?? null, days: limit.days, limit: limit.limitDays, n: limit.n };
    return limit.days <= limit.limitDays ? pass(params) : fail(params);
  },

  'close-date': ({ facts: { settings, asOf }, deal }: Case) => {
    const due = dueOf(deal, settings);
    if (due === undefined) return unknown('close date not seen');
    const params = { closeDate: deal.deal.closeDate ?? null };
    return end(due) > asOf ? pass(params) : fail(params);
  },

  contacts: ({ deal: { deal } }: Case) => {
    if (deal.contacts === undefined) return unknown('contacts not seen');
    return deal.contacts > 1 ? pass({ contacts: deal.contacts }) : fail({ contacts: deal.contacts });
  },

  answered: ({ touches, isOpened }: Case) => {
    if (!isOpened) return unknown('timeline not seen');
    const since = touches.findLastIndex(
      ({ activity }) => activity.direction === 'in' && activity.automated !== true,
    );
    const sent = touches
      .slice(since + 1)
      .filter(({ activity }) => isAttempt(activity) && activity.kind !== 'meeting');
    const last = touches[since]?.at ?? null;
    return sent.length >= 2 ? fail({ sent: sent.length, last }) : pass({ sent: sent.length, last });
  },

  response: ({ facts: { settings, asOf, calendar }, deal: { history }, isOpened }: Case) => {
    if (!isOpened) return unknown('timeline not seen');
    const [first] = cyclesOf(history, settings, asOf);
    const target = TARGETS[warmthOf(history.record, settings)];
    const wait = first && speedToLead(first, (from, to) => businessSeconds(from, to, calendar));
    if (!wait || target === null) return unknown('no hand-raise seen');
    const params = { seconds: most(wait.seconds), target };
    if (least(wait.seconds) > target) return fail(params);
    if (wait.censored) return unknown('no answer yet');
    return most(wait.seconds) <= target ? pass(params) : unknown('the answer has a date and no time');
  },

  amount: ({ norms, deal, isOpened }: Case) => {
    const { amount, currency } = deal.deal;
    if (amount !== undefined && amount > 0) return pass({ amount, currency: currency ?? null });
    if (amount === 0) return fail({ amount });
    return isOpened && isShown(norms, deal, 'amount') ? fail() : unknown('amount not seen');
  },

  owner: ({ deal: { owner } }: Case) => {
    if (owner === undefined) return unknown('owner not seen');
    return owner ? pass({ owner }) : fail();
  },
} satisfies Record<string, (one: Case) => Found>;

export type CheckId = keyof typeof CHECKS;
export const CHECK_IDS = Object.keys(CHECKS) as CheckId[];

/** What is right with an open deal, what is not, and what cannot be said; `undefined` for a closed one. */
export function dealChecks(
  facts: Case['facts'],
  deal: DealFacts,
  norms: Norms,
  snoozes: readonly Snooze[] = [],
): DealCheck[] | undefined {
  if (deal.closed) return undefined;
  const { activities, before = [] } = deal.history;
  const touches = touchesBy([...activities, ...before], facts.asOf);
  const one: Case = { facts, norms, deal, touches, isOpened: activities.length > 0 };
  const key = `${deal.deal.org}/deal/${deal.deal.id}`;
  return CHECK_IDS.map((id) => {
    const snoozed = snoozes.find((s) => s.deal === key && s.check === id && isAhead(s.until, facts));
    return { id, ...CHECKS[id](one), ...(snoozed && { snoozed }) };
  });
}

const isAhead = (until: string, { settings, asOf }: Case['facts']): boolean =>
  end(dayMoment(until, settings.timeZone ?? 'UTC')) > asOf;

type Field = 'nextStep' | 'amount';
const isShown = ({ shown }: Norms, { deal }: DealFacts, field: Field): boolean =>
  shown.includes(`${deal.org} ${field}`);
