import type { History } from '../../src/contract/history.ts';
import { type Activity, noRecords } from '../../src/contract/records.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Numbers in 0 … 1 that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A team's year: so many leads with ten activities each, a deal for one of `soldOf` of them, its way through five stages.
 * Ends at `asOf` (epoch ms).
 */
export function bigHistory(leads: number, reps: number, asOf: number, soldOf = 4): History {
  const roll = dice(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const records = noRecords();
  const org = 'salesforce:bench';
  const owners = Array.from({ length: reps }, (_, i) => `Rep ${i}`);
  for (let i = 0; i < leads; i++) {
    const id = `00Q${i}`;
    const owner = pick(owners);
    const createdAt = asOf - Math.floor(roll() * 120 * DAY);
    const source = pick(['demo', 'trial', 'webinar', 'e-book', 'referral']);
    const isSold = i % soldOf === 0;
    const deal = `006${i}`;
    records.leads.push({
      org,
      id,
      name: `Lead ${i}`,
      company: `Company ${i}`,
      owner,
      source,
      createdAt,
      outcome: isSold ? 'converted' : 'open',
      ...(isSold && { closedAt: createdAt + 8 * DAY, deal }),
    });
    for (let k = 0; k < 10; k++) records.activities.push(activity(`00T${i}-${k}`, id, k, createdAt, owner));
    if (!isSold) continue;
    const won = roll() < 0.4;
    const closedAt = createdAt + Math.floor((10 + roll() * 60) * DAY);
    records.deals.push({
      org,
      id: deal,
      name: `Deal ${i}`,
      owner,
      pipeline: 'Sales',
      stage: closedAt > asOf ? 'Proposal' : won ? 'Closed Won' : 'Closed Lost',
      outcome: closedAt > asOf ? 'open' : won ? 'won' : 'lost',
      amount: Math.floor(roll() * 50_000),
      createdAt: createdAt + DAY,
      closeDate: new Date(closedAt).toISOString().slice(0, 10),
      ...(closedAt <= asOf && { closedAt }),
      place: pick(['North', 'South', 'East', 'West']),
      lead: id,
    });
    const way = ['New', 'Appointment', 'Proposal'];
    way.forEach((to, step) => {
      const at = createdAt + (step + 1) * 2 * DAY;
      records.stageChanges.push({
        org,
        id: `S${i}-${step}`,
        deal,
        to,
        at,
        ...(step > 0 && { from: way[step - 1] }),
      });
    });
  }
  return { format: 'fourfold-history', version: 1, exportedAt: asOf, ...records, settings: {} };

  function activity(id: string, lead: string, k: number, raised: number, by: string): Activity {
    return {
      org,
      id,
      on: { kind: 'lead', id: lead },
      kind: pick(['email', 'email', 'call', 'meeting', 'note']),
      direction: k % 5 === 4 ? 'in' : 'out',
      at: Math.round((raised + roll() * roll() * k * DAY) / MINUTE) * MINUTE + MINUTE,
      by,
      state: 'done',
      subject: `Touch ${k}`,
      personal: {
        greeting: true,
        sender: roll() < 0.8,
        signature: true,
        relevance: roll() < 0.5,
        forward: null,
      },
    };
  }
}
