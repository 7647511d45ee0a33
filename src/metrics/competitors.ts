import { decidedIn } from './closed.ts';
import type { DealFacts } from './deals.ts';
import type { Scene } from './scene.ts';
import { type Ratio, wilson } from './wilson.ts';

export interface Competition {
  /** Won of the deals decided in the period in which that competitor was named; most often met first. */
  byCompetitor: { competitor: string; won: number; lost: number; winRate: Ratio }[];
  /** Lost for that reason of all that were lost in the period for a named one; most frequent first. */
  byLostReason: { reason: string; lost: number; share: Ratio }[];
}

/** Who and what deals are lost to. Names are told apart as people type them, without regard to case and spaces. */
export function competitors(scene: Scene): Competition {
  const decided = decidedIn(scene);
  const reasons = byName(decided.filter(isLost), ({ deal }) => deal.lostReason);
  const named = reasons.reduce((sum, { deals }) => sum + deals.length, 0);
  return {
    byCompetitor: byName(decided, ({ deal }) => deal.competitor).map(({ name, deals }) => {
      const lost = deals.filter(isLost).length;
      const won = deals.length - lost;
      return { competitor: name, won, lost, winRate: wilson(won, deals.length) };
    }),
    byLostReason: reasons.map(({ name, deals }) => ({
      reason: name,
      lost: deals.length,
      share: wilson(deals.length, named),
    })),
  };
}

const isLost = ({ closed }: DealFacts): boolean => closed?.outcome === 'lost';

function byName(deals: readonly DealFacts[], nameOf: (deal: DealFacts) => string | undefined) {
  const groups = new Map<string, { name: string; deals: DealFacts[] }>();
  for (const deal of deals) {
    const name = nameOf(deal)?.trim();
    if (!name) continue;
    const group = groups.get(name.toLowerCase()) ?? { name, deals: [] };
    group.deals.push(deal);
    groups.set(name.toLowerCase(), group);
  }
  return [...groups.values()].sort((a, b) => b.deals.length - a.deals.length || (a.name < b.name ? -1 : 1));
}
