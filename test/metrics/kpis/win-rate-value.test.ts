import { describe, expect, it } from 'vitest';
import { oracles, t } from '../make.ts';
import { lost, open, times, won } from './deals.ts';
import { kpiWith } from './scene.ts';

describe('win rate by value', () => {
  it('is the oracle’s: 300 k of 800 k', () => {
    const deals = [
      ...times(12, () => won(25_000)),
      ...times(20, (i) => lost(i < 18 ? 500_000 / 18 : undefined)),
      open(9),
    ];
    const kpi = kpiWith('win-rate-value', { deals });
    expect(kpi.value).toBeCloseTo(oracles.kpi.win_rate.value, 6);
    expect(kpi).toMatchObject({ n: 30, unit: 'ratio', state: 'ok', coverage: 30 / 32 });
  });

  it('has Wilson’s limits where all deals are of one size, wider ones where they are not', () => {
    const even = kpiWith('win-rate-value', {
      deals: [...times(12, () => won(5)), ...times(18, () => lost(5))],
    });
    const [lo, hi] = oracles.kpi.win_rate.wilson;
    expect(even.lo).toBeCloseTo(lo, 6);
    expect(even.hi).toBeCloseTo(hi, 6);
    const uneven = kpiWith('win-rate-value', { deals: [won(400), ...times(30, () => lost(20))] });
    expect(uneven.value).toBeCloseTo(0.4, 6);
    expect((uneven.hi ?? 0) - (uneven.lo ?? 0)).toBeGreaterThan(hi - lo);
  });

  it('has none where an amount below 0 makes it no share', () => {
    const kpi = kpiWith('win-rate-value', { deals: [won(100), won(-20), lost(20)] });
    expect(kpi).toMatchObject({ value: 0.8, n: 3 });
    expect(kpi.lo).toBeUndefined();
  });

  it('leaves out deals lost without a decision', () => {
    const deals = [won(100), lost(100, { stage: 'No decision' })];
    const settings = { nonDecisionStages: ['no decision'] };
    expect(kpiWith('win-rate-value', { deals }, { settings })).toMatchObject({ value: 1, n: 1, hi: 1 });
  });

  it('converts currencies, and says when it cannot', () => {
    const deals = [won(100, { currency: 'USD' }), lost(150)];
    expect(
      kpiWith('win-rate-value', { deals }, { settings: { currency: 'EUR', rates: { USD: 0.5 } } }).value,
    ).toBe(0.25);
    expect(kpiWith('win-rate-value', { deals }, { settings: { currency: 'EUR' } })).toMatchObject({
      value: null,
      why: 'needs a rate for every currency',
    });
  });

  it('says why there is none', () => {
    expect(kpiWith('win-rate-value', {}).why).toBe('no deals seen');
    expect(kpiWith('win-rate-value', { deals: [won(), lost()] })).toMatchObject({
      why: 'nothing to count',
      coverage: 0,
    });
    expect(kpiWith('win-rate-value', { deals: [won(5)] }, { asOf: t('2026-03-10T08:59') }).why).toBe(
      'nothing to count',
    );
  });

  it('is that of a rep', () => {
    const deals = [won(100, { owner: 'Ana' }), lost(300, { owner: 'Bo' })];
    expect(kpiWith('win-rate-value', { deals }, { rep: 'Ana' })).toMatchObject({ value: 1, n: 1 });
  });
});
