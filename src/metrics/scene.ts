import { type Moment, start } from '../contract/moment.ts';
import type { Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { type Calendar, calendarOf } from './clock.ts';
import { type Cycle, cyclesOf } from './cycles.ts';
import { type DealFacts, dealFacts } from './deals.ts';
import { scoreCycle } from './four-p.ts';
import { historiesOf, isDealHistory, keyOf, type RecordHistory } from './histories.ts';
import { scoredAmong } from './lineage.ts';
import { oncePer } from './once.ts';
import { ownerAt } from './owners.ts';
import type { LeadScore } from './score.ts';
import { known } from './spans.ts';

/** A lead, or a deal that counts among them (rule 81), with what came of its hand-raises. */
export interface LeadFacts {
  /** `<org>/<kind>/<id>`. */
  key: string;
  history: RecordHistory;
  owner: string | null | undefined;
  cycles: Cycle[];
  /** The four Ps of its first cycle; worked out when first asked for. */
  score: () => LeadScore | undefined;
}

/** All that follows from a History at `asOf`, whatever period and rep are looked at. */
export interface Facts {
  records: Records;
  settings: Settings;
  calendar: Calendar;
  /** Epoch ms; nothing later is used. */
  asOf: number;
  leads: LeadFacts[];
  deals: DealFacts[];
}

/** What a KPI looks at: the facts of one rep or of the team (`rep` null), and a period `[from, to)` in epoch ms. */
export interface Scene extends Facts {
  period: readonly [from: number, to: number];
  rep: string | null;
  /** The whole team's facts, for comparisons. */
  team: Facts;
}

export function factsOf(records: Records, settings: Settings, asOf: number): Facts {
  const histories = inOrder(historiesOf(records));
  const deals = histories.filter(isDealHistory).map((history) => dealFacts(history, settings, asOf));
  return {
    records,
    settings,
    calendar: calendarOf(settings),
    asOf,
    leads: scoredAmong(histories, settings).map((history) => leadFacts(history, settings, asOf)),
    deals: deals.filter((deal) => deal !== undefined),
  };
}

/** In an order of their own, so that nothing hangs on that of the records. */
function inOrder(histories: readonly RecordHistory[]): RecordHistory[] {
  const keyed = histories.map((history) => ({ key: keyIn(history), history }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ history }) => history);
}

const keyIn = ({ kind, record }: RecordHistory): string => keyOf(record.org, kind, record.id);

function leadFacts(history: RecordHistory, settings: Settings, asOf: number): LeadFacts {
  const cycles = cyclesOf(history, settings, asOf);
  const [first] = cycles;
  return {
    key: keyIn(history),
    history,
    owner: ownerAt(history, asOf),
    cycles,
    score: once(() => first && scoreCycle(first, settings, asOf)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Rule 4: the records whose owner at asOf is `rep`, by exact name. The same scene whenever it is asked of the same
 * facts: what was worked out of a rep is then there when the rep is somebody's peer.
 */
export function sceneOf(facts: Facts, period: readonly [number, number], rep: string | null): Scene {
  const scenes = scenesOf(facts);
  const name = JSON.stringify([...period, rep]);
  const scene = scenes.get(name) ?? makeScene(facts, period, rep);
  scenes.set(name, scene);
  return scene;
}

const scenesOf = oncePer((_: Facts) => new Map<string, Scene>());

function makeScene(facts: Facts, period: readonly [number, number], rep: string | null): Scene {
  const { leads, deals } = rep === null ? facts : (ownersOf(facts).get(rep) ?? NOTHING);
  return { ...facts, leads, deals, period, rep, team: facts };
}

type Own = Pick<Facts, 'leads' | 'deals'>;
const NOTHING: Own = { leads: [], deals: [] };

const ownersOf = oncePer(({ leads, deals }: Facts): Map<string, Own> => {
  const owners = new Map<string, Own>();
  const ownBy = (owner: string): Own => {
    const own = owners.get(owner) ?? { leads: [], deals: [] };
    owners.set(owner, own);
    return own;
  };
  for (const lead of leads) if (lead.owner != null) ownBy(lead.owner).leads.push(lead);
  for (const deal of deals) if (deal.owner != null) ownBy(deal.owner).deals.push(deal);
  return owners;
});

/** Rules 1, 2: known at asOf, and its `from` lies in the period. */
export function isWithin(at: Moment | undefined, { asOf, period }: Pick<Scene, 'asOf' | 'period'>): boolean {
  const seen = known(at, asOf);
  return seen !== undefined && start(seen) >= period[0] && start(seen) < period[1];
}

/** The period of equal length just before, in milliseconds (rule 38). */
export const previousOf = oncePer((scene: Scene): Scene => {
  const [from, to] = scene.period;
  return { ...scene, period: [from - (to - from), from] };
});

/** As much time from asOf on. */
export function nextOf(scene: Scene): Scene {
  const [from, to] = scene.period;
  return { ...scene, period: [scene.asOf, scene.asOf + to - from] };
}
