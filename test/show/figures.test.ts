import { beforeEach, describe, expect, test } from 'vitest';
import type { Kpi } from '../../src/metrics/kpi.ts';
import { KPIS } from '../../src/metrics/kpis.ts';
import { date, dateRange, days, kpiValue, money } from '../../src/show/format.ts';
import { GROUPS } from '../../src/show/kpi-groups.ts';
import { kpiName } from '../../src/show/names.ts';
import { changeOf } from '../../src/show/panel/change.ts';
import { counted, written } from '../../src/show/panel/figures.ts';
import { t as at } from '../metrics/make.ts';
import { fakeChrome } from './chrome.ts';

beforeEach(() => {
  fakeChrome();
});
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('a value is written as its unit is', () => {
  test.each([
    [null, 's', '—'],
    [5400, 's', '1 hr 30 min'],
    [12.34, 'days', '12 days'],
    [1.25, 'days', '1.3 days'],
    [0.416, 'ratio', '42%'],
    [0.004, 'ratio', '0.4%'],
    [1.71, 'ratio', '171%'],
    [1250.4, 'money', '€1,250'],
    [1_250_000, 'money', '€1.3M'],
    [99.5, 'money', '€99.5'],
    [840, 'money/day', '€840 a day'],
    [5.769, 'per-week', '5.8 a week'],
    [12, 'count', '12'],
    [2.94, 'points', '2.9'],
    [4.25, 'rating', '4.3'],
    [3.02, 'per-lead', '3.0'],
  ] as const)('%s %s: %s', (value, unit, text) => {
    expect(plain(kpiValue(value, unit, 'EUR'))).toBe(text);
  });

  test('an amount names no currency that nobody knows', () => {
    expect(money(1200)).toBe('1,200');
    expect(money(1200, null)).toBe('1,200');
    expect(money(1200, 'credits')).toBe('1,200 credits');
    expect(money(250_000, 'USD')).toBe('$250,000');
  });

  test('days and dates', () => {
    expect([days(1), days(12.6)].map(plain)).toEqual(['1 day', '13 days']);
    expect(date('2026-03-04')).toBe('Mar 4, 2026');
    expect(plain(dateRange([at('2026-03-01T23:00'), at('2026-03-31T22:00')], 'Europe/Berlin'))).toBe(
      'Mar 2 – 31, 2026',
    );
  });
});

describe('a figure', () => {
  test('is offered in exactly one group, with a name', () => {
    const offered = GROUPS.flatMap(({ ids }) => ids);
    expect([...offered].sort()).toEqual(Object.keys(KPIS).sort());
    for (const id of offered) expect(kpiName(id)).not.toBe(id);
  });

  test('says what it counts', () => {
    expect(counted('win-rate', 1)).toBe('1 deal');
    expect(counted('lead-response-time', 2)).toBe('2 hand-raises');
    expect(counted('churn', 3)).toBe('3 customers');
    expect(counted('value-added-calls', 4)).toBe('4 conversations');
  });

  test('that can only be greater says so', () => {
    const kpi: Kpi = { value: 0.25, n: 20, unit: 'ratio', state: 'ok' };
    expect(written('slippage', kpi, null)).toBe('≥ 25%');
    expect(written('win-rate', kpi, null)).toBe('25%');
    expect(written('slippage', { ...kpi, value: null }, null)).toBe('—');
  });
});

describe('a change against the baseline', () => {
  const kpi = (lo: number, hi: number, baseline: Kpi['baseline'], over: Partial<Kpi> = {}): Kpi => ({
    value: (lo + hi) / 2,
    lo,
    hi,
    n: 50,
    unit: 'ratio',
    state: 'ok',
    ...(baseline && { baseline }),
    ...over,
  });
  const before = { value: 0.4, lo: 0.3, hi: 0.5 };

  test('is said only where the intervals lie apart, by which way is better', () => {
    expect(changeOf('win-rate', kpi(0.51, 0.7, before))).toBe('better');
    expect(changeOf('win-rate', kpi(0.1, 0.29, before))).toBe('worse');
    expect(changeOf('win-rate', kpi(0.45, 0.6, before))).toBe('unsure');
    expect(changeOf('churn', kpi(0.51, 0.7, before))).toBe('worse');
  });

  test('is never said of little, of a mean without interval, or without a baseline', () => {
    expect(changeOf('win-rate', kpi(0.51, 0.7, before, { state: 'insufficient' }))).toBe('unsure');
    const mean: Kpi = { value: 3, n: 50, unit: 'points', state: 'ok', baseline: { value: 1 } };
    expect(changeOf('promptness', mean)).toBe('unsure');
    expect(changeOf('win-rate', kpi(0.51, 0.7, undefined))).toBeUndefined();
    expect(changeOf('win-rate', kpi(0.51, 0.7, { value: null }))).toBeUndefined();
  });

  test('is no other than the one that the options tell of the same figures', () => {
    const then = { value: 0.4, lo: 0.31, hi: 0.5, x: 40, n: 100, state: 'ok' };
    const now = kpi(0.45, 0.65, then, { x: 55, n: 100 });
    expect(changeOf('win-rate', now)).toBe('better');
    expect(changeOf('win-rate', { ...now, baseline: { ...then, state: 'insufficient' } })).toBe('unsure');
  });

  test('is not said of a sum, for the baseline’s period has another length', () => {
    const sum: Kpi = { value: 30, n: 3, unit: 'money', state: 'ok', baseline: { value: 20 } };
    expect(changeOf('total-sales', sum)).toBeUndefined();
  });
});
