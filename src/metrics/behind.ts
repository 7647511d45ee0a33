import { decidedIn, wonIn } from './closed.ts';
import type { DealFacts } from './deals.ts';
import { keyOf, type RecordHistory } from './histories.ts';
import { KPIS } from './kpis.ts';
import { maturedIn } from './matured-cycles.ts';
import { moneyOf } from './money.ts';
import { ageOf } from './response-state.ts';
import { cohortOf } from './response-waits.ts';
import { RUBRIC } from './rubric.ts';
import type { LeadFacts, Scene } from './scene.ts';
import { most } from './spans.ts';

/** A record that a figure rests on. */
export interface BehindRow {
  /** `<org>/<kind>/<id>`. */
  key: string;
  kind: RecordHistory['kind'];
  name?: string | undefined;
  company?: string | undefined;
  owner: string | null | undefined;
  url?: string | undefined;
  /** It counts for the numerator of a share: won, untouched, answered in time. */
  isCounted: boolean;
}

/** Those that want a look first; `all` says how many there are, where not all are listed. */
export interface Behind {
  rows: BehindRow[];
  all: number;
}

interface Entry {
  of: LeadFacts | DealFacts;
  isCounted: boolean;
}

const isWon = ({ closed }: DealFacts): boolean => closed?.outcome === 'won';
const sold = (scene: Scene): Entry[] =>
  moneyOf(wonIn(scene), scene.settings).amounts.map(({ deal }) => ({ of: deal, isCounted: true }));

/** The KPIs whose records can be named one by one. */
const ENTRIES: Record<string, (scene: Scene) => Entry[]> = {
  'answered-within-target': (scene) =>
    maturedIn(scene).map(({ lead, target, seconds }) => ({
      of: lead,
      isCounted: seconds !== undefined && most(seconds) <= target,
    })),
  'untouched-leads': (scene) =>
    cohortOf(scene)
      .filter(({ cycle }) => ageOf(cycle, scene.asOf) >= RUBRIC.neverAfter)
      .map(({ lead, cycle }) => ({ of: lead, isCounted: !cycle.answer })),
  'win-rate': (scene) => decidedIn(scene).map((deal) => ({ of: deal, isCounted: isWon(deal) })),
  'total-sales': sold,
  'average-revenue-per-sale': sold,
};

const MOST = 30;

/** `null` where the figure is made of more than records that can be listed. */
export function behindOf(scene: Scene, id: string): Behind | null {
  const entries = ENTRIES[id]?.(scene);
  if (!entries) return null;
  // What keeps the figure from being better comes first.
  const isGood = (one: Entry) => one.isCounted === (KPIS[id]?.better === 'higher');
  const sorted = [...entries.filter((one) => !isGood(one)), ...entries.filter(isGood)];
  return { rows: sorted.slice(0, MOST).map(rowOf), all: entries.length };
}

function rowOf({ of: { history, owner }, isCounted }: Entry): BehindRow {
  const { org, id, name, company, url } = history.record;
  return { key: keyOf(org, history.kind, id), kind: history.kind, name, company, owner, url, isCounted };
}
