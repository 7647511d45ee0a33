import { end } from '../contract/moment.ts';
import { businessSeconds, dueAt } from './clock.ts';
import { cyclesIn } from './response-waits.ts';
import type { LeadFacts, Scene } from './scene.ts';
import { between, type Seconds } from './spans.ts';
import { TARGETS, warmthOf } from './warmth.ts';

/** A cycle whose target has surely passed, with the time that an answer took, if there is one. */
interface Matured {
  lead: LeadFacts;
  target: number;
  seconds?: Seconds;
}

/** Rules 9, 17, 18. */
export function maturedIn(scene: Scene): Matured[] {
  const { calendar, settings, asOf } = scene;
  const stopwatch = (from: number, to: number) => businessSeconds(from, to, calendar);
  return cyclesIn(scene).flatMap(({ lead, cycle: { raise, answer, early } }) => {
    const target = TARGETS[warmthOf(lead.history.record, settings)];
    const due = target === null ? null : dueAt(end(raise), target, calendar);
    if (early || target === null || due === null || due > asOf) return [];
    return answer ? { lead, target, seconds: between(raise, answer.at, stopwatch) } : { lead, target };
  });
}
