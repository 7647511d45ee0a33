import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  type Course,
  incidenceAt,
  medianWin,
  winChance,
} from '../../src/metrics/aalen-johansen.ts';
import { oracles } from './make.ts';

const { sales_cycle: cycle, predict } = oracles;
const all = (times: number[], end: Course['end']): Course[] => times.map((time) => ({ time, end }));
const curve = aalenJohansen([
  ...all(cycle.open_age_days, null),
  ...all(cycle.won_days, 'won'),
  ...all(cycle.lost_days, 'lost'),
]);

describe('Aalen–Johansen', () => {
  it('has the steps of the oracle', () => {
    expect(curve).toHaveLength(cycle.rows.length);
    for (const [i, row] of cycle.rows.entries()) {
      const step = curve[i];
      expect(step).toMatchObject({ time: row.t, atRisk: row.n, won: row.won, lost: row.lost });
      expect(step?.s).toBeCloseTo(row.S, 6);
      expect(step?.cifWon).toBeCloseTo(row.cif_won, 6);
      expect(step?.cifLost).toBeCloseTo(row.cif_lost, 6);
    }
  });

  it('leaves nobody out: open, won and lost make 1', () => {
    for (const { s, cifWon, cifLost } of curve) expect(s + cifWon + cifLost).toBeCloseTo(1, 12);
  });

  it('says what was won and lost by a day', () => {
    expect(incidenceAt(curve, 14.9)).toEqual({ s: 1, cifWon: 0, cifLost: 0 });
    for (const day of [30, 60, 90]) {
      expect(incidenceAt(curve, day).cifWon).toBeCloseTo(cycle[`cif_won_${day}`], 6);
    }
    expect(incidenceAt(curve, 1e9).cifLost).toBeCloseTo(cycle.cif_lost_90, 6);
  });

  it('takes the median among those that were won', () => {
    expect(medianWin(curve)).toBe(cycle.median_days_given_win);
    expect(medianWin(aalenJohansen(all([5, 9], 'lost')))).toBeNull();
    expect(medianWin([])).toBeNull();
  });

  it('says how likely an open deal is won', () => {
    expect(winChance(curve, 40, 20)).toBeCloseTo(predict.p_win_next20_at_age40, 6);
    expect(winChance(curve, 60, 30)).toBeCloseTo(predict.p_win_next30_at_age60, 6);
    expect(winChance(curve, 0, 30)).toBeCloseTo(predict.p_win_next30_at_age0, 6);
  });

  it('says nothing of a deal older than all that were closed', () => {
    expect(winChance(aalenJohansen(all([5, 9], 'won')), 9, 10)).toBeNull();
    expect(winChance(curve, 90, 10)).toBeNull();
    expect(winChance([], 0, 10)).toBeNull();
  });
});
