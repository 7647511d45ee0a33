import type { Records } from '../../contract/records.ts';
import { DAY } from '../../contract/zone.ts';
import type { Dice } from './dice.ts';
import { ORG, type Rep } from './people.ts';

const WAY = ['Qualified', 'First appointment', 'Proposal'] as const;
const PRODUCTS = ['platform', 'renewal', 'pilot', 'licences', 'roll-out'];
const COMPETITORS = ['Northstar', 'Blue Peak'];
const REASONS = ['Price', 'No budget', 'Timing', 'Missing feature'];

interface Start {
  id: string;
  lead: string;
  company: string;
  source: string;
  at: number;
}

/** A deal on its way through the stages, to its end where time has come to that. */
export function dealOf(
  records: Records,
  rep: Rep,
  { id, lead, company, source, at }: Start,
  now: number,
  dice: Dice,
): void {
  const isWon = dice.chance(rep.wins);
  // Lost ones drop out anywhere; won ones go the whole way.
  const steps = isWon ? WAY.length : 1 + dice.upTo(WAY.length);
  const length = Math.round(Math.max(5, dice.around(rep.days) * 0.8) * DAY);
  const closedAt = at + length;
  const moves = WAY.slice(0, steps).map((to, i) => ({
    to,
    at: Math.round(at + (length * (i + dice.upTo(10) / 20)) / WAY.length),
  }));
  const reached = moves.filter((move) => move.at < now);
  const isClosed = closedAt < now;
  const end = isWon ? 'Closed won' : 'Closed lost';
  for (const [i, move] of [...reached, ...(isClosed ? [{ to: end, at: closedAt }] : [])].entries())
    records.stageChanges.push({
      org: ORG,
      id: `${id}-s${i}`,
      deal: id,
      ...(i > 0 && { from: reached[i - 1]?.to ?? 'Qualified' }),
      to: move.to,
      at: move.at,
      by: rep.name,
    });
  records.deals.push({
    org: ORG,
    id,
    name: `${company}: ${dice.pick(PRODUCTS)}`,
    company,
    owner: rep.name,
    pipeline: 'Sales',
    stage: isClosed ? end : (reached.at(-1)?.to ?? 'Qualified'),
    outcome: isClosed ? (isWon ? 'won' : 'lost') : 'open',
    amount: Math.round(dice.around(rep.amount) / 100) * 100,
    currency: 'EUR',
    createdAt: at,
    // People plan to close sooner than they do.
    closeDate: new Date(isClosed ? closedAt : at + length * (0.7 + dice.upTo(6) / 10))
      .toISOString()
      .slice(0, 10),
    ...(isClosed && { closedAt }),
    ...typeOf(dice),
    source,
    place: dice.pick(['North', 'South', 'East', 'West']),
    contacts: 1 + dice.upTo(4),
    lead,
    ...(!isClosed && {
      probability: reached.length / 4,
      ...(dice.chance(0.6) && { nextStep: 'Send the revised offer' }),
    }),
    ...(isClosed && dice.chance(0.4) && { competitor: dice.pick(COMPETITORS) }),
    ...(isClosed && !isWon && { lostReason: dice.pick(REASONS) }),
  });
  if (reached.length > 2) {
    const requestedAt = reached[2]?.at ?? at;
    const sentAt = Math.round(requestedAt + dice.around(1.5) * DAY);
    records.quotes.push({
      org: ORG,
      id: `${id}-q`,
      deal: id,
      requestedAt,
      by: rep.name,
      ...(sentAt < now && { sentAt }),
    });
  }
  meetings(
    records,
    rep,
    id,
    reached.map((move) => move.at),
    now,
    dice,
  );
}

/** Most are new business; the rest is more for those who are customers already. */
const typeOf = (dice: Dice) =>
  dice.chance(0.75)
    ? ({ type: 'new' } as const)
    : { type: dice.pick(['upsell', 'cross-sell'] as const), customer: `c${dice.upTo(90)}` };

/** A meeting at each stage, calls between them, and on open deals mostly something planned. */
function meetings(records: Records, rep: Rep, id: string, times: number[], now: number, dice: Dice): void {
  const on = { kind: 'deal', id } as const;
  for (const [i, at] of times.entries())
    records.activities.push({
      org: ORG,
      id: `${id}-m${i}`,
      on,
      kind: 'meeting',
      direction: 'none',
      state: 'done',
      at,
      by: rep.name,
      result: dice.chance(0.9) ? 'held' : 'no-show',
      value: dice.chance(0.75),
      ...(i === 1 && { milestone: 'first-appointment' as const }),
    });
  if (dice.chance(0.6))
    records.activities.push({
      org: ORG,
      id: `${id}-p`,
      on,
      kind: 'call',
      direction: 'none',
      state: 'planned',
      at: now + (1 + dice.upTo(9)) * DAY,
      by: rep.name,
    });
}
