import * as z from 'zod/mini';
import { end } from '../contract/moment.ts';
import { DAY } from '../contract/zone.ts';
import type { DealFacts } from './deals.ts';
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

export const stageLimits = z.object({
  limits: z.record(z.string(), z.object({ limitDays: z.number(), n: z.number() })),
  /** By pipeline (`''`: none seen), the stages that its deals begin in. */
  beginnings: z.record(z.string(), z.array(z.string())),
});
export type StageLimits = z.infer<typeof stageLimits>;

/** What the team's own history and settings allow each stage of each pipeline. */
export function stageLimitsOf(facts: Facts): StageLimits {
  const limits = stages(sceneOf(facts, [0, facts.asOf], null)).flatMap(({ pipeline, stage, limitDays, n }) =>
    limitDays === undefined ? [] : [[keyOf(pipeline, stage), { limitDays, n }] as const],
  );
  const beginnings = [...beginningsOf(facts.deals)].map(([pipeline, all]) => [pipeline ?? '', [...all]]);
  return { limits: Object.fromEntries(limits), beginnings: Object.fromEntries(beginnings) };
}

/** `null` when the stage has neither a limit of its own nor won deals to take one from. */
export function stageLimitOf(known: StageLimits, one: DealFacts, asOf: number): StageLimit | null {
  const { deal, stage } = one;
  const limit = stage === undefined ? undefined : known.limits[keyOf(deal.pipeline, stage)];
  if (!limit) return null;
  const beginnings = new Set(known.beginnings[deal.pipeline ?? '']);
  const times = stageTimes(one, beginnings, asOf);
  const since = times.find((time) => time.standsSince !== undefined)?.standsSince;
  return { ...limit, days: since === undefined ? null : (asOf - end(since)) / DAY };
}

const keyOf = (pipeline: string | null | undefined, stage: string): string =>
  JSON.stringify([pipeline ?? null, stageKey(stage)]);
