import * as z from 'zod/mini';
import { oncePer } from './once.ts';
import type { Facts } from './scene.ts';
import { stageLimits, stageLimitsOf } from './stage-limits.ts';
import { touchNorms, touchNormsOf } from './touch-norm.ts';

/** What the team's history says is usual: small enough to be kept, so that one deal can be judged without all others. */
export const norms = z.object({
  touch: touchNorms,
  stages: stageLimits,
  /** `<org> <field>`: the CRM shows that field on some deal, so that its absence on another says something. */
  shown: z.array(z.string()),
});
export type Norms = z.infer<typeof norms>;

/** Nothing is known yet. */
export const NO_NORMS: Norms = {
  touch: { all: null, byStage: {} },
  stages: { limits: {}, beginnings: {} },
  shown: [],
};

export const normsOf = oncePer(
  (facts: Facts): Norms => ({
    touch: touchNormsOf(facts),
    stages: stageLimitsOf(facts),
    shown: shownIn(facts),
  }),
);

function shownIn({ deals }: Facts): string[] {
  const fields = deals.flatMap(({ deal: { org, nextStep, amount } }) => [
    ...(nextStep === undefined ? [] : [`${org} nextStep`]),
    ...(amount === undefined ? [] : [`${org} amount`]),
  ]);
  return [...new Set(fields)];
}
