import { end, type Moment, start } from '../contract/moment.ts';
import { DAY } from '../contract/zone.ts';
import type { DealFacts } from './deals.ts';
import type { Watched } from './kaplan-meier.ts';

interface Visit {
  stage: string;
  /** Absent: it stood there before anything is known. */
  from?: Moment;
  /** Absent: it stands there at asOf. */
  to?: Moment;
}

/** Days of one deal in one stage; not `happened` while it stands there, or when part of the time is unknown. */
export interface StageTime {
  deal: DealFacts;
  stage: string;
  /** Σ of all visits. */
  cumulative: Watched;
  /** Since the last entry. */
  latest: Watched;
  /** Entry into the stage that an open deal stands in. */
  standsSince?: Moment;
  /** It closed here: was "Won" entered as it closed, or the deal lost in the middle of its way? */
  isLast: boolean;
}

/** Names of stages are compared as people type them. */
export const stageKey = (stage: string): string => stage.trim().toLowerCase();

/** Stages (as keys) from which deals of each pipeline make their first move. */
export function beginningsOf(deals: readonly DealFacts[]): Map<string | undefined, Set<string>> {
  const beginnings = new Map<string | undefined, Set<string>>();
  for (const { deal, moves } of deals) {
    const [first] = moves;
    if (first?.from === undefined) continue;
    const stages = beginnings.get(deal.pipeline) ?? new Set();
    beginnings.set(deal.pipeline, stages.add(stageKey(first.from)));
  }
  return beginnings;
}

/**
 * Its visits in order. A deal that is not seen to have moved has been in its stage since it was created, if deals
 * begin there; of a deal in another stage its way was not seen.
 */
function visitsOf(facts: DealFacts, beginnings: ReadonlySet<string> | undefined, asOf: number): Visit[] {
  const { moves, closed, created, stage } = facts;
  const resting = stage !== undefined && beginnings?.has(stageKey(stage)) ? stage : undefined;
  const first = moves[0] ? moves[0].from : resting;
  const entries: Visit[] = [
    ...(first === undefined ? [] : [{ stage: first, ...(created !== undefined && { from: created }) }]),
    ...moves.map(({ to, at }) => ({ stage: to, from: at })),
  ];
  const isElsewhere = stage !== undefined && stageKey(entries.at(-1)?.stage ?? stage) !== stageKey(stage);
  const ended = closed ? closed.at : isElsewhere ? asOf : undefined;
  const visits = entries.map((entry, i) => {
    const to = entries[i + 1]?.from ?? ended;
    return { ...entry, ...(to !== undefined && { to }) };
  });
  // Closed at an unknown time: how long it was in its last stage cannot be said.
  return closed && ended === undefined ? visits.slice(0, -1) : visits;
}

/** One line per stage of the deal, with the upper end of what is uncertain (rules 36, 65). */
export function stageTimes(
  deal: DealFacts,
  beginnings: ReadonlySet<string> | undefined,
  asOf: number,
): StageTime[] {
  const lines = new Map<string, StageTime>();
  const incomplete = new Set<string>();
  const visits = visitsOf(deal, beginnings, asOf);
  for (const [i, { stage, from, to }] of visits.entries()) {
    const key = stageKey(stage);
    if (from === undefined) {
      incomplete.add(key);
      continue;
    }
    const days = Math.max(0, end(to ?? asOf) - start(from)) / DAY;
    const happened = to !== undefined;
    lines.set(key, {
      deal,
      stage: stage.trim(),
      cumulative: {
        time: (lines.get(key)?.cumulative.time ?? 0) + days,
        happened: happened && !incomplete.has(key),
      },
      latest: { time: days, happened },
      ...(!happened && { standsSince: from }),
      isLast: deal.closed !== undefined && i === visits.length - 1,
    });
  }
  return [...lines.values()];
}
