import { describe, expect, it } from 'vitest';
import { settings as schema } from '../../src/contract/settings.ts';
import { checksOf, snoozesOf } from '../../src/metrics/record-checks.ts';
import { sceneWith } from './kpis/scene.ts';
import { deal } from './make.ts';

const snooze = { deal: 'crm:test/deal/D1', check: 'owner', until: '2026-04-05', reason: 'On leave' };
const deals = [deal({ owner: null }), deal({ id: 'D2', owner: 'Ana' }), deal({ id: 'D3', outcome: 'won' })];

describe('the checks of records', () => {
  const facts = (snoozes = [snooze]) => sceneWith({ deals }, { settings: { snoozes } }).team;

  it('are those of the open deals that are named', () => {
    const keys = ['crm:test/deal/D1', 'crm:test/deal/D3', 'crm:test/lead/D2'];
    expect(Object.keys(checksOf(facts(), keys))).toEqual(['crm:test/deal/D1']);
  });

  it('say what was put aside', () => {
    const owner = checksOf(facts(), ['crm:test/deal/D1'])['crm:test/deal/D1']?.find(
      ({ id }) => id === 'owner',
    );
    expect(owner).toMatchObject({ state: 'fail', snoozed: snooze });
  });
});

describe('snoozes', () => {
  it('stand in the settings', () => {
    expect(schema.safeParse({ snoozes: [snooze] }).success).toBe(true);
    expect(schema.safeParse({ snoozes: [{ ...snooze, until: 'soon' }] }).success).toBe(false);
  });

  it('of a check that is none are left alone', () => {
    expect(snoozesOf({ snoozes: [snooze, { ...snooze, check: 'weather' }] })).toEqual([snooze]);
    expect(snoozesOf({})).toEqual([]);
  });
});
