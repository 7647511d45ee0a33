import { describe, expect, it } from 'vitest';
import { deal, oracles, t } from '../make.ts';
import { kpiWith } from './scene.ts';

const closed = (id: string, outcome: 'won' | 'lost', fields = {}) =>
  deal({ id, outcome, createdAt: t('2026-01-05T09:00'), closedAt: t('2026-03-10T09:00'), ...fields });
const many = (count: number, outcome: 'won' | 'lost') =>
  Array.from({ length: count }, (_, i) => closed(`D${outcome}${i}`, outcome));

describe('win rate', () => {
  it('is the oracle’s, and leaves out open deals', () => {
    const open = Array.from({ length: 25 }, (_, i) => deal({ id: `Do${i}` }));
    const kpi = kpiWith('win-rate', { deals: [...many(12, 'won'), ...many(18, 'lost'), ...open] });
    const [lo, hi] = oracles.kpi.win_rate.wilson;
    expect(kpi).toMatchObject({ x: 12, n: 30, unit: 'ratio', state: 'ok' });
    expect(kpi.value).toBeCloseTo(oracles.kpi.win_rate.count, 6);
    expect(kpi.lo).toBeCloseTo(lo, 6);
    expect(kpi.hi).toBeCloseTo(hi, 6);
  });

  it('counts a deal in the period of its closing, on the day of its close date where no time is known', () => {
    const deals = [
      closed('D1', 'won', { closedAt: t('2026-02-28T23:59') }),
      closed('D2', 'won', { closedAt: undefined, closeDate: '2026-03-31' }),
      closed('D3', 'lost', { closedAt: t('2026-03-01T00:00') }),
      closed('D4', 'won', { closedAt: undefined }),
    ];
    expect(kpiWith('win-rate', { deals })).toMatchObject({ x: 1, n: 2, state: 'insufficient' });
  });

  it('leaves out deals lost without a decision', () => {
    const deals = [closed('D1', 'won'), closed('D2', 'lost', { stage: 'No Decision ' })];
    const settings = { nonDecisionStages: ['no decision'] };
    expect(kpiWith('win-rate', { deals }, { settings })).toMatchObject({ x: 1, n: 1 });
  });

  it('uses nothing later than asOf', () => {
    const deals = [closed('D1', 'won', { closedAt: t('2026-03-20T00:00') })];
    expect(kpiWith('win-rate', { deals }, { asOf: t('2026-03-19T00:00') })).toMatchObject({
      value: null,
      state: 'not-computable',
      why: 'nothing to count',
    });
  });

  it('is that of a rep by the owner at asOf', () => {
    const deals = [closed('D1', 'won', { owner: 'Ana' }), closed('D2', 'lost', { owner: 'Bo' })];
    expect(kpiWith('win-rate', { deals }, { rep: 'Ana' })).toMatchObject({ x: 1, n: 1 });
  });

  it('says so when no deal was seen at all', () => {
    expect(kpiWith('win-rate', {}).why).toBe('no deals seen');
  });
});
