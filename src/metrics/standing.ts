import * as z from 'zod/mini';
import { changeOf } from './change.ts';
import { coaching } from './coaching.ts';
import { letterPoints, type P } from './final-scores.ts';
import type { Kpi } from './kpi.ts';
import { kpiOf } from './kpis.ts';
import { norms, normsOf } from './norms.ts';
import { plan } from './plan.ts';
import { type Facts, previousOf, sceneOf } from './scene.ts';

const orNone = z.nullable(z.number());
const state = z.enum(['ok', 'insufficient', 'not-computable']);
const figure = z.object({
  value: orNone,
  n: z.number(),
  state,
  why: z.optional(z.string()),
  target: z.optional(z.number()),
  baseline: z.optional(orNone),
  /** Of the period of equal length before. */
  before: z.optional(orNone),
  /** Only when it is certain. */
  change: z.optional(z.enum(['up', 'down'])),
});
const advice = z.object({
  rule: z.string(),
  kpi: z.string(),
  state: z.enum(['coach', 'watch', 'ok', 'above-uncertain', 'insufficient']),
  value: orNone,
  threshold: z.number(),
  n: z.number(),
  tips: z.array(z.string()),
});

/**
 * What takes the whole history to say, and changes slowly: how somebody stands, what they may do better, and what is
 * usual in the team. Kept beside the roll-up, so that a face shows it at once and judges one deal without all others.
 */
export const standing = z.object({
  asOf: z.number(),
  fourP: z.object({
    promptness: figure,
    persistence: figure,
    personalization: figure,
    performance: figure,
  }),
  meter: figure,
  /** First appointments a week: those of late, and the whole number that the goal takes. */
  perWeek: z.number(),
  weekly: orNone,
  /** Where there is something to do, worst first. */
  advice: z.array(advice),
  norms,
});
export type Standing = z.infer<typeof standing>;
export type Standings = Standing['fourP'][P];

const DAYS_90 = 90 * 86_400_000;

/** Of the 90 days before asOf; of one rep, or of the team (`null`). */
export function standingOf(facts: Facts, rep: string | null): Standing {
  const scene = sceneOf(facts, [facts.asOf - DAYS_90, facts.asOf], rep);
  const earlier = previousOf(scene);
  const points = (p: P): Standings => {
    const change = changeOf(letterPoints(scene, p), letterPoints(earlier, p));
    const before = kpiOf(p, earlier).value;
    return { ...figureOf(kpiOf(p, scene)), before, ...(change && { change }) };
  };
  const { weekly, actualPerWeek } = plan(scene);
  return {
    asOf: facts.asOf,
    fourP: {
      promptness: points('promptness'),
      persistence: points('persistence'),
      personalization: points('personalization'),
      performance: points('performance'),
    },
    meter: figureOf(kpiOf('activity-meter', scene)),
    perWeek: actualPerWeek,
    weekly,
    advice: coaching(scene)
      .filter(({ tips }) => tips.length > 0)
      .sort((a, b) => Number(b.state === 'coach') - Number(a.state === 'coach')),
    norms: normsOf(facts),
  };
}

function figureOf({ value, n, state, why, target, baseline }: Kpi): Standings {
  const aim = typeof target === 'object' ? target.value : target;
  return {
    value,
    n,
    state,
    ...(why && { why }),
    ...(aim !== undefined && { target: aim }),
    ...(baseline && { baseline: baseline.value }),
  };
}
