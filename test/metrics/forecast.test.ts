import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/contract/records.ts';
import { aalenJohansen, winChance } from '../../src/metrics/aalen-johansen.ts';
import { forecast } from '../../src/metrics/forecast.ts';
import { coursesOf } from '../../src/metrics/sales-cycle.ts';
import { open, times } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';
import { DAY, deal, oracles, t } from './make.ts';

const ASOF = t('2026-07-01T00:00');
const { sales_cycle: history, predict } = oracles;
const within = (days: number): [number, number] => [t('2026-06-01T00:00'), ASOF + days * DAY];

const closedAfter = (days: number[], outcome: 'won' | 'lost') =>
  days.map((d, i) => {
    const createdAt = t('2026-01-01T00:00');
    return deal({ id: `D${outcome}${i}`, owner: 'Bo', outcome, createdAt, closedAt: createdAt + d * DAY });
  });
const openFor = (days: number, fields: Partial<Deal> = {}) =>
  deal({ id: `Do${days}`, createdAt: ASOF - days * DAY, owner: 'Bo', ...fields });
const PAST = [
  ...closedAfter(history.won_days, 'won'),
  ...closedAfter(history.lost_days, 'lost'),
  ...history.open_age_days.map((days: number) => openFor(days)),
];
const forecastOf = (deals: Deal[], days: number, options = {}) =>
  forecast(sceneWith({ deals }, { asOf: ASOF, period: within(days), ...options }));

describe('forecast', () => {
  it('gives open deals the oracle’s chances', () => {
    const chance = (id: string, days: number) =>
      forecastOf(PAST, days).deals.find((d) => d.id === id)?.chance;
    expect(chance('Do30', 30)).toBeCloseTo((0.37963 - 0.083333) / 0.833333, 4);
    expect(chance('Do55', 35)).toBeCloseTo((0.546296 - 0.268519) / 0.555556, 4);
    expect(chance('Do120', 30)).toBeNull();
    const steps = aalenJohansen(coursesOf(sceneWith({ deals: PAST }, { asOf: ASOF }).deals, ASOF));
    expect(winChance(steps, 40, 20)).toBeCloseTo(predict.p_win_next20_at_age40, 6);
    expect(winChance(steps, 60, 30)).toBeCloseTo(predict.p_win_next30_at_age60, 6);
  });

  it('expects Σ amount × chance of a rep’s deals, from the whole team’s history', () => {
    const deals = PAST.map((d) =>
      d.id === 'Do30' || d.id === 'Do55' ? { ...d, owner: 'Ana', amount: 1000 } : d,
    );
    const result = forecastOf(deals, 30, { rep: 'Ana' });
    const [p = 0, q = 0] = result.deals.map(({ chance }) => chance ?? 0);
    expect(result.deals.map(({ id }) => id).sort()).toEqual(['Do30', 'Do55']);
    expect(result.closings).toBe(8);
    expect(result.expected.value).toBeCloseTo(1000 * (p + q), 9);
    expect(result.expected).toMatchObject({ n: 2, lo: 0 });
    const half = 1.959964 * 1000 * Math.sqrt(p * (1 - p) + q * (1 - q));
    expect(result.expected.hi).toBeCloseTo(Math.min(2000, 1000 * (p + q) + half), 6);
  });

  it('weighs what the CRM says, with an interval', () => {
    const due = (amount: number, probability?: number) =>
      open(amount, { closeDate: '2026-07-05', ...(probability !== undefined && { probability }) });
    const deals = [
      ...times(100, () => due(100, 0.5)),
      due(100),
      open(9, { probability: 1, closeDate: '2027-01-01' }),
    ];
    const { weighted } = forecastOf(deals, 30);
    expect(weighted).toMatchObject({ value: 5000, n: 100 });
    expect(weighted.hi).toBeCloseTo(5000 + 1.959964 * 500, 6);
    expect(weighted.lo).toBeCloseTo(5000 - 1.959964 * 500, 6);
  });

  it('is too little to go by below ten closed deals', () => {
    expect(forecastOf([...PAST, ...closedAfter([33], 'lost')], 30).state).toBe('insufficient');
    const more = closedAfter([33, 44], 'lost').map((d) => ({ ...d, id: `x${d.id}` }));
    expect(forecastOf([...PAST, ...more], 30).state).toBe('ok');
  });

  it('says why there is none', () => {
    expect(forecastOf([], 30)).toMatchObject({
      state: 'not-computable',
      expected: { value: null, why: 'nothing to count' },
      weighted: { value: null, why: 'no deals seen' },
      deals: [],
    });
    expect(forecastOf(PAST, 0).expected).toMatchObject({ value: null, why: 'the period is over' });
    expect(forecastOf([openFor(3, { amount: 5 })], 9).expected.why).toBe('nothing to count');
    const settings = { currency: 'EUR' };
    const foreign = { ...openFor(3), id: 'Df', amount: 5, currency: 'USD' };
    expect(forecastOf([...PAST, foreign], 9, { settings }).expected.why).toBe(
      'needs a rate for every currency',
    );
  });
});
