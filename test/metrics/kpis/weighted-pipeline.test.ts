import { describe, expect, it } from 'vitest';
import { oracles, t } from '../make.ts';
import { open, times, won } from './deals.ts';
import { kpiWith, MARCH } from './scene.ts';

const oracle = [
  [10_000, 0.2],
  [20_000, 0.4],
  [15_000, 0.6],
  [30_000, 0.8],
  [5000, 0.9],
] as const;

describe('weighted pipeline', () => {
  it('is the oracle’s', () => {
    const deals = oracle.map(([amount, probability]) => open(amount, { probability }));
    const kpi = kpiWith('weighted-pipeline', { deals });
    expect(kpi.value).toBeCloseTo(oracles.kpi.weighted_pipeline, 6);
    expect(kpi).toMatchObject({ n: 5, unit: 'money', state: 'ok', coverage: 1 });
  });

  it('leaves out what has no amount or no probability', () => {
    const deals = [open(100, { probability: 0.5 }), open(100), open(undefined, { probability: 1 }), open()];
    expect(kpiWith('weighted-pipeline', { deals })).toMatchObject({ value: 50, n: 1, coverage: 0.25 });
  });

  it('takes open deals due in the period, be that ahead of asOf', () => {
    const due = (closeDate: string) => open(100, { probability: 1, closeDate });
    const deals = [due('2026-02-28'), due('2026-03-01'), due('2026-03-31'), due('2026-04-01')];
    expect(kpiWith('weighted-pipeline', { deals }, { asOf: t('2026-03-02T00:00') }).n).toBe(2);
    expect(kpiWith('weighted-pipeline', { deals: [won(5, { closeDate: '2026-03-05' })] })).toMatchObject({
      value: 0,
      n: 0,
    });
  });

  it('sees what closed after asOf as open, and what was made after it not at all', () => {
    const deals = [
      won(100, { probability: 1, closeDate: '2026-03-10' }),
      open(100, { probability: 1, createdAt: t('2026-03-09T00:01') }),
    ];
    expect(kpiWith('weighted-pipeline', { deals }, { asOf: t('2026-03-09T00:00') }).value).toBe(100);
  });

  it('reads dates in the settings’ zone', () => {
    const deals = [open(100, { probability: 1, closeDate: '2026-03-01' })];
    const settings = { timeZone: 'Asia/Tokyo' };
    expect(kpiWith('weighted-pipeline', { deals }, { settings }).value).toBe(0);
    const period: [number, number] = [t('2026-02-28T15:00'), MARCH[1]];
    expect(kpiWith('weighted-pipeline', { deals }, { settings, period }).value).toBe(100);
  });

  it('is that of a rep, in one currency', () => {
    const deals = times(2, (i) =>
      open(100, { probability: 0.5, owner: i ? 'Ana' : 'Bo', currency: i ? 'USD' : 'EUR' }),
    );
    const settings = { currency: 'EUR', rates: { USD: 2 } };
    expect(kpiWith('weighted-pipeline', { deals }, { settings, rep: 'Ana' }).value).toBe(100);
    expect(kpiWith('weighted-pipeline', { deals }).why).toBe('needs a rate for every currency');
    expect(kpiWith('weighted-pipeline', {}).why).toBe('no deals seen');
  });
});
