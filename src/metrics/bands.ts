import type { Kpi } from './kpi.ts';
import { KPIS, kpiOf } from './kpis.ts';
import { newcombe } from './newcombe.ts';
import { peersOf } from './peers.ts';
import { quantile } from './quantile.ts';
import type { Scene } from './scene.ts';

/** Where a rep's figure stands, as far as that is certain; never a rank. */
export interface Band {
  band: 'better' | 'within' | 'worse' | 'cannot-say';
  /** What it was held against; null where there is nothing to hold it against. */
  against: 'target' | 'team' | null;
}

const MINIMUM = 10;
const CANNOT_SAY: Band = { band: 'cannot-say', against: null };

/** A rep's KPI against its target, where one is set, else against that of the whole team, unless nobody is to be. */
export function bandOf(id: string, own: Kpi, team: Kpi | undefined): Band {
  const file = KPIS[id];
  if (!file || own.value === null || own.state !== 'ok') return CANNOT_SAY;
  const { target } = own;
  if (target === undefined) return team ? againstTeam(own, team, file.better) : CANNOT_SAY;
  const aim = typeof target === 'number' ? target : target.value;
  const direction = (typeof target === 'number' ? undefined : target.direction) ?? file.better;
  // How far a mean or a median without an interval may be off, nobody knows; a sum is what it is.
  if (own.lo === undefined && own.hi === undefined && !file.sum) return CANNOT_SAY;
  return { band: bandFrom(ends(own), [aim, aim], direction), against: 'target' };
}

const ends = ({ value, lo, hi }: Kpi): [number | null, number | null] =>
  lo === undefined && hi === undefined ? [value, value] : [lo ?? null, hi ?? null];

/** Certain only where the whole interval lies on one side; at the target itself it is reached. */
function bandFrom(
  [lo, hi]: readonly [number | null, number | null],
  [low, high]: readonly [number, number],
  direction: 'higher' | 'lower',
): Band['band'] {
  const isAbove = lo !== null && (direction === 'higher' ? lo >= high : lo > high);
  const isBelow = hi !== null && (direction === 'higher' ? hi < low : hi <= low);
  if (!isAbove && !isBelow) return 'within';
  return isAbove === (direction === 'higher') ? 'better' : 'worse';
}

/** Shares are held against the rest of the team, durations against the team's interval; a bare sum or mean against nothing. */
function againstTeam(own: Kpi, team: Kpi, direction: 'higher' | 'lower'): Band {
  if (own.x !== undefined && team.x !== undefined) {
    const rest = [team.x - own.x, team.n - own.n] as const;
    if (rest[1] < MINIMUM) return CANNOT_SAY;
    const { lo, hi } = newcombe([own.x, own.n], rest);
    const isSure = lo > 0 || hi < 0;
    const isGood = lo > 0 === (direction === 'higher');
    return { band: isSure ? (isGood ? 'better' : 'worse') : 'within', against: 'team' };
  }
  const { lo, hi } = team;
  if (own.lo === undefined || lo == null || hi == null || team.state !== 'ok') return CANNOT_SAY;
  const [low, high] = ends(own);
  const isApart = (low !== null && low > hi) || (high !== null && high < lo);
  return { band: isApart ? bandFrom([low, high], [lo, hi], direction) : 'within', against: 'team' };
}

/** The middle half of the other reps, from five of them on; of fewer each would be told apart. */
export interface PeerBand {
  low: number;
  high: number;
  n: number;
}

const FEWEST_PEERS = 5;

export function peerBand(scene: Scene, id: string): PeerBand | null {
  const values = peersOf(scene).flatMap((peer) => {
    const { value, state } = kpiOf(id, peer);
    return value === null || state !== 'ok' ? [] : [value];
  });
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
  return values.length < FEWEST_PEERS || low === null || high === null
    ? null
    : { low, high, n: values.length };
}
