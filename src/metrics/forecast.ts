import { DAY } from '../contract/zone.ts';
import { aalenJohansen, type Incidence, winChance } from './aalen-johansen.ts';
import type { DealFacts } from './deals.ts';
import { openDueIn } from './due.ts';
import type { Why } from './kpi.ts';
import { moneyOf } from './money.ts';
import { oncePer } from './once.ts';
import { courseOf, coursesOf } from './sales-cycle.ts';
import type { Facts, Scene } from './scene.ts';

/** An expected amount with the limits within which it lies in 95 % of cases, if the chances are right. */
export interface Estimate {
  value: number | null;
  lo: number | null;
  hi: number | null;
  /** Deals that it rests on. */
  n: number;
  why?: Why;
}

export interface Forecast {
  /** Amount × probability as the CRM says it, of the open deals due in the period. */
  weighted: Estimate;
  /** Amount × chance to be won before the period ends, of all open deals, from how the team's deals went so far. */
  expected: Estimate;
  /** That chance, given the deal's age; null where no deal of that age was closed later. Most valuable first. */
  deals: { org: string; id: string; amount: number | null; chance: number | null }[];
  /** Closed deals of the team that the chances rest on; with fewer than ten they are too little to go by. */
  closings: number;
  state: 'ok' | 'insufficient' | 'not-computable';
}

const MINIMUM = 10;
const Z = 1.959964;

/**
 * What the open deals may bring. Intervals are normal ones with the variance of independent yes-or-no outcomes,
 * Σ amount² p (1 − p), kept within 0 and Σ amount: they do not hold the doubt about the chances themselves.
 */
export function forecast(scene: Scene): Forecast {
  const { curve, closings } = teamCurve(scene.team);
  const within = (scene.period[1] - scene.asOf) / DAY;
  const open = scene.deals.filter(({ closed }) => !closed);
  const chances = new Map(
    open.map((deal) => [deal, within > 0 ? chanceOf(deal, scene, curve, within) : null]),
  );
  const expected = expectedOf(scene, chances, within, closings);
  return {
    weighted: weightedOf(scene),
    expected,
    deals: linesOf(open, chances, scene),
    closings,
    state: expected.value === null ? 'not-computable' : closings < MINIMUM ? 'insufficient' : 'ok',
  };
}

type Chances = ReadonlyMap<DealFacts, number | null>;

// The team is the same for every rep and period.
const teamCurve = oncePer((team: Facts) => {
  const courses = coursesOf(team.deals, team.asOf);
  return { curve: aalenJohansen(courses), closings: courses.filter(({ end }) => end !== null).length };
});

function chanceOf(
  deal: DealFacts,
  { asOf }: Scene,
  curve: readonly Incidence[],
  within: number,
): number | null {
  const course = courseOf(deal, asOf);
  return course ? winChance(curve, course.time, within) : null;
}

function weightedOf(scene: Scene): Estimate {
  const due = openDueIn(scene);
  return estimate(scene, new Map(due.map((deal) => [deal, deal.deal.probability ?? null])));
}

function expectedOf(scene: Scene, chances: Chances, within: number, closings: number): Estimate {
  if (within <= 0) return none('the period is over');
  return closings === 0 ? none('nothing to count') : estimate(scene, chances);
}

const none = (why: Why, n = 0): Estimate => ({ value: null, lo: null, hi: null, n, why });

function estimate(scene: Scene, chances: Chances): Estimate {
  if (scene.records.deals.length === 0) return none('no deals seen');
  const likely = [...chances.keys()].filter((deal) => chances.get(deal) != null);
  const { amounts, missing } = moneyOf(likely, scene.settings);
  if (missing) return none('needs a rate for every currency', amounts.length);
  let [value, variance, least, most] = [0, 0, 0, 0];
  for (const { deal, amount } of amounts) {
    const p = chances.get(deal) ?? 0;
    value += amount * p;
    variance += amount ** 2 * p * (1 - p);
    least += Math.min(0, amount);
    most += Math.max(0, amount);
  }
  const half = Z * Math.sqrt(variance);
  return { value, lo: Math.max(least, value - half), hi: Math.min(most, value + half), n: amounts.length };
}

function linesOf(open: readonly DealFacts[], chances: Chances, { settings }: Scene): Forecast['deals'] {
  const amountOf = new Map(moneyOf(open, settings).amounts.map(({ deal, amount }) => [deal, amount]));
  return open
    .map((facts) => ({
      org: facts.deal.org,
      id: facts.deal.id,
      amount: amountOf.get(facts) ?? null,
      chance: chances.get(facts) ?? null,
    }))
    .sort(
      (a, b) =>
        (b.amount ?? 0) * (b.chance ?? 0) - (a.amount ?? 0) * (a.chance ?? 0) || (a.id < b.id ? -1 : 1),
    );
}
