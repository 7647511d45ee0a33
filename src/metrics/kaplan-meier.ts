const Z = 1.959964;
/** Products of fractions must not miss a quantile by their last bit. */
const ROUNDING = 1e-12;

/** How long something was watched, and whether that ended because it happened (else: censored). */
export interface Watched {
  time: number;
  happened: boolean;
}

/** One event time: items still at risk, events, and the share `s` to which it has not happened by then. */
export interface Step {
  time: number;
  atRisk: number;
  events: number;
  s: number;
  /** Log-log 95 % limits of `s`; `null` once `s` is 0, where they are not defined. */
  lo: number | null;
  hi: number | null;
}

/** Kaplan–Meier curve, one step per distinct event time. Items censored at an event's time are still at risk. */
export function kaplanMeier(items: readonly Watched[]): Step[] {
  const steps: Step[] = [];
  let atRisk = items.length;
  let s = 1;
  let variance = 0;
  for (const { time, all, events } of countsByTime(items)) {
    if (events > 0) {
      s *= 1 - events / atRisk;
      variance += events / (atRisk * (atRisk - events));
      const { lo, hi } = limits(s, variance);
      steps.push({ time, atRisk, events, s, lo, hi });
    }
    atRisk -= all;
  }
  return steps;
}

function countsByTime(items: readonly Watched[]) {
  const counts = new Map<number, { time: number; all: number; events: number }>();
  for (const { time, happened } of items) {
    const count = counts.get(time) ?? { time, all: 0, events: 0 };
    count.all++;
    if (happened) count.events++;
    counts.set(time, count);
  }
  return [...counts.values()].sort((a, b) => a.time - b.time);
}

function limits(s: number, variance: number): Pick<Step, 'lo' | 'hi'> {
  if (s === 0) return { lo: null, hi: null };
  const spread = Math.exp((Z * Math.sqrt(variance)) / Math.abs(Math.log(s)));
  return { lo: s ** spread, hi: s ** (1 / spread) };
}

/** Share to which it has not happened by `time`. */
export const survival = (curve: readonly Step[], time: number): number =>
  curve.findLast((step) => step.time <= time)?.s ?? 1;

/** Time by which it has happened to the share `p`; `null` when that lies beyond the last event. */
export const timeOf = (curve: readonly Step[], p: number): number | null =>
  curve.find((step) => step.s <= 1 - p + ROUNDING)?.time ?? null;

/** Limits of that time: where the curve's own limits fall to 1 − p (Brookmeyer and Crowley 1982); `hi` null when never. */
export const limitsOf = (curve: readonly Step[], p: number): { lo: number | null; hi: number | null } => ({
  lo: curve.find(({ s, lo }) => (lo ?? s) <= 1 - p + ROUNDING)?.time ?? null,
  hi: curve.find(({ s, hi }) => (hi ?? s) <= 1 - p + ROUNDING)?.time ?? null,
});
