import { decidedIn } from './closed.ts';
import { competitors } from './competitors.ts';
import type { Kpi } from './kpi.ts';
import { KPIS, kpiOf } from './kpis.ts';
import { newcombe } from './newcombe.ts';
import { peersOf } from './peers.ts';
import { quantile } from './quantile.ts';
import { previousOf, type Scene } from './scene.ts';
import { wilson } from './wilson.ts';

/** One line of the draft: a message key (`swot_…`) with what its sentence needs. */
export interface SwotLine {
  key: string;
  kpi?: string;
  params: Record<string, string | number | null>;
}

export interface Swot {
  strengths: SwotLine[];
  weaknesses: SwotLine[];
  opportunities: SwotLine[];
  threats: SwotLine[];
}

/**
 * A draft by rules, for a person to go on with. Strength and weakness: a figure whose whole interval lies beyond its
 * target, or a rep's ratio that differs from the peers' with certainty. Opportunity: the ratio whose rise to the peers'
 * median lowers the magic number most. Threat: what got worse with certainty against the period before.
 */
export function swot(scene: Scene, kpis: Readonly<Record<string, Kpi>>): Swot {
  const compared = [...againstTargets(kpis), ...againstPeers(scene, kpis)];
  return {
    strengths: compared.filter(({ isGood }) => isGood).map(({ line }) => line),
    weaknesses: compared.filter(({ isGood }) => !isGood).map(({ line }) => line),
    opportunities: opportunity(scene, kpis),
    threats: [...growing(scene, kpis), ...competition(scene)],
  };
}

interface Compared {
  isGood: boolean;
  line: SwotLine;
}

function againstTargets(kpis: Readonly<Record<string, Kpi>>): Compared[] {
  return Object.entries(kpis).flatMap(([kpi, { value, lo, hi, target, state }]) => {
    if (state !== 'ok' || target === undefined || value === null || lo == null || hi == null) return [];
    const aim = typeof target === 'number' ? target : target.value;
    const direction = (typeof target === 'number' ? undefined : target.direction) ?? KPIS[kpi]?.better;
    if (lo <= aim && aim <= hi) return [];
    const isGood = direction === 'higher' ? lo > aim : hi < aim;
    const key = isGood ? 'swot_beyond_target' : 'swot_short_of_target';
    return [{ isGood, line: { key, kpi, params: { value, target: aim } } }];
  });
}

/** Ratios whose numerator and denominator can be added up over the peers. */
const SHARES = ['answered-within-target', 'win-rate', 'closing-ratio', 'first-appointment-to-proposal'];
const MINIMUM = 10;

function againstPeers(scene: Scene, kpis: Readonly<Record<string, Kpi>>): Compared[] {
  const peers = peersOf(scene);
  if (peers.length < 3) return [];
  return SHARES.flatMap((kpi) => {
    const own = kpis[kpi];
    const theirs = peers.map((peer) => kpiOf(kpi, peer));
    const x = sum(theirs.map((one) => one.x ?? 0));
    const n = sum(theirs.map((one) => one.n));
    if (!own || own.value === null || own.n < MINIMUM || n < MINIMUM) return [];
    const { lo, hi } = newcombe([own.x ?? 0, own.n], [x, n]);
    if (lo <= 0 && hi >= 0) return [];
    const key = lo > 0 ? 'swot_above_peers' : 'swot_below_peers';
    return [{ isGood: lo > 0, line: { key, kpi, params: { value: own.value, peers: x / n } } }];
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Raising one ratio to the peers' median: which lowers the magic number most. */
function opportunity(scene: Scene, kpis: Readonly<Record<string, Kpi>>): SwotLine[] {
  const magic = kpis['magic-number']?.value;
  if (magic == null) return [];
  const lines = ['first-appointment-to-proposal', 'closing-ratio'].flatMap((kpi) => {
    const value = kpis[kpi]?.value;
    const peers = peersOf(scene).flatMap((peer) => kpiOf(kpi, peer).value ?? []);
    const median = peers.length < 3 ? null : quantile(peers, 0.5);
    if (!value || median === null || median <= value) return [];
    return [
      {
        key: 'swot_raise_ratio',
        kpi,
        params: { value, peers: median, magic, after: (magic * value) / median },
      },
    ];
  });
  return lines.sort((a, b) => a.params.after - b.params.after).slice(0, 1);
}

/** What is higher than in the period before, and surely so. */
function growing(scene: Scene, kpis: Readonly<Record<string, Kpi>>): SwotLine[] {
  return ['slippage', 'untouched-leads', 'churn'].flatMap((kpi) => {
    const now = kpis[kpi];
    const before = kpiOf(kpi, previousOf(scene));
    if (now?.value == null || before.value === null) return [];
    const { lo } = newcombe([now.x ?? 0, now.n], [before.x ?? 0, before.n]);
    return lo > 0 ? [{ key: 'swot_rising', kpi, params: { value: now.value, before: before.value } }] : [];
  });
}

/** A named competitor to whom surely more than a tenth of the decided deals were lost. */
function competition(scene: Scene): SwotLine[] {
  const decided = decidedIn(scene).length;
  return competitors(scene).byCompetitor.flatMap(({ competitor, lost }) => {
    const { lo } = wilson(lost, decided);
    return lo !== null && lo > 0.1 ? [{ key: 'swot_competitor', params: { competitor, lost } }] : [];
  });
}
