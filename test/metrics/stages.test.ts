import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/contract/records.ts';
import { stages } from '../../src/metrics/stages.ts';
import { move, open, won } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';
import { DAY, deal, oracles, t } from './make.ts';

const { stage: oracle } = oracles.kpi;
const ASOF = t('2026-02-10T00:00');
const day = (date: string) => t(`2026-${date}T00:00`);
const stagesOf = (records: Partial<Records>, options = {}) =>
  stages(sceneWith(records, { asOf: ASOF, ...options }));

const looping = deal({ createdAt: day('01-05'), stage: 'Proposal', pipeline: 'New business' });
const LOOP = [
  move(looping, 'Qualify', 'Proposal', day('01-12')),
  move(looping, 'Proposal', 'Qualify', day('01-20')),
  move(looping, 'Qualify', 'Proposal', day('01-25')),
];

/** Created 100 days ago, and so many days in its first stage. */
const START = ASOF - 100 * DAY;
const through = (days: number, fields = {}) => {
  const d = won(1, { createdAt: START, closedAt: START + (days + 5) * DAY, stage: 'Won', ...fields });
  const moves = [
    move(d, 'Qualify', 'Proposal', START + days * DAY),
    move(d, 'Proposal', 'Won', START + (days + 5) * DAY),
  ];
  return { deal: d, moves };
};
const recordsOf = (all: ReturnType<typeof through>[], more: Partial<Records> = {}): Partial<Records> => ({
  deals: [...all.map((one) => one.deal), ...(more.deals ?? [])],
  stageChanges: [...all.flatMap((one) => one.moves), ...(more.stageChanges ?? [])],
});

