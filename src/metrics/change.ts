import { mean } from './rubric.ts';

const Z = 1.959964;
/** Below it no change of a mean is called certain (rule 32). */
const MINIMUM = 10;

/**
 * Whether a mean rose or fell with certainty: `up` or `down` when the 95 % limits of the difference (normal, variances
 * of each side apart, after Welch 1947) lie on one side of 0; `null` when that cannot be said.
 */
export function changeOf(now: readonly number[], before: readonly number[]): 'up' | 'down' | null {
  const [a, b] = [mean(now), mean(before)];
  if (a === null || b === null || Math.min(now.length, before.length) < MINIMUM) return null;
  const half = Z * Math.sqrt(variance(now, a) / now.length + variance(before, b) / before.length);
  if (Math.abs(a - b) <= half) return null;
  return a > b ? 'up' : 'down';
}

const variance = (values: readonly number[], middle: number): number =>
  values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
