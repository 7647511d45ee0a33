import { type Moment, start } from '../contract/moment.ts';
import type { Activity, Subject } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { businessSeconds, calendarOf } from '../metrics/clock.ts';
import { type DealCheck, dealChecks } from '../metrics/deal-checks.ts';
import { dealFacts } from '../metrics/deals.ts';
import { scoreRecord } from '../metrics/four-p.ts';
import { isDealHistory, type RecordHistory } from '../metrics/histories.ts';
import { NO_NORMS, type Norms } from '../metrics/norms.ts';
import { snoozesOf } from '../metrics/record-checks.ts';
import type { LeadScore } from '../metrics/score.ts';
import { type Waiting, waiting } from '../metrics/waiting.ts';

/** A record anywhere: which account, which kind, which id. */
export interface Where extends Subject {
  org: string;
}
export const sameRecord = (a: Where, b: Where): boolean =>
  a.org === b.org && a.kind === b.kind && a.id === b.id;

export const whereOf = ({ kind, record: { org, id } }: RecordHistory): Where => ({ org, kind, id });

export interface Touch {
  kind: Activity['kind'];
  inbound: boolean;
  at: Moment;
  by: string | undefined;
}

export interface Shown {
  where: Where;
  name: string | undefined;
  company: string | undefined;
  score: LeadScore | undefined;
  /** First response in working hours, in seconds; calendar seconds stand in `score`. */
  business: number | undefined;
  waiting: Waiting | undefined;
  lastTouch: Touch | undefined;
  /** Of an open deal: what is right with it, what is not, and what cannot be said. */
  checks: DealCheck[] | undefined;
}

/** `history` as it looks at `now` (epoch ms), judged by what is usual in the team. */
export function shown(
  history: RecordHistory,
  settings: Settings,
  now: number,
  norms: Norms = NO_NORMS,
): Shown {
  const { record } = history;
  const score = scoreRecord(history, settings, now);
  return {
    where: whereOf(history),
    name: record.name,
    company: record.company,
    score,
    business: score && inBusiness(score, settings),
    waiting: waiting([history], settings, now)[0],
    lastTouch: lastTouch(history.activities, now),
    checks: checksOf(history, settings, now, norms),
  };
}

function checksOf(
  history: RecordHistory,
  settings: Settings,
  now: number,
  norms: Norms,
): DealCheck[] | undefined {
  if (!isDealHistory(history)) return undefined;
  const facts = { settings, calendar: calendarOf(settings), asOf: now };
  const deal = dealFacts(history, settings, now);
  return deal && dealChecks(facts, deal, norms, snoozesOf(settings));
}

/** Only instants can be laid upon opening hours; a day alone cannot. */
function inBusiness({ promptness }: LeadScore, settings: Settings): number | undefined {
  const { raisedAt, at } = promptness.evidence.params;
  if (promptness.state !== 'answered' || typeof raisedAt !== 'number' || typeof at !== 'number')
    return undefined;
  return businessSeconds(raisedAt, at, calendarOf(settings));
}

const touches = new Set<Activity['kind']>(['email', 'call', 'meeting', 'sms', 'chat', 'social', 'post']);

function lastTouch(activities: Activity[], now: number): Touch | undefined {
  const done = activities.flatMap((a) =>
    touches.has(a.kind) && a.state === 'done' && !a.automated && a.at !== undefined && start(a.at) <= now
      ? [{ kind: a.kind, inbound: a.direction === 'in', at: a.at, by: a.by }]
      : [],
  );
  return done.sort((a, b) => start(b.at) - start(a.at))[0];
}
