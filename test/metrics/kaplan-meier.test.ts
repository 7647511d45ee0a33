import { describe, expect, it } from 'vitest';
import { kaplanMeier, survival, timeOf, type Watched } from '../../src/metrics/kaplan-meier.ts';
import { oracles, orders } from './make.ts';

describe('kaplan-meier', () => {
  it('oracle km_reference, in any order', () => {
    const o = oracles.km_reference;
    const items = o.t.map((time: number, i: number): Watched => ({ time, happened: o.event[i] === 1 }));
    for (const order of orders<Watched>(items)) {
      const curve = kaplanMeier(order);
      for (const time of [3, 6, 7, 10, 12]) expect(survival(curve, time)).toBeCloseTo(o[`S${time}`], 6);
      expect(timeOf(curve, 0.5)).toBe(o.median);
    }
  });

  it('oracle km_response, with its limits', () => {
    const o = oracles.km_response;
    const curve = kaplanMeier([
      ...o.answered_min.map((time: number) => ({ time, happened: true })),
      ...o.unanswered_age_min.map((time: number) => ({ time, happened: false })),
    ]);
    expect(curve).toHaveLength(o.rows.length);
    curve.forEach((step, i) => {
      const row = o.rows[i];
      expect(step).toMatchObject({ time: row.t, atRisk: row.n, events: row.d });
      for (const [key, value] of [
        ['s', row.S],
        ['lo', row.lo],
        ['hi', row.hi],
      ] as const) {
        expect(step[key]).toBeCloseTo(value, 6);
      }
    });
    expect(timeOf(curve, 0.5)).toBe(o.median_km);
    expect(timeOf(curve, 0.9)).toBe(o.p90_km);
    for (const by of [5, 60, 1440]) expect(1 - survival(curve, by)).toBeCloseTo(o[`F${by}`], 6);
  });

  it('keeps items censored at an event at risk, reaches a share exactly, ends without limits', () => {
    const watched = (time: number, happened: boolean): Watched => ({ time, happened });
    expect(kaplanMeier([watched(5, true), watched(5, false)])[0]).toMatchObject({ atRisk: 2, s: 0.5 });
    const ten = Array.from({ length: 10 }, (_, i) => watched(i + 1, true));
    expect(timeOf(kaplanMeier(ten), 0.9)).toBe(9);
    expect(kaplanMeier([watched(1, true)])).toEqual([
      { time: 1, atRisk: 1, events: 1, s: 0, lo: null, hi: null },
    ]);
    expect(survival(kaplanMeier([]), 9)).toBe(1);
    expect(timeOf(kaplanMeier([]), 0.5)).toBeNull();
  });
});
