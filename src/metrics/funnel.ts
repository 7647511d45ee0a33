const ALERT = 0.025;
const ALARM = 0.0005;

export interface Funnel {
  /** P(X ≤ x) and P(X ≥ x) of a binomial with the target's share. */
  low: number;
  high: number;
  flag: 'within' | 'alert' | 'alarm';
}

/**
 * Where `x` of `n` lies in the funnel around `target` (Spiegelhalter 2005): alert outside the exact binomial 95 %
 * limits, alarm outside the 99.9 % limits. Throws a RangeError unless 0 ≤ x ≤ n and 0 ≤ target ≤ 1.
 */
export function funnel(x: number, n: number, target: number): Funnel {
  if (!(x >= 0 && x <= n)) throw new RangeError(`funnel: ${x} of ${n} is no share; x must lie in 0 … n.`);
  if (!(target >= 0 && target <= 1))
    throw new RangeError(`funnel: target is ${target}; it must lie in 0 … 1.`);
  const [low, high] = tails(x, n, target);
  const least = Math.min(low, high);
  return { low, high, flag: least < ALARM ? 'alarm' : least < ALERT ? 'alert' : 'within' };
}

function tails(x: number, n: number, p: number): [low: number, high: number] {
  const mass = binomial(n, p);
  const sum = (values: readonly number[]) =>
    Math.min(
      1,
      values.reduce((all, value) => all + value, 0),
    );
  return [sum(mass.slice(0, x + 1)), sum(mass.slice(x))];
}

/** P(X = 0 … n), by logarithms: the powers of a small share underflow. */
export function binomial(n: number, p: number): number[] {
  if (p === 0 || p === 1) return Array.from({ length: n + 1 }, (_, k) => (k === n * p ? 1 : 0));
  const odds = Math.log(p) - Math.log1p(-p);
  let log = n * Math.log1p(-p);
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) log += Math.log((n - k + 1) / k) + odds;
    return Math.exp(log);
  });
}
