const Z = 1.959963984540054;

/** `x` of `n` with the share and its Wilson 95 % limits; all three `null` when `n` is 0. */
export interface Ratio {
  x: number;
  n: number;
  value: number | null;
  lo: number | null;
  hi: number | null;
}

/** Wilson score interval (Brown, Cai and DasGupta 2001). Throws a RangeError unless 0 ≤ x ≤ n. */
export function wilson(x: number, n: number): Ratio {
  if (!(x >= 0 && x <= n)) throw new RangeError(`wilson: ${x} of ${n} is no share; x must lie in 0 … n.`);
  if (n === 0) return { x, n, value: null, lo: null, hi: null };
  const p = x / n;
  const scale = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / scale;
  const half = (Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))) / scale;
  return { x, n, value: p, lo: x === 0 ? 0 : centre - half, hi: x === n ? 1 : centre + half };
}
