import { againstBaseline } from '../../metrics/against-baseline.ts';
import type { Kpi } from '../../metrics/kpi.ts';
import { KPIS } from '../../metrics/kpis.ts';

type Change = 'better' | 'worse' | 'unsure';
type Then = Parameters<typeof againstBaseline>[1];

/**
 * Against the baseline: better or worse only where that is certain. Nothing without a baseline, and nothing of a sum,
 * for it grows with the period and the people that it is of.
 */
export function changeOf(id: string, kpi: Kpi): Change | undefined {
  const { baseline, value } = kpi;
  if (baseline?.value == null || value === null) return undefined;
  // A baseline from a History file may say less of itself.
  const then = { n: 0, state: 'ok', ...baseline } as Then;
  const { state } = againstBaseline(kpi, then, KPIS[id]?.better ?? 'higher');
  if (state === 'better' || state === 'worse') return state;
  return KPIS[id]?.sum ? undefined : 'unsure';
}
