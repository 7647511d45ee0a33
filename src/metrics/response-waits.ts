import type { Cycle } from './cycles.ts';
import { oncePer } from './once.ts';
import type { LeadFacts, Scene } from './scene.ts';
import { isWithin } from './scene.ts';
import type { Stopwatch, Wait } from './spans.ts';
import { speedToLead } from './speed-to-lead.ts';

/** Every cycle whose hand-raise lies in the period, with its lead. */
export const cyclesIn = oncePer((scene: Scene): { lead: LeadFacts; cycle: Cycle; index: number }[] =>
  scene.leads.flatMap((lead) =>
    lead.cycles.flatMap((cycle, index) => (isWithin(cycle.raise, scene) ? [{ lead, cycle, index }] : [])),
  ),
);

/** Leads whose first hand-raise lies in the period: the cohort of the four Ps. */
export const cohortOf = oncePer((scene: Scene): { lead: LeadFacts; cycle: Cycle }[] =>
  cyclesIn(scene).filter(({ index }) => index === 0),
);

/** Speed-to-lead of those cycles; those with an attempt before the hand-raise are left out (rule 9). */
export const responseWaits = (scene: Scene, stopwatch?: Stopwatch): Wait[] =>
  cyclesIn(scene).flatMap(({ cycle }) => speedToLead(cycle, stopwatch) ?? []);
