import type { Baseline } from './baseline.ts';
import type { Direction, Kpi } from './kpi.ts';
import { newcombe } from './newcombe.ts';

/** How a figure moved against its baseline. */
export interface Change {
  /** Now − then; null when one of them cannot be said. */
  difference: number | null;
  /** 95 % limits of the difference, where there are any: of two shares. */
  lo?: number;
  hi?: number;
  /**
   * `better` and `worse` only where chance does not explain it: the limits of the difference leave 0 out, or the two
   * intervals do not meet. `figure`: sums and counts have no interval, they simply differ.
   */
  state: 'better' | 'worse' | 'same' | 'not-certain' | 'too-few' | 'figure' | 'unknown';
}

type Then = Pick<Baseline, 'value' | 'lo' | 'hi' | 'x' | 'n' | 'state'>;

export function againstBaseline(now: Kpi, then: Then, better: Direction): Change {
  if (now.value === null || then.value === null) return { difference: null, state: 'unknown' };
  const difference = now.value - then.value;
  if (now.state === 'insufficient' || then.state === 'insufficient') return { difference, state: 'too-few' };
  if (now.x !== undefined && then.x !== undefined && now.unit === 'ratio') {
    const { lo, hi } = newcombe([now.x, now.n], [then.x, then.n]);
    return { difference, lo, hi, state: stateBy(lo > 0, hi < 0, better) };
  }
  if (now.lo == null || now.hi == null || then.lo == null || then.hi == null) {
    const hasLimits = [now.lo, now.hi, then.lo, then.hi].some((limit) => limit !== undefined);
    if (hasLimits) return { difference, state: 'not-certain' };
    return { difference, state: difference === 0 ? 'same' : 'figure' };
  }
  return { difference, state: stateBy(now.lo > then.hi, now.hi < then.lo, better) };
}

function stateBy(rose: boolean, fell: boolean, better: Direction): Change['state'] {
  if (!rose && !fell) return 'not-certain';
  return rose === (better === 'higher') ? 'better' : 'worse';
}
