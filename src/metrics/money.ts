import type { Settings } from '../contract/settings.ts';
import type { DealFacts } from './deals.ts';

/** The amounts of deals in one currency; `missing` when a rate for one of them is not given (rule 35). */
export interface Money {
  amounts: { deal: DealFacts; amount: number }[];
  missing: boolean;
  /** Deals with an amount ÷ all; null for no deals. */
  coverage: number | null;
}

/**
 * Amounts in `settings.currency`. A deal that names no currency is in it. Without that setting, deals that are all in
 * one currency need no rate.
 */
export function moneyOf(deals: readonly DealFacts[], { currency, rates = {} }: Settings): Money {
  const priced = deals.flatMap((deal) => {
    const { amount, currency: own } = deal.deal;
    return amount === undefined ? [] : [{ deal, amount, own: own ?? currency }];
  });
  const isOne = currency === undefined && new Set(priced.map(({ own }) => own)).size === 1;
  const told = (own: string) => (Object.hasOwn(rates, own) ? rates[own] : undefined);
  const rateOf = (own: string | undefined) =>
    own === currency ? 1 : own === undefined ? undefined : (told(own) ?? (isOne ? 1 : undefined));
  const amounts = priced.flatMap(({ deal, amount, own }) => {
    const rate = rateOf(own);
    return rate === undefined ? [] : [{ deal, amount: amount * rate }];
  });
  const coverage = deals.length === 0 ? null : priced.length / deals.length;
  return { amounts, missing: amounts.length < priced.length, coverage };
}

export const sumOf = (amounts: readonly { amount: number }[]): number =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);
