import { describe, expect, it } from 'vitest';
import { oracles } from '../make.ts';
import { open, won } from './deals.ts';
import { kpiWith } from './scene.ts';

const deals = [
  won(60_000, { owner: 'Ana' }),
  open(50_000, { owner: 'Ana' }),
  open(30_000, { owner: 'Bo' }),
  open(undefined, { owner: 'Bo' }),
  open(9, { closeDate: '2026-04-02' }),
];
const coverage = (quota: Record<string, number> | undefined, options = {}) =>
  kpiWith('pipeline-coverage', { deals }, { settings: quota ? { quota } : {}, ...options });

describe('pipeline coverage', () => {
  it('is the oracle’s, with the sum of the quotas', () => {
    const kpi = coverage({ Ana: 70_000, Bo: 30_000 });
    expect(kpi.value).toBeCloseTo(oracles.kpi.coverage, 9);
    expect(kpi).toMatchObject({ n: 2, unit: 'ratio', state: 'ok' });
  });

  it('is that of a rep against the rep’s own quota', () => {
    expect(coverage({ Ana: 70_000, Bo: 30_000 }, { rep: 'Ana' })).toMatchObject({ value: 5, n: 1 });
    expect(coverage({ Ana: 70_000 }, { rep: 'Bo' }).why).toBe('needs settings.quota');
    expect(coverage({ Ana: 70_000 }, { rep: 'toString' }).why).toBe('needs settings.quota');
  });

  it('says why there is none', () => {
    expect(coverage(undefined)).toMatchObject({ value: null, why: 'needs settings.quota' });
    expect(coverage({}).why).toBe('needs settings.quota');
    expect(coverage({ Ana: 60_000 }).why).toBe('the quota is reached');
    expect(kpiWith('pipeline-coverage', {}).why).toBe('no deals seen');
    const mixed = [won(5, { currency: 'EUR' }), open(5, { currency: 'USD' })];
    expect(kpiWith('pipeline-coverage', { deals: mixed }, { settings: { quota: { Ana: 9 } } }).why).toBe(
      'needs a rate for every currency',
    );
  });
});
