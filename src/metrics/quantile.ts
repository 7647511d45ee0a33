/**
 * Quantile of `values` (any order) at `p` in 0 … 1, linear between ranks: Hyndman and Fan's type 7, the default of R
 * and NumPy. `null` for no values. Throws a RangeError when `p` lies outside.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p is ${p}; it must lie in 0 … 1.`);
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const below = sorted[Math.floor(h)];
  const above = sorted[Math.ceil(h)];
  if (below === undefined || above === undefined) return null;
  return below + (h - Math.floor(h)) * (above - below);
}
