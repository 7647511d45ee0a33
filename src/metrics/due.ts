import { type Moment, start } from '../contract/moment.ts';
import type { Settings } from '../contract/settings.ts';
import { dayMoment } from '../contract/zone.ts';
import type { DealFacts } from './deals.ts';
import type { Scene } from './scene.ts';

// Many deals share a date, and the ends of a local day are dear.
const days = new WeakMap<Settings, Map<string, Moment>>();

/** The day on which a deal is planned to close, as its record says now: earlier plans are not kept. */
export function dueOf({ deal }: DealFacts, settings: Settings): Moment | undefined {
  if (deal.closeDate === undefined) return undefined;
  const known = days.get(settings) ?? new Map<string, Moment>();
  days.set(settings, known);
  const day = known.get(deal.closeDate) ?? dayMoment(deal.closeDate, settings.timeZone ?? 'UTC');
  known.set(deal.closeDate, day);
  return day;
}

/** Deals whose close date lies in the period, be it ahead (a plan is known before its day). */
export function dueIn({ deals, period, settings }: Scene): DealFacts[] {
  return deals.filter((deal) => {
    const due = dueOf(deal, settings);
    return due !== undefined && start(due) >= period[0] && start(due) < period[1];
  });
}

export const openDueIn = (scene: Scene): DealFacts[] => dueIn(scene).filter(({ closed }) => !closed);
