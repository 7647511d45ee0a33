import { end } from '../contract/moment.ts';
import { DAY } from '../contract/zone.ts';
import { kaplanMeier, timeOf, type Watched } from './kaplan-meier.ts';
import { oncePer } from './once.ts';
import { quantile } from './quantile.ts';
import type { Facts, Scene } from './scene.ts';
import { beginningsOf, type StageTime, stageKey, stageTimes } from './stage-visits.ts';

/** How long deals stay in a stage; over all deals known at asOf, of whatever period. */
export interface Stage {
  pipeline: string | null;
  stage: string;
  /** Median of the deals' days in all their visits, and of those since their last entry (Kaplan–Meier). */
  cumulativeDays: number;
  latestDays: number;
  /** One of the two is the longest seen so far: fewer than half of the deals have left. */
  atLeast?: true;
  /** Deals that were seen in it. */
  n: number;
  /** Ids of open deals that stand there for longer than `limitDays`. */
  stalled: string[];
  /** The greater of the stage's own limit and what three quarters of the won deals took; absent when neither is known. */
  limitDays?: number;
}

interface Group {
  pipeline: string | null;
  stage: string;
  times: StageTime[];
  /** Where on its way a deal comes to it, summed up over the deals. */
  places: number;
}

/** Per pipeline and stage, in the order in which deals go through them. */
export function stages(scene: Scene): Stage[] {
  const team = teamGroups(scene.team);
  const own = scene.rep === null ? team : groupsOf(scene, scene.team);
  return [...own]
    .filter(([key]) => !isEnd(team.get(key)))
    .sort(
      ([a, { pipeline: p }], [b, { pipeline: q }]) =>
        compare(p ?? '', q ?? '') || placeOf(team.get(a)) - placeOf(team.get(b)) || compare(a, b),
    )
    .map(([key, group]) => stageOf(group, scene, limitOf(team.get(key), scene)));
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Deals only close in it: "Won" and "Lost" are no stages that they spend time in. */
const isEnd = (group: Group | undefined): boolean => group?.times.every(({ isLast }) => isLast) ?? true;

const placeOf = (group: Group | undefined): number => (group ? group.places / group.times.length : 0);

function groupsOf({ deals, asOf }: Facts, team: Facts): Map<string, Group> {
  const beginnings = beginningsOf(team.deals);
  const groups = new Map<string, Group>();
  for (const deal of deals) {
    const pipeline = deal.deal.pipeline ?? null;
    for (const [place, time] of stageTimes(deal, beginnings.get(deal.deal.pipeline), asOf).entries()) {
      const key = JSON.stringify([pipeline, stageKey(time.stage)]);
      const group = groups.get(key) ?? { pipeline, stage: time.stage, times: [], places: 0 };
      group.times.push(time);
      group.places += place;
      groups.set(key, group);
    }
  }
  return groups;
}

function stageOf({ pipeline, stage, times }: Group, { asOf }: Scene, limitDays: number | undefined): Stage {
  const cumulative = medianOf(times.map((time) => time.cumulative));
  const latest = medianOf(times.map((time) => time.latest));
  const stalled = times.filter(
    // Uncertain entries: nobody is called late before that is certain.
    ({ standsSince }) =>
      standsSince !== undefined && limitDays !== undefined && asOf - end(standsSince) > limitDays * DAY,
  );
  return {
    pipeline,
    stage,
    cumulativeDays: cumulative.days,
    latestDays: latest.days,
    ...((cumulative.isLeast || latest.isLeast) && { atLeast: true }),
    n: times.length,
    stalled: stalled.map(({ deal }) => deal.deal.id).sort(),
    ...(limitDays !== undefined && { limitDays }),
  };
}

function medianOf(watched: readonly Watched[]): { days: number; isLeast: boolean } {
  const median = timeOf(kaplanMeier(watched), 0.5);
  const longest = watched.reduce((most, { time }) => Math.max(most, time), 0);
  return { days: median ?? longest, isLeast: median === null };
}

function limitOf(group: Group | undefined, { settings }: Scene): number | undefined {
  if (!group) return undefined;
  const limits = Object.entries(settings.stageLimitDays ?? {});
  const own = limits.find(([stage]) => stageKey(stage) === stageKey(group.stage))?.[1];
  const won = group.times.filter(({ deal }) => deal.closed?.outcome === 'won');
  const usual = quantile(
    won.map(({ latest }) => latest.time),
    0.75,
  );
  const known = [own, usual].filter((days) => days != null);
  return known.length === 0 ? undefined : Math.max(...known);
}

// The team is the same for every rep.
const teamGroups = oncePer((team: Facts) => groupsOf(team, team));
