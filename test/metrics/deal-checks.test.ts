import { describe, expect, it } from 'vitest';
import { type Deal, noRecords, type Records } from '../../src/contract/records.ts';
import { CHECK_IDS, type CheckId, dealChecks, type Snooze } from '../../src/metrics/deal-checks.ts';
import { normsOf } from '../../src/metrics/norms.ts';
import { factsOf } from '../../src/metrics/scene.ts';
import { act, call, DAY, deal, form, HOUR, RAISE, reply } from './make.ts';

const ASOF = RAISE + 20 * DAY;
const on = { on: { kind: 'deal', id: 'D1' } } as const;

function checked(
  fields: Partial<Deal>,
  records: Partial<Records> = {},
  settings = {},
  snoozes: Snooze[] = [],
) {
  const all = { ...noRecords(), ...records, deals: [deal(fields), ...(records.deals ?? [])] };
  const facts = factsOf(all, settings, ASOF);
  const one = facts.deals.find(({ deal: { id } }) => id === 'D1');
  const checks = one && dealChecks(facts, one, normsOf(facts), snoozes);
  return (id: CheckId) => checks?.find((check) => check.id === id);
}
const other = (fields: Partial<Deal>) => deal({ id: 'D2', ...fields });
const opened = { activities: [act(RAISE + DAY, on)] };

describe('a check of a deal', () => {
  it('says of a record of which little was seen that it cannot say', () => {
    const check = checked({});
    const states = CHECK_IDS.map((id) => [id, check(id)?.state]);
    expect(Object.fromEntries(states)).toEqual(Object.fromEntries(CHECK_IDS.map((id) => [id, 'unknown'])));
    for (const id of CHECK_IDS) expect(check(id)?.params.why).toEqual(expect.any(String));
  });

  it('is not made of a closed deal', () => {
    expect(checked({ outcome: 'won', closedAt: RAISE })('owner')).toBeUndefined();
  });

  it('next step: missing only where the record was opened and the CRM shows next steps', () => {
    const deals = [other({ nextStep: 'Call' })];
    expect(checked({ nextStep: 'Send offer' })('next-step')?.state).toBe('pass');
    expect(checked({}, opened)('next-step')?.state).toBe('unknown');
    expect(checked({}, { ...opened, deals })('next-step')?.state).toBe('fail');
  });

  it('planned activity: ahead or without a day; one that is overdue is none', () => {
    const planned = (at: number | undefined) => act(at, { ...on, kind: 'call', state: 'planned' });
    const state = (at: number | undefined) =>
      checked({}, { activities: [planned(at)] })('planned-activity')?.state;
    expect([state(ASOF + DAY), state(undefined), state(ASOF - DAY)]).toEqual(['pass', 'pass', 'fail']);
  });

  it('last touch: against the pauses of won deals', () => {
    const won = deal({ id: 'D3', outcome: 'won', closedAt: RAISE + 19 * DAY });
    const usual = Array.from({ length: 12 }, (_, i) =>
      act(RAISE + i * DAY, { on: { kind: 'deal', id: 'D3' } }),
    );
    const state = (days: number) =>
      checked({}, { deals: [won], activities: [...usual, act(ASOF - days * DAY, on)] })('last-touch');
    expect(state(1)).toMatchObject({ state: 'pass', params: { norm: 1, n: 11 } });
    expect(state(2)).toMatchObject({ state: 'fail', params: { days: 2 } });
    expect(checked({}, opened)('last-touch')?.params.why).toBe('too few won deals for a norm');
  });

  it('time in stage: against the limit of the stage', () => {
    const stageChanges = [
      { org: 'crm:test', id: 'S1', deal: 'D1', from: 'New', to: 'Proposal', at: ASOF - 12 * DAY },
    ];
    const state = (limit: number) =>
      checked({ stage: 'Proposal' }, { stageChanges }, { stageLimitDays: { proposal: limit } })('stage-time');
    expect(state(12)).toMatchObject({ state: 'pass', params: { days: 12, limit: 12 } });
    expect(state(11)?.state).toBe('fail');
  });

  it('close date: in the past from the day after', () => {
    const state = (closeDate: string) => checked({ closeDate })('close-date')?.state;
    expect([state('2026-03-22'), state('2026-03-21')]).toEqual(['pass', 'fail']);
  });

  it('contacts, amount and owner', () => {
    expect(checked({ contacts: 1 })('contacts')?.state).toBe('fail');
    expect(checked({ contacts: 2 })('contacts')?.state).toBe('pass');
    expect(checked({ amount: 0 })('amount')?.state).toBe('fail');
    expect(checked({}, { ...opened, deals: [other({ amount: 5 })] })('amount')?.state).toBe('fail');
    expect(checked({ owner: null })('owner')?.state).toBe('fail');
    expect(checked({ owner: 'Ana' })('owner')?.state).toBe('pass');
  });

  it('answered: ghosted from the second unanswered touch on', () => {
    const out = (n: number) => Array.from({ length: n }, (_, i) => call(ASOF - (n - i) * HOUR, on));
    const state = (n: number) =>
      checked({}, { activities: [reply(ASOF - 9 * HOUR, on), ...out(n)] })('answered')?.state;
    expect([state(1), state(2)]).toEqual(['pass', 'fail']);
    const automatic = reply(ASOF, { ...on, automated: true });
    expect(checked({}, { activities: [...out(2), automatic] })('answered')?.state).toBe('fail');
  });

  it('response: within the target of its warmth, in business time', () => {
    const state = (minutes: number, asOf = RAISE + minutes * 60_000) =>
      checked({ warmth: 'hot' }, { activities: [form(RAISE, on), act(asOf, on)] })('response')?.state;
    expect([state(5), state(6)]).toEqual(['pass', 'fail']);
    expect(checked({ warmth: 'hot' }, { activities: [form(ASOF - 60_000, on)] })('response')?.state).toBe(
      'unknown',
    );
  });

  it('can be put aside until a day, with the reason', () => {
    const snooze = { deal: 'crm:test/deal/D1', check: 'owner', reason: 'on leave' } as const;
    const until = (day: string) =>
      checked({ owner: null }, {}, {}, [{ ...snooze, until: day }])('owner')?.snoozed;
    expect(until('2026-03-22')?.reason).toBe('on leave');
    expect(until('2026-03-21')).toBeUndefined();
  });
});
