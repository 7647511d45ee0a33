import { describe, expect, it } from 'vitest';
import { DAY, oracles, t } from '../make.ts';
import { lost, won } from './deals.ts';
import { kpiWith, MARCH } from './scene.ts';

const earlier = (amount?: number, fields = {}) => won(amount, { closedAt: t('2026-02-10T09:00'), ...fields });

describe('revenue growth', () => {
  it('is the oracle’s: 460 k after 400 k', () => {
    const deals = [won(400_000), won(60_000), won(), earlier(150_000), earlier(250_000), lost(9)];
    const kpi = kpiWith('revenue-growth', { deals });
    expect(kpi.value).toBeCloseTo(oracles.kpi.growth, 9);
    expect(kpi).toMatchObject({ n: 4, unit: 'ratio', state: 'ok', coverage: 0.8 });
  });

  it('compares with as many milliseconds just before', () => {
    const at = (closedAt: number) => won(100, { closedAt });
    const first = MARCH[0] - 31 * DAY;
    expect(kpiWith('revenue-growth', { deals: [won(300), at(first), at(first - 1)] }).value).toBe(2);
  });

  it('says so when nothing was sold before', () => {
    expect(kpiWith('revenue-growth', { deals: [won(5)] })).toMatchObject({
      value: null,
      n: 1,
      why: 'the previous period has no sales',
    });
    expect(kpiWith('revenue-growth', { deals: [earlier(0), won(5)] }).why).toBe(
      'the previous period has no sales',
    );
    expect(kpiWith('revenue-growth', {}).why).toBe('no deals seen');
  });

  it('loses everything when nothing was sold since', () => {
    expect(kpiWith('revenue-growth', { deals: [earlier(5)] }).value).toBe(-1);
  });

  it('needs a rate when the periods are in two currencies', () => {
    const deals = [won(100, { currency: 'USD' }), earlier(100, { currency: 'EUR' })];
    expect(kpiWith('revenue-growth', { deals }).why).toBe('needs a rate for every currency');
    const settings = { currency: 'EUR', rates: { USD: 2 } };
    expect(kpiWith('revenue-growth', { deals }, { settings }).value).toBe(1);
  });

  it('is that of a rep', () => {
    const deals = [won(30, { owner: 'Ana' }), earlier(10, { owner: 'Ana' }), earlier(500, { owner: 'Bo' })];
    expect(kpiWith('revenue-growth', { deals }, { rep: 'Ana' }).value).toBe(2);
  });
});
