import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { moneyOf, sumOf } from '../../src/metrics/money.ts';
import { won } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';

const EUR: Partial<Deal> = { currency: 'EUR' };
const USD: Partial<Deal> = { currency: 'USD' };
const moneyWith = (deals: Deal[], settings: Settings = {}) => {
  const money = moneyOf(sceneWith({ deals }).deals, settings);
  return { ...money, amounts: money.amounts.map(({ amount }) => amount) };
};

describe('amounts of deals', () => {
  it('rule 35: are multiplied by the rate of their currency; without one they are in the settings’ own', () => {
    const settings = { currency: 'EUR', rates: { USD: 0.5 } };
    const { amounts, missing } = moneyWith([won(10, EUR), won(10, USD), won(3)], settings);
    expect([...amounts].sort((a, b) => a - b)).toEqual([3, 5, 10]);
    expect(missing).toBe(false);
  });

  it('rule 35: lack something when one needed rate does', () => {
    expect(moneyWith([won(10, EUR), won(10, USD)], { currency: 'EUR' }).missing).toBe(true);
    expect(moneyWith([won(10, USD)], { currency: 'EUR' }).missing).toBe(true);
    expect(moneyWith([won(undefined, USD), won(10, EUR)], { currency: 'EUR' }).missing).toBe(false);
  });

  it('need no rate where all are in one currency and the settings name none', () => {
    expect(moneyWith([won(10, USD), won(5, USD)])).toMatchObject({ amounts: [10, 5], missing: false });
    expect(moneyWith([won(10), won(5)])).toMatchObject({ amounts: [10, 5], missing: false });
    expect(moneyWith([won(10, USD), won(5, EUR)]).missing).toBe(true);
    expect(moneyWith([won(10, USD), won(5)]).missing).toBe(true);
  });

  it('rule 35: leave out deals without one, and say how many have one; 0 is an amount', () => {
    expect(moneyWith([won(0), won(), won(4), won()])).toEqual({
      amounts: [0, 4],
      missing: false,
      coverage: 0.5,
    });
    expect(moneyWith([])).toEqual({ amounts: [], missing: false, coverage: null });
  });
});

it('a sum of amounts is 0 for none', () => {
  expect(sumOf([{ amount: 2 }, { amount: -0.5 }])).toBe(1.5);
  expect(sumOf([])).toBe(0);
});
