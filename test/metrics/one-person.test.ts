import { expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { asOnePerson } from '../../src/metrics/one-person.ts';
import { act, deal, lead, RAISE } from './make.ts';

it('every other name of a person becomes the first, wherever people are named; others stay', () => {
  const change = { org: 'crm:test', id: 'O1', on: { kind: 'lead', id: 'L1' }, at: RAISE } as const;
  const records = {
    ...noRecords(),
    leads: [lead({ owner: 'Ana' }), lead({ id: 'L2', owner: 'A. Pop' })],
    deals: [deal({ owner: 'Ana Pop', name: 'Ana' })],
    activities: [act(RAISE, { by: 'Ana' }), act(RAISE)],
    ownerChanges: [{ ...change, from: 'Ana', to: 'Tom' }],
  };
  const one = asOnePerson(records, ['Ana Pop', 'Ana']);
  expect(one.leads.map(({ owner }) => owner)).toEqual(['Ana Pop', 'A. Pop']);
  expect(one.deals[0]).toMatchObject({ owner: 'Ana Pop', name: 'Ana' });
  expect(one.activities.map(({ by }) => by)).toEqual(['Ana Pop', undefined]);
  expect(one.ownerChanges[0]).toMatchObject({ from: 'Ana Pop', to: 'Tom' });
  expect(asOnePerson(records, ['Ana Pop'])).toBe(records);
});
