import type { Deal, Lead, StageChange } from '../../contract/records.ts';
import type { Database } from '../../db/database.ts';

export interface StageSeen {
  pipeline: string | undefined;
  stage: string;
  deals: number;
  /** Outcomes of the deals that stand in it, as their pages tell them. */
  outcomes: Deal['outcome'][];
}

/** The CRM's own words, as they were seen: what a setting can be about. */
export interface Seen {
  /** Each with how many leads and deals it brought, the most first. */
  sources: { source: string; n: number }[];
  /** By pipeline, in the order of their names, the fullest stage first. */
  stages: StageSeen[];
  owners: string[];
  currencies: string[];
  /** Rows of each table. */
  counts: Record<string, number>;
}

export async function seenIn(db: Database): Promise<Seen> {
  const [leads, deals, changes] = await Promise.all([
    db.leads.toArray(),
    db.deals.toArray(),
    db.stageChanges.toArray(),
  ]);
  const tables = ['activities', 'ownerChanges', 'quotes', 'tickets', 'customers'] as const;
  const counted = await Promise.all(tables.map((name) => db[name].count()));
  const first = { leads: leads.length, deals: deals.length, stageChanges: changes.length };
  const rest = Object.fromEntries(tables.map((name, i) => [name, counted[i] ?? 0]));
  return { ...wordsIn(leads, deals, changes), counts: { ...first, ...rest } };
}

export function wordsIn(leads: Lead[], deals: Deal[], changes: StageChange[]): Omit<Seen, 'counts'> {
  const sources = new Map<string, number>();
  for (const { source } of [...leads, ...deals]) {
    const word = source?.trim();
    if (word) sources.set(word, (sources.get(word) ?? 0) + 1);
  }
  const owners = new Set([...leads, ...deals].flatMap(({ owner }) => owner ?? []));
  const currencies = new Set(deals.flatMap(({ currency }) => currency ?? []));
  return {
    sources: [...sources].map(([source, n]) => ({ source, n })).sort((a, b) => b.n - a.n),
    stages: stagesIn(deals, changes),
    owners: [...owners].sort((a, b) => a.localeCompare(b)),
    currencies: [...currencies].sort(),
  };
}

function stagesIn(deals: Deal[], changes: StageChange[]): StageSeen[] {
  const found = new Map<string, StageSeen>();
  const note = (pipeline: string | undefined, name: string | undefined): StageSeen | undefined => {
    const stage = name?.trim();
    if (!stage) return undefined;
    const key = JSON.stringify([pipeline ?? null, stage]);
    const known = found.get(key) ?? { pipeline, stage, deals: 0, outcomes: [] };
    found.set(key, known);
    return known;
  };
  const homes = new Map(deals.map((deal) => [JSON.stringify([deal.org, deal.id]), deal.pipeline]));
  for (const { org, deal, from, to } of changes) {
    const pipeline = homes.get(JSON.stringify([org, deal]));
    note(pipeline, from);
    note(pipeline, to);
  }
  for (const { pipeline, stage, outcome } of deals) {
    const known = note(pipeline, stage);
    if (!known) continue;
    known.deals += 1;
    if (!known.outcomes.includes(outcome)) known.outcomes.push(outcome);
  }
  return [...found.values()].sort(
    (a, b) => (a.pipeline ?? '').localeCompare(b.pipeline ?? '') || b.deals - a.deals,
  );
}
