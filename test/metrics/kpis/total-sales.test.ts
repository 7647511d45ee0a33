import { describe, expect, it } from 'vitest';
import { t } from '../make.ts';
import { lost, open, won } from './deals.ts';
import { kpiWith } from './scene.ts';

describe('total sales', () => {
  it('is what was won in the period, however few', () => {
    const kpi = kpiWith('total-sales', { deals: [won(100), won(250), won(), lost(900), open(900)] });
    expect(kpi).toMatchObject({ value: 350, n: 2, unit: 'money', state: 'ok', coverage: 2 / 3 });
    expect(kpi.lo).toBeUndefined();
  });

  it('sums up over a split period', () => {
    const deals = [won(1), won(10, { closedAt: [t('2026-03-15T00:00'), t('2026-03-16T00:00')] })];
    const half = t('2026-03-15T12:00');
    const [first, second] = [
      kpiWith('total-sales', { deals }, { period: [t('2026-03-01T00:00'), half] }),
      kpiWith('total-sales', { deals }, { period: [half, t('2026-04-01T00:00')] }),
    ];
    expect([first.value, second.value]).toEqual([11, 0]);
  });

  it('is 0 when deals were seen, unknown when none was', () => {
    expect(kpiWith('total-sales', { deals: [open(5)] })).toMatchObject({ value: 0, n: 0, state: 'ok' });
    expect(kpiWith('total-sales', {})).toMatchObject({
      value: null,
      state: 'not-computable',
      why: 'no deals seen',
    });
  });

  it('uses nothing later than asOf, and the rep’s alone', () => {
    const deals = [won(1, { owner: 'Ana' }), won(2, { owner: 'Bo' })];
    expect(kpiWith('total-sales', { deals }, { rep: 'Bo' }).value).toBe(2);
    expect(kpiWith('total-sales', { deals }, { rep: 'bo' }).value).toBe(0);
    expect(kpiWith('total-sales', { deals }, { asOf: t('2026-03-10T08:00') }).value).toBe(0);
  });

  it('is in one currency', () => {
    const deals = [won(100, { currency: 'USD' }), won(100)];
    expect(
      kpiWith('total-sales', { deals }, { settings: { currency: 'EUR', rates: { USD: 0.9 } } }).value,
    ).toBe(190);
    expect(kpiWith('total-sales', { deals }, { settings: { currency: 'EUR' } }).why).toBe(
      'needs a rate for every currency',
    );
  });
});
