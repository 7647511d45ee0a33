import type { Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { type PeerBand, peerBand } from './bands.ts';
import { type Behind, behindOf } from './behind.ts';
import { type Exceptions, exceptionsOf } from './exceptions.ts';
import { settingsFor } from './goal.ts';
import { keyOf } from './histories.ts';
import { arePeersShown, repsOf } from './peers.ts';
import { type Person, peopleOf } from './people.ts';
import { type PeriodName, periodOf } from './periods.ts';
import { snoozesOf } from './record-checks.ts';
import { type Report, reportOn } from './report.ts';
import { type ResponseBands, responseBands } from './response-bands.ts';
import { type Facts, factsOf, type Scene, sceneOf } from './scene.ts';
import { trendOf, type WeekPoint } from './trends.ts';

/** What a manager wants to see. */
export interface Wish {
  /** One rep by exact name; null for the whole team. */
  rep: string | null;
  period: PeriodName;
  /** Ids of the KPIs that are looked at most. */
  picks: readonly string[];
  /** Every rep beside the others, which has to be asked for. */
  grid: boolean;
}

/** All that the panel draws, from one look at the records. */
export interface Overview {
  wish: Wish;
  report: Report;
  settings: Settings;
  /** What amounts of money are in; null where that cannot be said. */
  currency: string | null;
  reps: string[];
  /** The picks week by week. */
  trends: Record<string, WeekPoint[]>;
  /** The records that the picks rest on, where these can be named. */
  behind: Record<string, Behind | null>;
  exceptions: Exceptions;
  people: Person[] | null;
  responses: ResponseBands;
  /** Names of open deals by `<org>/deal/<id>`, where they have one. */
  named: Record<string, string>;
  /** Of the rep's peers, for each pick; none for the team, nor where nobody is to be set beside others. */
  peers: Record<string, PeerBand | null>;
}

export const overviewOf = (records: Records, settings: Settings, wish: Wish, asOf: number): Overview =>
  overviewOn(factsOf(records, settings, asOf), wish);

/** The same from facts that are at hand. */
export function overviewOn(facts: Facts, wish: Wish): Overview {
  const { rep, picks, grid } = wish;
  const period = periodOf(wish.period, facts.asOf, facts.calendar.zone);
  const scene = sceneOf({ ...facts, settings: settingsFor(facts.settings, rep) }, period, rep);
  return {
    wish,
    report: reportOn(scene),
    settings: facts.settings,
    currency: currencyOf(facts),
    reps: repsOf(facts),
    trends: trendOf(scene.team, picks, rep),
    behind: Object.fromEntries(picks.map((id) => [id, behindOf(scene, id)])),
    exceptions: exceptionsOf(scene, snoozesOf(facts.settings)),
    responses: responseBands(scene),
    named: namesOf(scene),
    people: grid ? peopleOf(facts, period, picks) : null,
    peers: rep === null || !arePeersShown(facts.settings) ? {} : peersIn(scene, picks),
  };
}

const namesOf = ({ deals }: Scene): Overview['named'] =>
  Object.fromEntries(
    deals.flatMap(({ closed, deal: { org, id, name } }) =>
      name && !closed ? [[keyOf(org, 'deal', id), name] as const] : [],
    ),
  );

const peersIn = (scene: Scene, picks: readonly string[]): Overview['peers'] =>
  Object.fromEntries(picks.map((id) => [id, peerBand(scene, id)]));

/** The one that is set, else the one that all amounts name. */
function currencyOf({ settings, deals }: Facts): string | null {
  const named = new Set(deals.flatMap(({ deal }) => (deal.amount === undefined ? [] : [deal.currency])));
  const [only] = named;
  return settings.currency ?? (named.size === 1 ? (only ?? null) : null);
}
