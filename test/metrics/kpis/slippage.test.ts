import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/contract/records.ts';
import { oracles, t } from '../make.ts';
import { lost, open, times, won } from './deals.ts';
import { kpiWith, MARCH } from './scene.ts';

const due = { closeDate: '2026-03-10' };
const slipOf = (deals: Deal[], options = {}) => kpiWith('slippage', { deals }, options);

describe('slippage', () => {
  it('is the oracle’s: 4 won, 1 lost, 5 overdue', () => {
    const deals = [...times(4, () => won(1, due)), lost(1, due), ...times(5, () => open(1))];
    expect(slipOf(deals)).toMatchObject({
      value: oracles.kpi.slip.slip_rate,
      x: 5,
      n: 10,
      unit: 'ratio',
      state: 'ok',
    });
    expect(slipOf(deals).lo).toBeGreaterThan(0.2);
  });

  it('counts what closed after the period as slipped', () => {
    const late = won(1, { ...due, closedAt: MARCH[1] });
    expect(slipOf([late], { asOf: t('2026-05-01T00:00') })).toMatchObject({ x: 1, n: 1 });
    expect(slipOf([won(1, { ...due, closedAt: MARCH[1] - 1 })])).toMatchObject({ x: 0, n: 1 });
  });

  it('takes what was due at the period’s start: not what came or closed at another time', () => {
    const rows = [
      open(1, { createdAt: MARCH[0] }),
      won(1, { ...due, closedAt: MARCH[0] - 1 }),
      open(1, { closeDate: '2026-04-01' }),
      won(1, { closeDate: '2026-04-15' }),
      won(1),
    ];
    expect(slipOf(rows)).toMatchObject({ value: null, n: 0, why: 'nothing to count' });
    expect(slipOf([open(1, { createdAt: MARCH[0] - 1 })])).toMatchObject({ x: 1, n: 1 });
    const { createdAt: _, ...unknown } = open(1);
    expect(slipOf([unknown])).toMatchObject({ x: 1, n: 1 });
  });

  it('calls nobody late before the day is over', () => {
    const rows = [open(1)];
    expect(slipOf(rows, { asOf: t('2026-03-20T23:59') }).n).toBe(0);
    expect(slipOf(rows, { asOf: t('2026-03-21T00:00') })).toMatchObject({ x: 1, n: 1 });
  });

  it('sees a deal as open that closed after asOf', () => {
    expect(
      slipOf([won(1, { ...due, closedAt: t('2026-03-15T00:00') })], { asOf: t('2026-03-12T00:00') }).x,
    ).toBe(1);
  });

  it('is that of a rep; and none without deals', () => {
    const rows = [open(1, { owner: 'Ana' }), won(1, { ...due, owner: 'Bo' })];
    expect(slipOf(rows, { rep: 'Bo' })).toMatchObject({ x: 0, n: 1, state: 'insufficient' });
    expect(slipOf([]).why).toBe('no deals seen');
  });
});
