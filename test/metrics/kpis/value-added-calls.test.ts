import { describe, expect, it } from 'vitest';
import { act, call, lead, oracles, RAISE, t } from '../make.ts';
import { times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'value-added-calls';
const spoke = (fields = {}) => call(RAISE, { result: 'connected', value: true, ...fields });
const met = (fields = {}) => act(RAISE, { kind: 'meeting', direction: 'none', value: true, ...fields });

describe('value-added calls', () => {
  it('are the oracle’s', () => {
    const activities = [
      ...times(20, () => spoke()),
      ...times(11, () => met()),
      ...times(19, () => spoke({ value: false })),
    ];
    const { total, value_added, rate, wilson } = oracles.kpi.value_calls;
    const kpi = kpiWith(ID, { activities });
    expect(kpi).toMatchObject({
      x: value_added,
      n: total,
      value: rate,
      coverage: 1,
      unit: 'ratio',
      state: 'ok',
    });
    expect(kpi.lo).toBeCloseTo(wilson[0], 6);
    expect(kpi.hi).toBeCloseTo(wilson[1], 6);
  });

  it.each([
    ['a call that reached nobody', spoke({ result: 'voicemail', seconds: 90 })],
    ['a short call without a result', spoke({ result: undefined, seconds: 59 })],
    ['a no-show', met({ result: 'no-show' })],
    ['a planned meeting', met({ state: 'planned' })],
    ['an automated call', spoke({ automated: true })],
    ['an e-mail', act(RAISE, { value: true })],
  ])('are not %s (rules 12, 13)', (_, activity) => {
    expect(kpiWith(ID, { activities: [activity] })).toMatchObject({ n: 0, value: null, coverage: null });
  });

  it('are calls of a minute without a result, and calls that came in', () => {
    const activities = [spoke({ result: undefined, seconds: 60 }), spoke({ direction: 'in' })];
    expect(kpiWith(ID, { activities })).toMatchObject({ x: 2, n: 2 });
  });

  it('leave out what does not say, and count it in coverage (rule 44)', () => {
    const activities = [
      spoke(),
      spoke({ value: false }),
      spoke({ value: undefined }),
      met({ value: undefined }),
    ];
    expect(kpiWith(ID, { activities })).toMatchObject({ x: 1, n: 2, coverage: 0.5 });
  });

  it('leave out spam and duplicate leads (rule 57)', () => {
    const leads = [lead({ outcome: 'spam' })];
    expect(kpiWith(ID, { leads, activities: [spoke()] }).n).toBe(0);
  });

  it('are what the rep did in the period, by asOf', () => {
    const activities = [spoke({ by: 'Ana' }), spoke({ by: 'Bo' }), spoke({ at: t('2026-03-20T00:00') })];
    expect(kpiWith(ID, { activities }, { rep: 'Ana' }).n).toBe(1);
    expect(kpiWith(ID, { activities }, { asOf: t('2026-03-19T00:00') }).n).toBe(2);
    expect(kpiWith(ID, {})).toMatchObject({ value: null, why: 'nothing to count' });
  });
});
