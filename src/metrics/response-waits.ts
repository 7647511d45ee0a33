import type { Cycle } from './cycles.ts';
import { oncePer } from './once.ts';
import type { LeadFacts, Scene } from './scene.ts';
import { isWithin } from './scene.ts';
import type { Stopwatch, Wait } from './spans.ts';
import { speedToLead } from './speed-to-lead.ts';

interface RaisedCycle {
  lead: LeadFacts;
  cycle: Cycle;
  /** 0 for the first of its lead. */
  index: number;
}

/** Every cycle whose hand-raise lies in the period, with its lead. */
export const cyclesIn = oncePer((scene: Scene): RaisedCycle[] => {
  const raised: RaisedCycle[] = [];
  for (const lead of scene.leads) {
    lead.cycles.forEach((cycle, index) => {
      if (isWithin(cycle.raise, scene)) raised.push({ lead, cycle, index });
    });
  }
  return raised;
});

/** Leads whose first hand-raise lies in the period: the cohort of the four Ps. */
export const cohortOf = oncePer((scene: Scene): RaisedCycle[] =>
  cyclesIn(scene).filter(({ index }) => index === 0),
);

/** Speed-to-lead of those cycles; those with an attempt before the hand-raise are left out (rule 9). */
export const responseWaits = (scene: Scene, stopwatch?: Stopwatch): Wait[] =>
  cyclesIn(scene)
    .map(({ cycle }) => speedToLead(cycle, stopwatch))
    .filter((wait) => wait !== null);

/** The same in calendar time, of which several quantiles are asked. */
export const calendarWaits = oncePer((scene: Scene): Wait[] => responseWaits(scene));
