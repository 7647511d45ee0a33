import type { Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { kaplanMeier, limitsOf, timeOf } from './kaplan-meier.ts';
import { oncePer } from './once.ts';
import { mean } from './rubric.ts';
import type { Scene } from './scene.ts';
import { most, type Wait } from './spans.ts';
import { wilson } from './wilson.ts';

export type Unit =
  | 's'
  | 'days'
  | 'ratio'
  | 'money'
  | 'count'
  | 'money/day'
  | 'per-week'
  | 'points'
  | 'per-lead'
  | 'rating';

export type Direction = 'higher' | 'lower';

/** Why a figure cannot be said. The faces have a message for each (`why_` and the phrase with underscores). */
export type Why =
  | 'nothing to count'
  | 'beyond the last event'
  | 'no deals seen'
  | 'no tickets seen'
  | 'no customers seen'
  | 'no won deal'
  | 'the previous period has no sales'
  | 'the quota is reached'
  | 'the period is over'
  | 'needs a rate for every currency'
  | 'needs settings.costs'
  | 'needs settings.goal'
  | 'needs settings.quota'
  | 'needs settings.proposalStage'
  | 'needs settings.firstAppointmentStage'
  | 'a ratio of it is not computable';

/** What a KPI works out; `value` is null exactly when `why` says the reason. */
export interface Figure {
  value: number | null;
  /** Records that it rests on. */
  n: number;
  why?: Why;
  /** 95 % limits; absent where none exist, null where one lies beyond what was seen. */
  lo?: number | null;
  hi?: number | null;
  /** Numerator of a ratio. */
  x?: number;
  /** Of a duration: how often it happened, and how often it was still awaited. */
  events?: number;
  censored?: number;
  /** Records with the needed fields ÷ records seen; null when none was seen. */
  coverage?: number | null;
  /** The upper bound of a share some of whose answers have a date and no time (rule 19). */
  possible?: number | null;
  parts?: Record<string, number>;
  net?: number | null;
  topTwo?: number | null;
}

/** One KPI: a file of src/metrics/kpis, whose name is its id. */
export interface KpiFile {
  unit: Unit;
  better: Direction;
  /** Tables of the History that it reads. */
  needs: readonly (keyof Records)[];
  /** Settings that change it. */
  settings: readonly (keyof Settings)[];
  /** Sums, counts and what is made of them need no minimum; a ratio, mean, median or quantile needs ten (rule 32). */
  sum?: true;
  figure: (scene: Scene) => Figure;
}

/** A KPI as a Report shows it. */
export interface Kpi extends Figure {
  unit: Unit;
  state: 'ok' | 'insufficient' | 'not-computable';
  target?: NonNullable<Settings['target']>[string];
  baseline?: NonNullable<Settings['baseline']>[string];
  /** (current − baseline) ÷ (target − baseline). */
  progress?: number | null;
  /** `reached` only when the interval's worse end passes the target. */
  reached?: 'reached' | 'not-certain' | 'not-reached';
}

export const notComputable = (why: Why, n = 0): Figure => ({ value: null, n, why });

export function ratio(x: number, n: number): Figure {
  const { value, lo, hi } = wilson(x, n);
  return value === null ? { ...notComputable('nothing to count'), x } : { value, n, x, lo, hi };
}

export function average(values: readonly number[]): Figure {
  const value = mean(values);
  return value === null ? notComputable('nothing to count') : { value, n: values.length };
}

/** The time by which it had happened to the share `p` of all, those still awaited included (rule 65). */
export function quantileOf(waits: readonly Wait[], p = 0.5): Figure {
  const n = waits.length;
  const events = waits.filter(({ censored }) => !censored).length;
  const shared = { n, events, censored: n - events };
  if (n === 0) return { ...notComputable('nothing to count'), ...shared };
  const curve = curveOf(waits);
  const value = timeOf(curve, p);
  if (value === null) return { ...notComputable('beyond the last event'), ...shared };
  return { value, ...shared, ...limitsOf(curve, p) };
}

// One set of waits is asked for several quantiles.
const curveOf = oncePer((waits: readonly Wait[]) =>
  kaplanMeier(waits.map(({ seconds, censored }) => ({ time: most(seconds), happened: !censored }))),
);

/** Present ones; with the share of all that they are. */
export function withCoverage<T>(rows: readonly T[], isKnown: (row: T) => boolean) {
  const rest = rows.filter(isKnown);
  return { rows: rest, coverage: rows.length === 0 ? null : rest.length / rows.length };
}
