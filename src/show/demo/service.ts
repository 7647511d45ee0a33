import type { Customer, Ticket } from '../../contract/records.ts';
import { DAY } from '../../contract/zone.ts';
import type { Dice } from './dice.ts';
import { HOUR, ORG, TEAM } from './people.ts';

/** What happens after the sale: customers who stay or go, and their tickets. */
export function* serviceOf(
  now: number,
  dice: Dice,
): Generator<{ customers: Customer[] } | { tickets: Ticket[] }> {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  yield {
    customers: Array.from({ length: 90 }, (_, i): Customer => {
      const since = now - (310 + dice.upTo(700)) * DAY;
      const isGone = dice.chance(0.2);
      return {
        org: ORG,
        id: `c${i}`,
        name: `Customer ${i + 1}`,
        owner: dice.pick(TEAM).name,
        since: dayOf(since),
        revenue: 6000 + dice.upTo(40) * 1000,
        ...(isGone && { until: dayOf(now - dice.upTo(300) * DAY) }),
      };
    }),
  };
  yield {
    tickets: Array.from({ length: 160 }, (_, i): Ticket => {
      const openedAt = now - dice.upTo(120 * 24) * HOUR;
      const firstReplyAt = Math.round(openedAt + dice.around(2) * HOUR);
      const resolvedAt = Math.round(firstReplyAt + dice.around(9) * HOUR);
      const isResolved = resolvedAt < now;
      return {
        org: ORG,
        id: `t${i}`,
        owner: dice.pick(TEAM).name,
        openedAt,
        agentReplies: 1 + dice.upTo(3),
        complaint: dice.chance(0.08),
        customer: `c${dice.upTo(90)}`,
        ...(firstReplyAt < now && { firstReplyAt }),
        ...(isResolved && { resolvedAt, reopened: dice.chance(0.07), rating: Math.min(5, 3 + dice.upTo(3)) }),
      };
    }),
  };
}
