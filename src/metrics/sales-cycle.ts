import { end, start } from '../contract/moment.ts';
import { DAY } from '../contract/zone.ts';
import type { Course } from './aalen-johansen.ts';
import type { DealFacts } from './deals.ts';
import { isWithin, type Scene } from './scene.ts';

export const createdIn = (scene: Scene): DealFacts[] =>
  scene.deals.filter(({ created }) => isWithin(created, scene));

/** Days from creation to closing, or to asOf while open, with the upper end of what is uncertain (rules 36, 65). */
export function courseOf({ created, closed }: DealFacts, asOf: number): Course | undefined {
  // One closed at an unknown time was open for an unknown while.
  if (created === undefined || (closed && closed.at === undefined)) return undefined;
  const until = closed?.at === undefined ? asOf : end(closed.at);
  return { time: Math.max(0, until - start(created)) / DAY, end: closed?.outcome ?? null };
}

export const coursesOf = (deals: readonly DealFacts[], asOf: number): Course[] =>
  deals.flatMap((deal) => courseOf(deal, asOf) ?? []);
