import type { Kpi } from '../../metrics/kpi.ts';
import { KPIS } from '../../metrics/kpis.ts';

type Change = 'better' | 'worse' | 'unsure';

/** Against the baseline: surely better or worse only where the two intervals lie apart. Nothing without a baseline. */
export function changeOf(id: string, kpi: Kpi): Change | undefined {
  const { baseline, state, value } = kpi;
  if (baseline?.value == null || value === null) return undefined;
  const isSum = KPIS[id]?.sum === true;
  const now = limits(kpi, isSum);
  const before = limits(baseline, isSum);
  if (!now || !before || state !== 'ok') return 'unsure';
  const isAbove = now[0] > before[1];
  const isBelow = now[1] < before[0];
  if (!isAbove && !isBelow) return 'unsure';
  return isAbove === (KPIS[id]?.better === 'higher') ? 'better' : 'worse';
}

interface Limited {
  value: number | null;
  lo?: number | null | undefined;
  hi?: number | null | undefined;
}

/** A sum is what it is; a mean without an interval may be anything near. */
function limits({ value, lo, hi }: Limited, isSum: boolean): [number, number] | undefined {
  if (value === null) return undefined;
  if (lo === undefined && hi === undefined) return isSum ? [value, value] : undefined;
  return [lo ?? Number.NEGATIVE_INFINITY, hi ?? Number.POSITIVE_INFINITY];
}