describe('stages', () => {
  it('are the oracle’s: sums of visits, the open one censored', () => {
    expect(stagesOf({ deals: [looping], stageChanges: [...LOOP].reverse() })).toEqual([
      {
        pipeline: 'New business',
        stage: 'Qualify',
        cumulativeDays: oracle.qualify_cum,
        latestDays: 5,
        n: 1,
        stalled: [],
      },
      {
        pipeline: 'New business',
        stage: 'Proposal',
        cumulativeDays: oracle.proposal_cum,
        latestDays: oracle.proposal_latest,
        atLeast: true,
        n: 1,
        stalled: [],
      },
    ]);
  });

  it('are as they stood at asOf', () => {
    const [qualify, proposal] = stagesOf({ deals: [looping], stageChanges: LOOP }, { asOf: day('01-22') });
    expect(qualify).toMatchObject({ cumulativeDays: 9, latestDays: 2, atLeast: true });
    expect(proposal).toMatchObject({ cumulativeDays: 8, latestDays: 8 });
    expect(proposal).not.toHaveProperty('atLeast');
  });

  it('take the Kaplan–Meier median over the deals', () => {
    const waiting = deal({ id: 'Dw', createdAt: ASOF - 4 * DAY, stage: 'qualify ' });
    const lines = stagesOf(recordsOf([through(3), through(6), through(9)], { deals: [waiting] }));
    // 3: 3 of 4 left; the censored one leaves at 4; 6: 3/8.
    expect(lines[0]).toMatchObject({ stage: 'Qualify', latestDays: 6, n: 4 });
    expect(lines.map(({ stage }) => stage)).toEqual(['Qualify', 'Proposal']);
  });

  it('count a deal that never moved only where deals begin', () => {
    const elsewhere = deal({ id: 'De', createdAt: START, stage: 'Proposal' });
    const lines = stagesOf(recordsOf([through(3)], { deals: [elsewhere] }));
    expect(lines.map(({ n }) => n)).toEqual([1, 1]);
    expect(stagesOf({ deals: [elsewhere] })).toEqual([]);
  });

  it('end at the closing; time in the last stage of a deal closed at an unknown time is unknown', () => {
    const lost = { outcome: 'lost' as const, createdAt: START, stage: 'Proposal' };
    const known = deal({ id: 'D1', ...lost, closedAt: START + 30 * DAY });
    const unknown = deal({ id: 'D2', ...lost });
    const stageChanges = [known, unknown].map((d) => move(d, 'Qualify', 'Proposal', START + 10 * DAY));
    const lines = stagesOf(recordsOf([through(10)], { deals: [known, unknown], stageChanges }));
    expect(lines.map(({ stage, n }) => [stage, n])).toEqual([
      ['Qualify', 3],
      ['Proposal', 2],
    ]);
    expect(lines[1]).toMatchObject({ latestDays: 5 });
  });

  it('take a stage that a deal was not seen to leave as left', () => {
    const moved = open(1, { createdAt: START, stage: 'Negotiation' });
    const stageChanges = [move(moved, 'Qualify', 'Proposal', START + 10 * DAY)];
    const settings = { stageLimitDays: { Proposal: 1 } };
    const [, proposal] = stagesOf({ deals: [moved], stageChanges }, { settings });
    expect(proposal).toMatchObject({ stage: 'Proposal', latestDays: 90, stalled: [] });
    expect(proposal).not.toHaveProperty('atLeast');
  });

  it('take a visit without a beginning as longer than what is known of it', () => {
    const { createdAt: _, ...unknown } = deal({ id: 'Du', stage: 'Negotiation' });
    const stageChanges = [
      move(unknown, 'Qualify', 'Proposal', START),
      move(unknown, 'Proposal', 'Qualify', START + 2 * DAY),
    ];
    const lines = stagesOf({ deals: [unknown], stageChanges });
    expect(lines).toMatchObject([
      { stage: 'Proposal', cumulativeDays: 2, n: 1 },
      { stage: 'Qualify', cumulativeDays: 98, latestDays: 98, atLeast: true, n: 1 },
    ]);
  });

  it('call a deal stalled beyond the limit and what three quarters of the won deals took', () => {
    const stuck = (id: string, days: number, owner = 'Ana') =>
      deal({ id, createdAt: ASOF - days * DAY, stage: 'Qualify', owner });
    const all = [2, 4, 6, 8, 10].map((days) => through(days, { owner: 'Bo' }));
    const records = recordsOf(all, { deals: [stuck('D8', 8), stuck('D9', 8.01), stuck('Db', 50, 'Bo')] });
    expect(stagesOf(records)[0]).toMatchObject({ limitDays: 8, stalled: ['D9', 'Db'] });
    const limited = { settings: { stageLimitDays: { ' qualify': 40 } } };
    expect(stagesOf(records, limited)[0]).toMatchObject({ limitDays: 40, stalled: ['Db'] });
    expect(stagesOf(records, { settings: { stageLimitDays: { Qualify: 1 } } })[0]?.limitDays).toBe(8);
    expect(stagesOf(records, { rep: 'Ana' })[0]).toMatchObject({ n: 2, limitDays: 8, stalled: ['D9'] });
  });

  it('call none stalled where neither is known, or the entry is not certain', () => {
    const moved = open(1, { createdAt: START, stage: 'Proposal' });
    const between = move(moved, 'Qualify', 'Proposal', [ASOF - 20 * DAY, ASOF - 3 * DAY]);
    const records = { deals: [moved], stageChanges: [between] };
    expect(stagesOf(records)[1]).toMatchObject({ latestDays: 20, stalled: [] });
    expect(stagesOf(records)[1]).not.toHaveProperty('limitDays');
    const limit = (days: number) => ({ settings: { stageLimitDays: { Proposal: days } } });
    expect(stagesOf(records, limit(4))[1]?.stalled).toEqual([]);
    expect(stagesOf(records, limit(2))[1]?.stalled).toEqual([moved.id]);
  });

  it('keep pipelines apart, and say nothing of nothing', () => {
    const records = recordsOf([through(3, { pipeline: 'B' }), through(9, { pipeline: 'A' }), through(1)]);
    expect(stagesOf(records).map(({ pipeline, latestDays }) => [pipeline, latestDays])).toEqual([
      [null, 1],
      [null, 5],
      ['A', 9],
      ['A', 5],
      ['B', 3],
      ['B', 5],
    ]);
    expect(stagesOf({})).toEqual([]);
  });
});
