import { describe, expect, it } from 'vitest';
import { lost, times, won } from './deals.ts';
import { kpiWith } from './scene.ts';

describe('average revenue per sale', () => {
  it('is the mean of what was won with a known amount', () => {
    const deals = [...times(5, () => won(2000)), ...times(5, () => won(3000)), won(), lost(90_000)];
    expect(kpiWith('average-revenue-per-sale', { deals })).toMatchObject({
      value: 2500,
      n: 10,
      unit: 'money',
      state: 'ok',
      coverage: 10 / 11,
    });
  });

  it('counts an amount of 0, and is too little below ten', () => {
    const kpi = kpiWith('average-revenue-per-sale', { deals: [won(0), won(100)] });
    expect(kpi).toMatchObject({ value: 50, n: 2, state: 'insufficient' });
    expect(kpi.lo).toBeUndefined();
  });

  it('is that of a rep, in one currency', () => {
    const deals = [won(100, { owner: 'Ana', currency: 'USD' }), won(7, { owner: 'Bo' })];
    const settings = { currency: 'EUR', rates: { USD: 0.9 } };
    expect(kpiWith('average-revenue-per-sale', { deals }, { settings, rep: 'Ana' }).value).toBeCloseTo(90, 9);
    expect(kpiWith('average-revenue-per-sale', { deals }, { settings: { currency: 'EUR' } }).why).toBe(
      'needs a rate for every currency',
    );
  });

  it('says why there is none', () => {
    expect(kpiWith('average-revenue-per-sale', {}).why).toBe('no deals seen');
    expect(kpiWith('average-revenue-per-sale', { deals: [lost(5), won()] })).toMatchObject({
      value: null,
      why: 'no won deal',
    });
  });
});
