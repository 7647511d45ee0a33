import { describe, expect, it } from 'vitest';
import { fourP } from '../../src/metrics/four-p-report.ts';
import { wilson } from '../../src/metrics/wilson.ts';
import { fourOptions, fourRecords } from './kpis/four-p-records.ts';
import { alike, answered, recordsOf } from './kpis/records.ts';
import { sceneWith } from './kpis/scene.ts';
import { DAY, deal, oracles, RAISE } from './make.ts';

const o = oracles.four_p;
const reportOf = (options = {}) => fourP(sceneWith(fourRecords, { ...fourOptions, ...options }));

describe('the four Ps of a cohort', () => {
  it('are the oracle’s: averages over final leads, over touched ones, and the share never touched', () => {
    const { all, touched, untouched } = reportOf();
    expect(all).toEqual({ gpa: o.rep_all, grade: o.rep_all_letter, n: 4 });
    expect(touched).toEqual({ gpa: expect.closeTo(o.rep_touched, 6), grade: o.rep_touched_letter, n: 3 });
    expect(untouched).toEqual(wilson(1, 4));
  });

  it('rule 55: list every lead of the cohort, provisional ones too', () => {
    const { leads } = reportOf();
    expect(Object.keys(leads)).toEqual([1, 2, 3, 4, 5].map((i) => `crm:test/lead/L${i}`));
    expect(leads['crm:test/lead/L5']).toMatchObject({ provisional: true, gpa: null });
    expect(leads['crm:test/lead/L4']).toMatchObject({ provisional: false, gpa: 0, grade: 'F' });
  });

  it('rule 55: average leads only when they are final', () => {
    const records = recordsOf([answered('L1', 60)]);
    const n = (asOf: number) => fourP(sceneWith(records, { asOf, period: [RAISE, asOf] })).all.n;
    expect([n(RAISE + 30 * DAY - 1), n(RAISE + 30 * DAY)]).toEqual([0, 1]);
  });

  it('rule 55: take only leads first raised in the period', () => {
    const { all, untouched, leads } = reportOf({ period: [RAISE + 1, fourOptions.asOf] });
    expect(Object.keys(leads)).toEqual(['crm:test/lead/L4', 'crm:test/lead/L5']);
    expect(all).toEqual({ gpa: 0, grade: 'F', n: 1 });
    expect(untouched).toEqual(wilson(1, 1));
  });

  it('rule 55: count as untouched from seven days on', () => {
    const records = recordsOf([answered('L1'), answered('L2', 60)]);
    const untouched = (asOf: number) => fourP(sceneWith(records, { asOf })).untouched;
    expect(untouched(RAISE + 7 * DAY - 1).n).toBe(0);
    expect(untouched(RAISE + 7 * DAY)).toEqual(wilson(1, 2));
  });

  it('are a rep’s own', () => {
    const records = recordsOf([...alike(2, 60, { owner: 'Ana' }), ...alike(3, undefined, { owner: 'Bo' })]);
    const { touched, untouched } = fourP(sceneWith(records, { rep: 'Ana', asOf: RAISE + 40 * DAY }));
    expect(touched.n).toBe(2);
    expect(untouched).toEqual(wilson(0, 2));
  });

  it('rule 81: name deals by their kind where these count', () => {
    const scene = sceneWith({ deals: [deal()] }, { settings: { scoreDeals: true } });
    expect(Object.keys(fourP(scene).leads)).toEqual(['crm:test/deal/D1']);
  });

  it('stand beside those of each warmth', () => {
    const records = recordsOf([answered('L1', 60), answered('L2', undefined, { warmth: 'hot' })]);
    const { all, byWarmth } = fourP(sceneWith(records, { asOf: RAISE + 40 * DAY }));
    expect(Object.keys(byWarmth)).toEqual(['hot', 'warm']);
    expect(byWarmth.hot).toMatchObject({ all: { gpa: 0, n: 1 }, untouched: wilson(1, 1) });
    expect(byWarmth.warm).toMatchObject({ touched: { n: 1 }, untouched: wilson(0, 1) });
    expect(all.n).toBe(2);
  });

  it('grade by the boundaries of the settings', () => {
    const settings = { rubric: { average: [1.9, 1.5, 1, 0.5] as [number, number, number, number] } };
    const strict = reportOf().all.grade;
    expect(reportOf({ settings }).all.grade).not.toBe(strict);
  });

  it('say nothing of nobody', () => {
    const none = { gpa: null, grade: null, n: 0 };
    expect(fourP(sceneWith({}))).toEqual({
      all: none,
      touched: none,
      untouched: wilson(0, 0),
      byWarmth: {},
      leads: {},
    });
  });
});
