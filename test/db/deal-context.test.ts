import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { loadDealContext } from '../../src/db/deal-context.ts';
import { exportHistory, importHistory } from '../../src/db/history.ts';
import { dealChecks } from '../../src/metrics/deal-checks.ts';
import { factsOf } from '../../src/metrics/scene.ts';
import { act, DAY, deal, lead, nextId, RAISE } from '../metrics/make.ts';

const ASOF = RAISE + 40 * DAY;
const on = (id: string) => ({ on: { kind: 'deal', id } }) as const;
const org = 'crm:test';

/** Won deals of which norms are made, a lead that became one, others that are open, and the one that is looked at. */
const records = {
  ...noRecords(),
  leads: [lead({ id: 'L1', deal: 'D1' }), lead({ id: 'L2', deal: 'W1' }), lead({ id: 'L3' })],
  deals: [
    deal({ id: 'D1', stage: 'Offer', amount: 5, nextStep: '' }),
    deal({ id: 'D2', stage: 'Offer', nextStep: 'Call' }),
    ...['W1', 'W2', 'W3'].map((id) => deal({ id, outcome: 'won', stage: 'Won', closedAt: RAISE + 30 * DAY })),
  ],
  activities: [
    act(RAISE + DAY, on('D1')),
    act(RAISE, { on: { kind: 'lead', id: 'L1' } }),
    act(RAISE, { on: { kind: 'lead', id: 'L2' } }),
    act(RAISE + DAY, on('D2')),
    ...['W1', 'W2', 'W3'].flatMap((id) => [1, 2, 3, 4, 5, 6].map((day) => act(RAISE + day * DAY, on(id)))),
  ],
  stageChanges: ['D1', 'D2', 'W1', 'W2', 'W3'].flatMap((id, i) => [
    { org, id: nextId(), deal: id, to: 'Offer', at: RAISE },
    ...(i > 1 ? [{ org, id: nextId(), deal: id, from: 'Offer', to: 'Won', at: RAISE + (3 + i) * DAY }] : []),
  ]),
};

it('is all that the checks of a deal rest on, and less than the whole history', async () => {
  const db = new Database('deal-context');
  const file = { format: 'fourfold-history', version: 1, exportedAt: ASOF, settings: {} } as const;
  await importHistory(db, { ...file, ...records }, ASOF);
  const checksFrom = (all: Parameters<typeof factsOf>[0]) => {
    const facts = factsOf(all, {}, ASOF);
    const one = facts.deals.find(({ deal: { id } }) => id === 'D1');
    return one && dealChecks(facts, one);
  };
  const context = await loadDealContext(db, org, 'D1');
  const whole = checksFrom(await exportHistory(db, ASOF));
  expect(checksFrom(context)).toEqual(whole);
  const states = Object.fromEntries((whole ?? []).map(({ id, state }) => [id, state]));
  expect(states).toMatchObject({ 'last-touch': 'fail', 'stage-time': 'fail', 'next-step': 'fail' });
  expect(context.activities.some(({ on: { id } }) => id === 'D2')).toBe(false);
  await db.delete();
});
