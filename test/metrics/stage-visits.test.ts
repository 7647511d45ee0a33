import { describe, expect, it } from 'vitest';
import type { StageChange } from '../../src/contract/records.ts';
import { beginningsOf, stageTimes } from '../../src/metrics/stage-visits.ts';
import { move } from './kpis/deals.ts';
import { ASOF, sceneWith } from './kpis/scene.ts';
import { DAY, deal } from './make.ts';

const START = ASOF - 20 * DAY;
const day = (n: number) => START + n * DAY;
const base = deal({ createdAt: START, stage: 'Proposal' });

function timesOf(one: typeof base, stageChanges: StageChange[], beginnings: string[] = []) {
  const [facts] = sceneWith({ deals: [one], stageChanges }).deals;
  const times = facts ? stageTimes(facts, new Set(beginnings), ASOF) : [];
  return times.map(({ deal: _, ...rest }) => rest);
}

describe('the stages where deals begin', () => {
  it('are those of the first moves, by pipeline', () => {
    const renewal = deal({ id: 'D2', pipeline: 'Renewals' });
    const stageChanges = [
      move(base, ' New', 'Qualify', day(1)),
      move(base, 'Qualify', 'Proposal', day(2)),
      move(renewal, 'Due', 'Won', day(1)),
    ];
    const beginnings = beginningsOf(sceneWith({ deals: [base, renewal], stageChanges }).deals);
    expect(Object.fromEntries(beginnings)).toEqual({
      undefined: new Set(['new']),
      Renewals: new Set(['due']),
    });
  });
});

describe('the days of a deal in its stages', () => {
  it('sum up its visits beside the last one, which goes on while it stands there', () => {
    const moves = [
      move(base, 'New', 'Proposal', day(2)),
      move(base, 'Proposal', 'New', day(5)),
      move(base, 'New', 'Proposal', day(9)),
    ];
    expect(timesOf(base, moves)).toEqual([
      {
        stage: 'New',
        cumulative: { time: 6, happened: true },
        latest: { time: 4, happened: true },
        isLast: false,
      },
      {
        stage: 'Proposal',
        cumulative: { time: 14, happened: false },
        latest: { time: 11, happened: false },
        standsSince: day(9),
        isLast: false,
      },
    ]);
  });

  it('end with the deal; in the stage in which it closed too', () => {
    const closed = deal({ createdAt: START, stage: 'Proposal', outcome: 'lost', closedAt: day(7) });
    expect(timesOf(closed, [move(closed, 'New', 'Proposal', day(3))])).toMatchObject([
      { stage: 'New', latest: { time: 3, happened: true }, isLast: false },
      { stage: 'Proposal', latest: { time: 4, happened: true }, isLast: true },
    ]);
  });

  it('leave out the last stage of a deal that closed at an unknown time', () => {
    const closed = deal({ createdAt: START, stage: 'Proposal', outcome: 'lost' });
    expect(timesOf(closed, [move(closed, 'New', 'Proposal', day(3))]).map(({ stage }) => stage)).toEqual([
      'New',
    ]);
  });

  it('begin when it was created, where deals begin there; the way of another was not seen', () => {
    expect(timesOf(base, [], ['proposal'])).toMatchObject([{ stage: 'Proposal', standsSince: START }]);
    expect(timesOf(base, [], ['new'])).toEqual([]);
  });

  it('are at least so many where its first entry was not seen', () => {
    const unseen = deal({ createdAt: undefined, stage: 'New' });
    const moves = [
      move(unseen, 'New', 'Proposal', day(2)),
      move(unseen, 'Proposal', 'New', day(5)),
      move(unseen, 'New', 'Won', day(9)),
    ];
    expect(timesOf(unseen, moves).find(({ stage }) => stage === 'New')).toMatchObject({
      cumulative: { time: 4, happened: false },
      latest: { time: 4, happened: true },
    });
  });

  it('rule 36: take the upper end of what is uncertain', () => {
    const moves = [move(base, 'New', 'Proposal', [day(2), day(3)])];
    expect(timesOf(base, moves).map(({ latest }) => latest.time)).toEqual([3, 18]);
  });
});
