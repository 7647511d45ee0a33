import { describe, expect, it } from 'vitest';
import { deal, oracles, t } from '../make.ts';
import { customer, times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'cross-sell-rate';
const customers = times(200, (i) => customer({ id: `C${i}`, owner: i < 10 ? 'Ana' : 'Bo' }));
const won = (type: 'upsell' | 'cross-sell', i: number) =>
  deal({ id: `${type}${i}`, type, customer: `C${i}`, outcome: 'won', closedAt: t('2026-03-10T09:00') });
// Six customers bought both.
const deals = [...times(24, (i) => won('upsell', i)), ...times(18, (i) => won('cross-sell', i + 18))];

describe('cross-sell rate', () => {
  it('is the oracle’s', () => {
    const kpi = kpiWith(ID, { customers, deals });
    expect(kpi).toMatchObject({
      value: oracles.kpi.upsell.cross,
      n: 200,
      unit: 'ratio',
      state: 'ok',
      coverage: 1,
    });
    expect(kpi.lo).toBeLessThan(kpi.value ?? 0);
  });

  it('takes deals of its type alone', () => {
    expect(kpiWith(ID, { customers, deals: [won('upsell', 1)] })).toMatchObject({ x: 0, value: 0 });
    expect(kpiWith(ID, { customers, deals: [won('cross-sell', 1)] })).toMatchObject({ x: 1 });
  });

  it('is of a rep’s customers and as of a time', () => {
    const own = [won('cross-sell', 1), won('cross-sell', 50)];
    expect(kpiWith(ID, { customers, deals: own }, { rep: 'Ana' })).toMatchObject({ x: 1, n: 10 });
    expect(kpiWith(ID, { customers, deals }, { asOf: t('2026-03-09T00:00') })).toMatchObject({
      x: 0,
      n: 200,
    });
  });

  it('says what is missing', () => {
    expect(kpiWith(ID, {}).why).toBe('no customers seen');
    expect(kpiWith(ID, { customers }).why).toBe('no deals seen');
  });
});
