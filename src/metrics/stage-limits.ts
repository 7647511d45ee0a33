import { end } from '../contract/moment.ts';
import { DAY } from '../contract/zone.ts';
import type { DealFacts } from './deals.ts';
import { oncePer } from './once.ts';
import { type Facts, sceneOf } from './scene.ts';
import { beginningsOf, stageKey, stageTimes } from './stage-visits.ts';
import { stages } from './stages.ts';

/** How long the team's deals may stand in a stage, and how long this one has. */
export interface StageLimit {
  limitDays: number;
  /** Deals that were seen in the stage. */
  n: number;
  /** Surely so many; null when its entry was not seen. */
  days: number | null;
}

type Known = {
  limits: Map<string, { limitDays: number; n: number }>;
  beginnings: ReturnType<typeof beginningsOf>;
};

/** `null` when the stage has neither a limit of its own nor won deals to take one from. */
export function stageLimit(facts: Facts, one: DealFacts): StageLimit | null {
  const { deal, stage } = one;
  const { limits, beginnings } = learnt(facts);
  const limit = stage === undefined ? undefined : limits.get(keyOf(deal.pipeline, stage));
  if (!limit) return null;
  const times = stageTimes(one, beginnings.get(deal.pipeline), facts.asOf);
  const since = times.find((time) => time.standsSince !== undefined)?.standsSince;
  return { ...limit, days: since === undefined ? null : (facts.asOf - end(since)) / DAY };
}

const keyOf = (pipeline: string | null | undefined, stage: string): string =>
  JSON.stringify([pipeline ?? null, stageKey(stage)]);

const learnt = oncePer((facts: Facts): Known => {
  const all = stages(sceneOf(facts, [0, facts.asOf], null));
  const limits = new Map(
    all.flatMap(({ pipeline, stage, limitDays, n }) =>
      limitDays === undefined ? [] : [[keyOf(pipeline, stage), { limitDays, n }] as const],
    ),
  );
  return { limits, beginnings: beginningsOf(facts.deals) };
});
