import type { Settings } from '../contract/settings.ts';
import { CHECK_IDS, type CheckId, type DealCheck, dealChecks, type Snooze } from './deal-checks.ts';
import { keyOf } from './histories.ts';
import { normsOf } from './norms.ts';
import type { Facts } from './scene.ts';

/** What the user put aside; entries of a check that is none are left alone. */
export const snoozesOf = ({ snoozes = [] }: Settings): Snooze[] =>
  snoozes.flatMap((one) => (isCheck(one.check) ? [{ ...one, check: one.check }] : []));

const isCheck = (id: string): id is CheckId => CHECK_IDS.some((known) => known === id);

/** The checks of those deals named by `<org>/deal/<id>` that are open. */
export function checksOf(facts: Facts, keys: readonly string[]): Record<string, DealCheck[]> {
  const wanted = new Set(keys);
  const snoozes = snoozesOf(facts.settings);
  return Object.fromEntries(
    facts.deals.flatMap((deal) => {
      const key = keyOf(deal.deal.org, 'deal', deal.deal.id);
      const checks = wanted.has(key) ? dealChecks(facts, deal, normsOf(facts), snoozes) : undefined;
      return checks ? [[key, checks] as const] : [];
    }),
  );
}
