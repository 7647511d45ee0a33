import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/contract/settings.ts';
import { oracles, t } from '../make.ts';
import { customer, times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'customer-acquisition-cost';
const month = { from: '2026-03-01', to: '2026-04-01' };
const settings: Settings = {
  costs: [
    { kind: 'marketing', amount: 7000, ...month },
    { kind: 'sales', amount: 5000, ...month },
    { kind: 'support', amount: 9000, ...month },
  ],
};
const gained = (count: number, fields = {}) =>
  times(count, () => customer({ since: '2026-03-10', ...fields }));

describe('customer acquisition cost', () => {
  it('is the oracle’s: 12,000 for 35 customers; support is no part of it', () => {
    const customers = [...gained(35), ...gained(4, { since: '2026-02-10' })];
    const kpi = kpiWith(ID, { customers }, { settings });
    expect(kpi).toMatchObject({ n: 35, unit: 'money', state: 'ok', coverage: 1 });
    expect(kpi.value).toBeCloseTo(oracles.kpi.cac, 6);
    expect(kpi).not.toHaveProperty('lo');
  });

  it('of a rep takes the costs and the customers that are the rep’s (rules 50, 61)', () => {
    const customers = [...gained(2, { owner: 'Ana' }), ...gained(3, { owner: 'Bo' })];
    const costs = [...(settings.costs ?? []), { kind: 'sales' as const, amount: 300, rep: 'Ana', ...month }];
    const of = (rep: string) => kpiWith(ID, { customers }, { settings: { costs }, rep });
    expect(of('Ana')).toMatchObject({ value: 150, n: 2, state: 'ok' });
    expect(of('Bo')).toMatchObject({ value: null, n: 3, why: 'needs settings.costs' });
  });

  it('as of a time counts costs and customers up to it', () => {
    const customers = [...gained(1), ...gained(1, { since: '2026-03-25' })];
    const kpi = kpiWith(ID, { customers }, { settings, asOf: t('2026-03-16T12:00') });
    expect(kpi).toMatchObject({ value: 6000, n: 1 });
  });

  it('says what is missing', () => {
    expect(kpiWith(ID, {}, { settings }).why).toBe('no customers seen');
    expect(kpiWith(ID, { customers: gained(1) }).why).toBe('needs settings.costs');
    const undated = [customer({ since: undefined }), customer()];
    expect(kpiWith(ID, { customers: undated }, { settings })).toMatchObject({
      value: null,
      why: 'nothing to count',
      state: 'not-computable',
      coverage: 0.5,
    });
  });
});
