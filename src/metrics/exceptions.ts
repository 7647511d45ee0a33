import type { Settings } from '../contract/settings.ts';
import { type CheckId, type DealCheck, dealChecks, type Snooze } from './deal-checks.ts';
import type { DealFacts } from './deals.ts';
import { keyOf, type RecordHistory } from './histories.ts';
import { moneyOf } from './money.ts';
import { normsOf } from './norms.ts';
import type { Scene } from './scene.ts';
import { inOrder, unansweredOf } from './waiting.ts';

/** Why a record wants a look: it waits past its target, or a check of the deal fails. */
export interface Reason extends Pick<DealCheck, 'params' | 'snoozed'> {
  id: (typeof REASON_IDS)[number];
}

export interface Exception {
  /** `<org>/<kind>/<id>`. */
  key: string;
  kind: RecordHistory['kind'];
  name?: string | undefined;
  company?: string | undefined;
  owner: string | null | undefined;
  url?: string | undefined;
  /** In the settings' currency where a rate is known, else in its own; null when it was not seen. */
  amount: number | null;
  currency: string | null;
  reasons: Reason[];
}

export interface Exceptions {
  /** The most money first, what cannot be put in that order last. */
  open: Exception[];
  /** What was put aside with a reason, apart. */
  snoozed: Exception[];
}

const LOOKED_AT = [
  'next-step',
  'planned-activity',
  'stage-time',
  'close-date',
  'contacts',
  'answered',
] as const satisfies readonly CheckId[];
export const REASON_IDS = ['waiting', ...LOOKED_AT] as const;

/** Leads that wait past their target and open deals that a check has something against, at the scene's asOf. */
export function exceptionsOf(scene: Scene, snoozes: readonly Snooze[] = []): Exceptions {
  const prices = pricesOf(scene);
  const found = new Map<string, Ranked>();
  for (const one of [...dealsOf(scene, snoozes, prices), ...waitingOf(scene, prices)]) {
    const known = found.get(one.key);
    if (known) known.reasons.unshift(...one.reasons);
    else found.set(one.key, one);
  }
  const all = [...found.values()].sort(byMoney);
  return {
    open: withReasons(all, ({ snoozed }) => !snoozed),
    snoozed: withReasons(all, ({ snoozed }) => snoozed !== undefined),
  };
}

/** `rank`: the amount in the one currency in which all are put in order. */
type Ranked = Exception & { rank: number | null };

const withReasons = (all: readonly Ranked[], fits: (reason: Reason) => boolean): Exception[] =>
  all.flatMap(({ rank: _, ...one }) => {
    const reasons = one.reasons.filter(fits);
    return reasons.length === 0 ? [] : [{ ...one, reasons }];
  });

const byMoney = (a: Ranked, b: Ranked): number =>
  down(a.rank, b.rank) ||
  down(a.amount, b.amount) ||
  b.reasons.length - a.reasons.length ||
  (a.key < b.key ? -1 : 1);

const down = (a: number | null, b: number | null): number =>
  (a === null ? 1 : 0) - (b === null ? 1 : 0) || (b ?? 0) - (a ?? 0);

function dealsOf(scene: Scene, snoozes: readonly Snooze[], prices: Prices): Ranked[] {
  return scene.deals.flatMap((deal) => {
    // Norms are the team's.
    const checks = dealChecks(scene.team, deal, normsOf(scene.team), snoozes) ?? [];
    const reasons = checks.flatMap(({ id, state, params, snoozed }): Reason[] => {
      const looked = LOOKED_AT.find((one) => one === id);
      return state === 'fail' && looked ? [{ id: looked, params, ...(snoozed && { snoozed }) }] : [];
    });
    return reasons.length === 0 ? [] : [entryOf(deal.history, deal.owner, prices, reasons)];
  });
}

function waitingOf({ leads, settings, calendar, asOf }: Scene, prices: Prices): Ranked[] {
  return leads.flatMap(({ history, cycles, owner }) => {
    const open = unansweredOf(history, cycles, settings, asOf);
    const [late] = inOrder(open ? [open] : [], calendar, asOf);
    if (late?.state !== 'breached') return [];
    const params = { over: -late.remaining, target: late.targetSeconds, raisedAt: late.raisedAt };
    return [entryOf(history, owner, prices, [{ id: 'waiting', params }])];
  });
}

function entryOf(
  { kind, record }: RecordHistory,
  owner: Exception['owner'],
  prices: Prices,
  reasons: Reason[],
): Ranked {
  const { org, id, name, company, url } = record;
  const key = keyOf(org, kind, id);
  const price = prices.get(key) ?? { amount: null, currency: null, rank: null };
  return { key, kind, name, company, owner, url, ...price, reasons };
}

type Prices = Map<string, Pick<Ranked, 'amount' | 'currency' | 'rank'>>;

function pricesOf({ deals, settings }: Scene): Prices {
  const inOne = new Map(moneyOf(deals, settings).amounts.map(({ deal, amount }) => [deal, amount]));
  return new Map(
    deals.map((one) => [keyOf(one.deal.org, 'deal', one.deal.id), priceOf(one, inOne.get(one), settings)]),
  );
}

function priceOf({ deal }: DealFacts, rank: number | undefined, { currency }: Settings) {
  const isCounted = currency !== undefined && rank !== undefined;
  return {
    amount: isCounted ? rank : (deal.amount ?? null),
    currency: isCounted ? currency : (deal.currency ?? null),
    rank: rank ?? null,
  };
}
