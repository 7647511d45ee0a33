/** Cases of the team's ratio that are mixed into each rep's: too few reps to estimate it from the data. */
const PSEUDO_CASES = 20;

/** The ratio of all groups together; `null` when they are empty. */
export function pooled(groups: readonly { x: number; n: number }[]): number | null {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  return n === 0 ? null : groups.reduce((sum, group) => sum + group.x, 0) / n;
}

/** `x` of `n` drawn towards the `mean` of all, the more so the fewer cases there are: for ranking, beside the raw figure. */
export const shrink = (x: number, n: number, mean: number, cases = PSEUDO_CASES): number =>
  (x + cases * mean) / (n + cases);
