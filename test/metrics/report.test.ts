import { describe, expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { forecast } from '../../src/metrics/forecast.ts';
import { KPIS } from '../../src/metrics/kpis.ts';
import { type Question, reportFrom, reportOf } from '../../src/metrics/report.ts';
import { factsOf } from '../../src/metrics/scene.ts';
import { lost, open, times, won } from './kpis/deals.ts';
import { ASOF, MARCH, sceneWith } from './kpis/scene.ts';
import { act, DAY, lead, RAISE, t } from './make.ts';

const records = {
  ...noRecords(),
  leads: [lead({ owner: 'Ana' }), lead({ id: 'L2', owner: 'Bo' })],
  deals: [won(100, { owner: 'Ana', stage: 'Won' }), lost(50, { owner: 'Bo' }), open(70, { owner: 'Ana' })],
  activities: [act(RAISE + DAY)],
};
const report = (question: Partial<Question> = {}, of = records) =>
  reportOf(of, {}, { asOf: ASOF, ...question });

describe('a Report', () => {
  it('has the shape that other programs read, and is the same after JSON', () => {
    const made = report();
    expect(made).toMatchObject({ format: 'fourfold-report', version: 1, asOf: ASOF, rep: null });
    for (const part of ['fourP', 'kpis', 'stages', 'coaching', 'plan', 'swot', 'coverage'])
      expect(made).toHaveProperty(part);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('holds every KPI, and all leads of the cohort by their keys', () => {
    const { kpis, fourP } = report();
    expect(Object.keys(kpis)).toEqual(Object.keys(KPIS));
    expect(Object.keys(fourP.leads)).toEqual(['crm:test/lead/L1', 'crm:test/lead/L2']);
  });

  it('says how many records were seen', () => {
    expect(report().coverage.seen).toMatchObject({ leads: 2, deals: 3, activities: 1, tickets: 0 });
  });

  it('looks ahead as far as it looks back', () => {
    const deals = [open(70, { closeDate: '2026-04-20' })];
    const ahead = sceneWith({ ...records, deals }, { period: [ASOF, ASOF + (MARCH[1] - MARCH[0])] });
    expect(report({ period: MARCH }, { ...records, deals }).forecast).toEqual(forecast(ahead));
  });

  it('can be made of nothing', () => {
    const { kpis, fourP, swot } = report({}, noRecords() as typeof records);
    expect(Object.values(kpis).every(({ value }) => value === null)).toBe(true);
    expect(fourP.leads).toEqual({});
    expect(Object.values(swot).flat()).toEqual([]);
  });
});

describe('Reports from the same facts', () => {
  it('are those that each would be by itself, in whatever order they are asked for', () => {
    const facts = factsOf(records, {}, ASOF);
    for (const rep of ['Bo', null, 'Ana', 'Bo', null])
      expect(reportFrom(facts, { rep, period: MARCH })).toEqual(report({ rep, period: MARCH }));
  });
});

describe('the period of a Report', () => {
  it('rule 80: is the 90 days before asOf unless it is given', () => {
    expect(report().period).toEqual([ASOF - 90 * DAY, ASOF]);
    expect(report({ period: MARCH }).period).toEqual(MARCH);
    expect(report({ period: [t('2026-03-11T00:00'), ASOF] }).kpis['win-rate']?.n).toBe(0);
  });
});

describe('the Report of a rep', () => {
  it('is of what was theirs', () => {
    const own = report({ rep: 'Ana' });
    expect(own.rep).toBe('Ana');
    expect(Object.keys(own.fourP.leads)).toEqual(['crm:test/lead/L1']);
    expect(own.kpis['win-rate']).toMatchObject({ x: 1, n: 1 });
    expect(report().kpis['win-rate']).toMatchObject({ x: 1, n: 2 });
  });

  it('compares with the peers: rules that the team has not', () => {
    const rulesOf = (rep: string | null) => report({ rep }).coaching.map(({ rule }) => rule);
    expect(rulesOf('Ana')).toContain('average-revenue-per-sale');
    expect(rulesOf(null)).not.toContain('average-revenue-per-sale');
  });

  it('draws strengths from the same KPIs as it shows', () => {
    const deals = ['Ana', 'Bo', 'Cy', 'Di'].flatMap((owner) => [
      ...times(owner === 'Ana' ? 18 : 5, () => won(1, { owner })),
      ...times(owner === 'Ana' ? 2 : 15, () => lost(1, { owner })),
    ]);
    const { swot, kpis } = report({ rep: 'Ana' }, { ...records, deals });
    expect(swot.strengths).toMatchObject([{ kpi: 'win-rate', params: { value: kpis['win-rate']?.value } }]);
  });
});
