import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/contract/settings.ts';
import { costIn } from '../../src/metrics/costs.ts';
import { sceneWith } from './kpis/scene.ts';
import { t } from './make.ts';

type Cost = NonNullable<Settings['costs']>[number];
type Options = Parameters<typeof sceneWith>[1];

const cost = (fields: Partial<Cost> = {}): Cost => ({
  kind: 'sales',
  amount: 310,
  from: '2026-03-01',
  to: '2026-04-01',
  ...fields,
});
const spent = (costs: Cost[], { settings, ...options }: NonNullable<Options> = {}) =>
  costIn(sceneWith({}, { ...options, settings: { ...settings, costs } }), ['sales', 'support']);

describe('costs of a period', () => {
  it('are those of the kinds asked for', () => {
    const costs = [cost(), cost({ kind: 'support', amount: 5 }), cost({ kind: 'marketing' })];
    expect(spent(costs)).toBe(315);
  });

  it('count by the share of their time (rule 48)', () => {
    const period: [number, number] = [t('2026-03-11T00:00'), t('2026-03-21T00:00')];
    expect(spent([cost()], { period })).toBeCloseTo(100, 9);
    expect(spent([cost({ from: '2026-01-01', amount: 900 })])).toBeCloseTo((900 * 31) / 90, 9);
  });

  it('are half-open: the day of `to` is no part', () => {
    expect(spent([cost({ from: '2026-02-01', to: '2026-03-01' })])).toBeUndefined();
    expect(spent([cost({ from: '2026-04-01', to: '2026-05-01' })])).toBeUndefined();
    expect(spent([cost({ from: '2026-02-28', to: '2026-03-02', amount: 2 })])).toBe(1);
  });

  it('are dates in the settings’ zone', () => {
    const one = cost({ from: '2026-03-10', to: '2026-03-11', amount: 24 });
    const period: [number, number] = [t('2026-03-10T00:00'), t('2026-03-11T00:00')];
    expect(spent([one], { period, settings: { timeZone: 'America/New_York' } })).toBeCloseTo(20, 9);
  });

  it('are not spent before their time has come', () => {
    expect(spent([cost()], { asOf: t('2026-03-11T00:00') })).toBeCloseTo(100, 9);
  });

  it('are those that name the rep, without a rep all (rule 61)', () => {
    const costs = [cost({ amount: 100 }), cost({ amount: 7, rep: 'Ana' }), cost({ amount: 9, rep: 'Bo' })];
    expect(spent(costs)).toBe(116);
    expect(spent(costs, { rep: 'Ana' })).toBe(7);
    expect(spent(costs, { rep: 'Cem' })).toBeUndefined();
  });

  it('may be 0 where that was said, and are unknown where nothing was', () => {
    expect(spent([cost({ amount: 0 })])).toBe(0);
    expect(spent([])).toBeUndefined();
    expect(spent([cost({ from: '2026-03-05', to: '2026-03-05' })])).toBeUndefined();
  });
});
