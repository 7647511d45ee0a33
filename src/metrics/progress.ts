import type { Figure, Kpi, KpiFile } from './kpi.ts';

type Goal = Pick<Kpi, 'target' | 'baseline' | 'progress' | 'reached'>;

/**
 * How far a figure has come from its baseline to its target: (current − baseline) ÷ (target − baseline), for both
 * directions; null when it cannot be said. Reached is what its interval's worse end passes, not the figure alone.
 */
export function progressOf(
  figure: Figure,
  { better }: Pick<KpiFile, 'better'>,
  target: Kpi['target'],
  baseline: Kpi['baseline'],
): Goal {
  if (target === undefined) return baseline === undefined ? {} : { baseline };
  const aim = typeof target === 'number' ? target : target.value;
  const direction = (typeof target === 'number' ? undefined : target.direction) ?? better;
  const reached = reachedOf(figure, aim, direction === 'higher' ? 1 : -1);
  return {
    target,
    ...(reached && { reached }),
    ...(baseline && { baseline, progress: shareOfWay(figure.value, baseline.value, aim) }),
  };
}

function shareOfWay(now: number | null, before: number | null, aim: number): number | null {
  return now === null || before === null || aim === before ? null : (now - before) / (aim - before);
}

function reachedOf({ value, lo, hi }: Figure, aim: number, sign: 1 | -1): Kpi['reached'] {
  if (value === null) return undefined;
  const passes = (end: number | null | undefined) => end != null && sign * (end - aim) >= 0;
  if (!passes(value)) return 'not-reached';
  const worse = sign === 1 ? lo : hi;
  // A figure without an interval (a sum) is what it is.
  return worse === undefined || passes(worse) ? 'reached' : 'not-certain';
}
