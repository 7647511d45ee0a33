import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/contract/settings.ts';
import { act, lead, oracles, RAISE, reply, t } from '../make.ts';
import { times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'cost-per-interaction';
const month = { from: '2026-03-01', to: '2026-04-01' };
const settings: Settings = {
  costs: [
    { kind: 'support', amount: 12_000, ...month },
    { kind: 'sales', amount: 8000, ...month },
    { kind: 'marketing', amount: 999, ...month },
  ],
};

describe('cost per interaction', () => {
  it('is the oracle’s: 20,000 for 4,000, in either direction', () => {
    const activities = [
      ...times(3000, () => act(RAISE)),
      ...times(1000, () => reply(RAISE)),
      act(RAISE, { kind: 'note', direction: 'none' }),
      act(RAISE, { automated: true }),
      act(RAISE, { state: 'planned' }),
    ];
    const kpi = kpiWith(ID, { activities }, { settings });
    expect(kpi).toMatchObject({
      value: oracles.kpi.cost_per_interaction,
      n: 4000,
      unit: 'money',
      state: 'ok',
    });
  });

  it('leaves out spam and duplicate leads (rule 57)', () => {
    const leads = [lead({ id: 'L1' }), lead({ id: 'L2', outcome: 'duplicate' })];
    const activities = [act(RAISE), act(RAISE, { on: { kind: 'lead', id: 'L2' } })];
    expect(kpiWith(ID, { leads, activities }, { settings })).toMatchObject({ value: 20_000, n: 1 });
  });

  it('of a rep takes what the rep did and the costs that name the rep (rule 61)', () => {
    const activities = [act(RAISE, { by: 'Ana' }), act(RAISE, { by: 'Ana' }), act(RAISE, { by: 'Bo' })];
    const costs = [...(settings.costs ?? []), { kind: 'sales' as const, amount: 60, rep: 'Ana', ...month }];
    const of = (rep: string) => kpiWith(ID, { activities }, { settings: { costs }, rep });
    expect(of('Ana')).toMatchObject({ value: 30, n: 2, state: 'ok' });
    expect(of('Bo')).toMatchObject({ value: null, n: 1, why: 'needs settings.costs' });
  });

  it('as of a time counts costs and activities up to it', () => {
    const activities = [act(RAISE), act(t('2026-03-20T00:00'))];
    const kpi = kpiWith(ID, { activities }, { settings, asOf: t('2026-03-16T12:00') });
    expect(kpi).toMatchObject({ value: 10_000, n: 1 });
  });

  it('says what is missing', () => {
    expect(kpiWith(ID, { activities: [act(RAISE)] }).why).toBe('needs settings.costs');
    expect(kpiWith(ID, {}, { settings })).toMatchObject({ value: null, why: 'nothing to count' });
  });
});
