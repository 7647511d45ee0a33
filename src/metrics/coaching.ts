import type { Settings } from '../contract/settings.ts';
import type { Kpi } from './kpi.ts';
import { kpiOf } from './kpis.ts';
import { peersOf } from './peers.ts';
import { quantile } from './quantile.ts';
import type { Scene } from './scene.ts';

export interface Advice {
  /** Named after the KPI that it judges (rule 74). */
  rule: string;
  kpi: string;
  state: 'coach' | 'watch' | 'ok' | 'above-uncertain' | 'insufficient';
  /** The KPI's own value; of a gap (own − peers) ÷ peers. */
  value: number | null;
  threshold: number;
  n: number;
  /** Message keys; none where there is nothing to do. */
  tips: string[];
}

interface Rule {
  kpi: string;
  /** How it is judged: by the interval of a ratio, by the value alone, or by its distance from the peers' median. */
  gate: 'interval' | 'level' | 'gap';
  threshold: keyof NonNullable<Settings['thresholds']>;
  /** Used where the settings have none. */
  usual: number;
  /** How many tips there are: `tip_<kpi with underscores>_1` and so on. */
  tips: number;
}

/** The coach's rules (Hardesty); every threshold can be set. */
export const RULES: readonly Rule[] = [
  {
    kpi: 'first-appointment-to-proposal',
    gate: 'interval',
    threshold: 'appointmentRatio',
    usual: 0.65,
    tips: 3,
  },
  { kpi: 'closing-ratio', gate: 'interval', threshold: 'closingRatio', usual: 0.65, tips: 4 },
  { kpi: 'activity-meter', gate: 'level', threshold: 'activityMeter', usual: 1, tips: 5 },
  { kpi: 'average-revenue-per-sale', gate: 'gap', threshold: 'revenueGap', usual: 0.4, tips: 2 },
  // A much shorter cycle is a practice to spread, not a fault.
  { kpi: 'sales-cycle-length', gate: 'gap', threshold: 'cycleGap', usual: 0.3, tips: 1 },
];

const MINIMUM = 10;
const FEWEST_PEERS = 3;
// A gap that is exactly the threshold must not miss it by its last bit.
const ROUNDING = 1e-9;

/** What to coach; the distance from the peers of a rep only. */
export function coaching(scene: Scene): Advice[] {
  const rules = RULES.filter(({ gate }) => gate !== 'gap' || scene.rep !== null);
  return rules.map((rule) => {
    const threshold = scene.settings.thresholds?.[rule.threshold] ?? rule.usual;
    const judged = JUDGES[rule.gate](scene, kpiOf(rule.kpi, scene), rule.kpi, threshold);
    const isDue = judged.state === 'coach' || judged.state === 'watch';
    return { rule: rule.kpi, kpi: rule.kpi, ...judged, tips: isDue ? tipsOf(rule) : [] };
  });
}

const tipsOf = ({ kpi, tips }: Rule): string[] =>
  Array.from({ length: tips }, (_, i) => `tip_${kpi.replaceAll('-', '_')}_${i + 1}`);

type Judged = Pick<Advice, 'state' | 'value' | 'threshold' | 'n'>;
type Judge = (scene: Scene, own: Kpi, id: string, threshold: number) => Judged;

const byInterval: Judge = (_, own, __, threshold) => ({
  state: stateByInterval(own, threshold),
  value: own.value,
  threshold,
  n: own.n,
});

function stateByInterval({ value, lo, hi, n }: Kpi, threshold: number): Advice['state'] {
  if (value === null || lo == null || hi == null || n < MINIMUM) return 'insufficient';
  if (hi < threshold) return 'coach';
  if (lo >= threshold) return 'ok';
  return value < threshold ? 'watch' : 'above-uncertain';
}

const byLevel: Judge = (_, { value, n }, __, threshold) => {
  const state = value === null ? 'insufficient' : value < threshold ? 'coach' : 'ok';
  return { state, value, threshold, n };
};

const byGap: Judge = (scene, own, id, threshold) => {
  const peers = peersMedian(scene, id);
  const value = own.value === null || !peers || peers < 0 ? null : (own.value - peers) / peers;
  const isEnough = value !== null && own.state === 'ok';
  const state = !isEnough ? 'insufficient' : value <= ROUNDING - threshold ? 'coach' : 'ok';
  return { state, value, threshold: -threshold, n: own.n };
};

const JUDGES: Record<Rule['gate'], Judge> = { interval: byInterval, level: byLevel, gap: byGap };

/** Median over at least three other reps with ten wins each, of the deals in the rep's own pipelines. */
function peersMedian(scene: Scene, id: string): number | null {
  const pipelines = new Set(scene.deals.map(({ deal }) => deal.pipeline));
  const values = peersOf(scene).flatMap((peer) => {
    const deals = peer.deals.filter(({ deal }) => pipelines.has(deal.pipeline));
    const comparable = deals.length === peer.deals.length ? peer : { ...peer, deals };
    const { value, n, events = n } = kpiOf(id, comparable);
    return value === null || events < MINIMUM ? [] : [value];
  });
  return values.length < FEWEST_PEERS ? null : quantile(values, 0.5);
}
