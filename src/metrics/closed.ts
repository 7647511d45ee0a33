import { type DealFacts, isUndecided } from './deals.ts';
import { type Facts, isWithin, type Scene } from './scene.ts';

/** Deals closed in the period by `closedAt`, else by the day of their close date (rule 34). */
export const closedIn = (scene: Scene): DealFacts[] =>
  scene.deals.filter(({ closed }) => closed !== undefined && isWithin(closed.at, scene));

export const wonIn = (scene: Scene): DealFacts[] =>
  closedIn(scene).filter(({ closed }) => closed?.outcome === 'won');

/** The won and the lost; those that ended without a decision are left out (rule 33). */
export const decidedIn = (scene: Scene): DealFacts[] =>
  closedIn(scene).filter((deal) => !isUndecided(deal, scene.settings));

/** Nothing marks a proposal: a share of 0 would be untrue. */
export const lacksProposals = ({ settings, records }: Facts): boolean =>
  !settings.proposalStage && records.quotes.length === 0;
