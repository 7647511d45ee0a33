import { describe, expect, it } from 'vitest';
import { average, notComputable, quantileOf, ratio, withCoverage } from '../../src/metrics/kpi.ts';
import { wilson } from '../../src/metrics/wilson.ts';
import { oracles } from './make.ts';

describe('a ratio', () => {
  it('has its Wilson limits', () => {
    const { value, lo, hi } = wilson(12, 30);
    expect(ratio(12, 30)).toEqual({ value, n: 30, x: 12, lo, hi });
  });

  it('of nothing is not 0', () => {
    expect(ratio(0, 0)).toEqual({ value: null, n: 0, x: 0, why: 'nothing to count' });
    expect(ratio(0, 3)).toMatchObject({ value: 0, n: 3 });
  });
});

describe('an average', () => {
  it('is the mean with the number of its values', () => {
    expect(average([1, 2, 6])).toEqual({ value: 3, n: 3 });
    expect(average([])).toEqual(notComputable('nothing to count'));
  });
});

describe('a quantile of waits', () => {
  const waits = (answered: number[], open: number[]) => [
    ...answered.map((seconds) => ({ seconds, censored: false })),
    ...open.map((seconds) => ({ seconds, censored: true })),
  ];
  const { km_response: o } = oracles;
  const all = waits(o.answered_min, o.unanswered_age_min);

  it('is the oracle’s, those still waiting censored', () => {
    expect(quantileOf(all)).toMatchObject({ value: o.median_km, n: 12, events: 7, censored: 5 });
  });

  it('rule 65: takes the upper end of what is uncertain, of waits that go on too', () => {
    const pair = (censored: boolean) => ({ seconds: [1, 5] as [number, number], censored });
    const certain = { seconds: 3, censored: false };
    expect(quantileOf([pair(false), certain])).toMatchObject({ value: 3, events: 2 });
    // Censored at 1, it would have left before the others, and three quarters would have been answered at 3.
    expect(quantileOf([pair(true), certain, certain], 0.75).value).toBeNull();
  });

  it('says nothing beyond the last event, or of nothing', () => {
    expect(quantileOf(waits([10], [20, 30]))).toEqual({
      value: null,
      n: 3,
      events: 1,
      censored: 2,
      why: 'beyond the last event',
    });
    expect(quantileOf([])).toMatchObject({ value: null, n: 0, events: 0, why: 'nothing to count' });
  });

  it('grows with its share', () => {
    const many = waits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], []);
    expect([0.1, 0.5, 0.9].map((p) => quantileOf(many, p).value)).toEqual([1, 5, 9]);
  });
});

describe('coverage', () => {
  it('is the share of rows that have what is needed', () => {
    expect(withCoverage([1, 2, 3, 4], (n) => n > 1)).toEqual({ rows: [2, 3, 4], coverage: 0.75 });
    expect(withCoverage([], () => true)).toEqual({ rows: [], coverage: null });
  });
});
