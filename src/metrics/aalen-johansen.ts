/** Products of fractions must not miss a half by their last bit. */
const ROUNDING = 1e-12;

/** How long something was watched, and how that ended: won, lost, or still open (`null`). */
export interface Course {
  time: number;
  end: 'won' | 'lost' | null;
}

/** One time of closings: items still at risk, closings of each kind, and the shares of all by then. */
export interface Incidence {
  time: number;
  atRisk: number;
  won: number;
  lost: number;
  /** Still open; `s` + `cifWon` + `cifLost` = 1. */
  s: number;
  cifWon: number;
  cifLost: number;
}

/**
 * Aalen–Johansen curve of two endings that rule each other out: how many have been won and how many lost by each time,
 * with the open ones counted for as long as they were watched. One step per distinct time of closing; items censored
 * at that time are still at risk.
 */
export function aalenJohansen(items: readonly Course[]): Incidence[] {
  const steps: Incidence[] = [];
  let atRisk = items.length;
  let [s, cifWon, cifLost] = [1, 0, 0];
  for (const { time, all, won, lost } of countsByTime(items)) {
    if (won + lost > 0) {
      cifWon += (s * won) / atRisk;
      cifLost += (s * lost) / atRisk;
      s *= 1 - (won + lost) / atRisk;
      steps.push({ time, atRisk, won, lost, s, cifWon, cifLost });
    }
    atRisk -= all;
  }
  return steps;
}

function countsByTime(items: readonly Course[]) {
  const counts = new Map<number, { time: number; all: number; won: number; lost: number }>();
  for (const { time, end } of items) {
    const count = counts.get(time) ?? { time, all: 0, won: 0, lost: 0 };
    count.all++;
    if (end) count[end]++;
    counts.set(time, count);
  }
  return [...counts.values()].sort((a, b) => a.time - b.time);
}

/** The curve at a time, by bisection: a forecast asks it once per open deal. */
export function incidenceAt(
  curve: readonly Incidence[],
  time: number,
): Pick<Incidence, 's' | 'cifWon' | 'cifLost'> {
  let [low, high] = [0, curve.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve[middle]?.time ?? time) <= time) low = middle + 1;
    else high = middle;
  }
  return curve[low - 1] ?? { s: 1, cifWon: 0, cifLost: 0 };
}

/** Time by which half of those that will be won were won; `null` when none was. */
export function medianWin(curve: readonly Incidence[]): number | null {
  const total = curve.at(-1)?.cifWon ?? 0;
  if (total === 0) return null;
  return curve.find(({ cifWon }) => cifWon >= total / 2 - ROUNDING)?.time ?? null;
}

/**
 * P(won within `within` | still open at `age`); `null` at an age that no closing was seen after: nothing is known of
 * what becomes of deals that old.
 */
export function winChance(curve: readonly Incidence[], age: number, within: number): number | null {
  const last = curve.at(-1)?.time;
  if (last === undefined || age >= last) return null;
  const now = incidenceAt(curve, age);
  return (incidenceAt(curve, age + within).cifWon - now.cifWon) / now.s;
}
