import { describe, expect, it } from 'vitest';
import { DAY, oracles, t } from '../make.ts';
import { lost, open, times, won } from './deals.ts';
import { kpiWith, MARCH } from './scene.ts';

const PERIOD: [number, number] = [t('2026-01-01T00:00'), MARCH[1]];
const createdAt = PERIOD[0];
const closedAt = createdAt + 60 * DAY;
const dates = { createdAt, closedAt };

describe('sales velocity', () => {
  it('is the oracle’s: 40 × 25,000 × 0.4 ÷ 60', () => {
    const deals = [
      ...times(16, () => won(25_000, dates)),
      ...times(24, () => lost(undefined, dates)),
      open(9),
    ];
    const kpi = kpiWith('sales-velocity', { deals }, { period: PERIOD });
    expect(kpi.value).toBeCloseTo(oracles.kpi.velocity_per_day, 6);
    expect(kpi).toMatchObject({ n: 16, unit: 'money/day', state: 'ok' });
  });

  it('takes all four from the same period and rep', () => {
    const deals = [
      won(600, { ...dates, owner: 'Ana' }),
      won(600, { createdAt: PERIOD[0] - 1, closedAt: createdAt + DAY, owner: 'Ana' }),
      lost(1, { ...dates, owner: 'Bo' }),
    ];
    expect(kpiWith('sales-velocity', { deals }, { period: PERIOD, rep: 'Ana' })).toMatchObject({
      value: (2 * 600 * 1) / 60,
      n: 1,
      state: 'insufficient',
    });
  });

  it('says which part is missing', () => {
    const why = (deals: ReturnType<typeof won>[], settings = {}) =>
      kpiWith('sales-velocity', { deals }, { period: PERIOD, settings }).why;
    expect(why([])).toBe('no deals seen');
    expect(why([lost(5, dates)])).toBe('no won deal');
    expect(why([won(5, { createdAt: PERIOD[0] - 1 })])).toBe('nothing to count');
    expect(why([won(5, { createdAt, closedAt: createdAt })])).toBe('a ratio of it is not computable');
    expect(why([won(5, { ...dates, currency: 'USD' })], { currency: 'EUR' })).toBe(
      'needs a rate for every currency',
    );
  });
});
