import { describe, expect, it } from 'vitest';
import type { Deal, StageChange } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { DealHistory } from '../../src/metrics/histories.ts';
import { endByStage, isPlace, outcomeOfStage } from '../../src/metrics/stage-outcomes.ts';
import { move } from './kpis/deals.ts';
import { DAY, deal, historyOf, RAISE } from './make.ts';

const settings: Settings = {
  stageOutcomes: [
    { pipeline: 'Sales', stage: 'Closed', outcome: 'lost' },
    { pipeline: 'Sales', stage: 'Archived', outcome: 'lost' },
    { pipeline: 'Renewals', stage: 'Closed', outcome: 'won' },
    { stage: 'Closed', outcome: 'no-decision' },
  ],
};

describe('what is said of a stage', () => {
  it('holds in its own pipeline, as people type names; without one where none is known', () => {
    expect(outcomeOfStage('Sales', ' closed', settings)).toBe('lost');
    expect(outcomeOfStage('renewals ', 'Closed', settings)).toBe('won');
    expect(outcomeOfStage(undefined, 'Closed', settings)).toBe('no-decision');
    expect(outcomeOfStage('Partners', 'Closed', settings)).toBeUndefined();
    expect(outcomeOfStage(undefined, 'Archived', settings)).toBeUndefined();
    expect(outcomeOfStage('Sales', undefined, settings)).toBeUndefined();
    expect(outcomeOfStage('Sales', 'Closed', {})).toBeUndefined();
  });

  it('is about one place', () => {
    const one = { pipeline: 'Sales', stage: 'Closed', outcome: 'lost' } as const;
    expect(isPlace(one, 'sales', 'closed ')).toBe(true);
    expect(isPlace(one, undefined, 'Closed')).toBe(false);
    expect(isPlace(one, 'Sales', 'Open')).toBe(false);
  });
});

describe('a deal ended by its stage', () => {
  const one = deal({ pipeline: 'Sales', stage: 'Closed' });
  const end = (moves: StageChange[], of: Deal = one, asOf = RAISE + 30 * DAY) =>
    endByStage({ ...historyOf(of), stageChanges: moves } as DealHistory, settings, asOf);

  it('when it last came there', () => {
    const again = [
      move(one, 'Offer', 'Closed', RAISE),
      move(one, 'Closed', 'Offer', RAISE + DAY),
      move(one, 'Offer', 'Closed', RAISE + 2 * DAY),
    ];
    expect(end(again)).toEqual({ outcome: 'lost', at: RAISE + 2 * DAY });
    expect(end(again, one, RAISE + DAY)).toBeUndefined();
    expect(end(again, one, RAISE)).toEqual({ outcome: 'lost', at: RAISE });
  });

  it('when it came to the first of several stages that mean the same', () => {
    const filed = { ...one, stage: 'Archived' };
    const moves = [move(one, 'Offer', 'Closed', RAISE), move(one, 'Closed', 'Archived', RAISE + DAY)];
    expect(end(moves, filed)).toEqual({ outcome: 'lost', at: RAISE });
    // How long it was lost before nobody saw.
    expect(end(moves.slice(1), filed)).toEqual({ outcome: 'lost' });
  });

  it('when it was made there', () => {
    expect(end([move(one, undefined, 'Closed', RAISE)])).toEqual({ outcome: 'lost', at: RAISE });
  });

  it('at a time that nobody saw, but not before it was last seen elsewhere', () => {
    expect(end([])).toEqual({ outcome: 'lost' });
    expect(end([move(one, 'New', 'Offer', RAISE)])).toEqual({ outcome: 'lost', openUntil: RAISE });
  });
});
