import { describe, expect, it } from 'vitest';
import type { Lead } from '../../src/contract/records.ts';
import { digestOf } from '../../src/metrics/digest.ts';
import type { RecordHistory } from '../../src/metrics/histories.ts';
import { move } from './kpis/deals.ts';
import { act, change, DAY, deal, HOUR, historyOf, lead, RAISE, reply } from './make.ts';

const NOW = RAISE + 10 * DAY;
const digest = (history: RecordHistory, asOf = NOW) => digestOf(history, {}, asOf);

describe('the digest of a record', () => {
  it('holds whose it is and the four Ps of its first hand-raise', () => {
    const history = historyOf(lead({ owner: 'Ana', deal: 'D1' }), [
      act(RAISE + HOUR / 2),
      reply(RAISE + HOUR),
    ]);
    const { waits, ...rest } = digest(history);
    expect(rest).toMatchObject({
      kind: 'lead',
      org: 'crm:test',
      id: 'L1',
      owner: 'Ana',
      keys: ['crm:test/lead/L1'],
      became: ['crm:test/deal/D1'],
      raise: RAISE,
      letters: { promptness: 'B', performance: 'A' },
      score: { state: 'answered', provisional: false },
    });
    expect(waits).toBeUndefined();
  });

  it('says who waits', () => {
    const { waits, score } = digest(historyOf(lead({ warmth: 'hot' })));
    expect(waits).toMatchObject({ id: 'L1', raisedAt: RAISE, warmth: 'hot', targetSeconds: 300 });
    expect(score?.state).toBe('never');
  });

  it('has no grade without a hand-raise', () => {
    const cold = digest(historyOf(lead({ warmth: 'cold' })));
    for (const part of ['raise', 'letters', 'score', 'waits']) expect(cold).not.toHaveProperty(part);
  });

  it('is as of then: a later owner and answer are left out', () => {
    const history = historyOf(lead({ owner: 'Bo' }), [act(NOW + 1)], [change(NOW + 1, 'Ana', 'Bo')]);
    expect(digest(history)).toMatchObject({ owner: 'Ana', score: { state: 'never' } });
    expect(digest(history, NOW + 1)).toMatchObject({ owner: 'Bo', score: { state: 'answered' } });
  });
});

describe('a digest holds until', () => {
  const untilOf = (history: RecordHistory, asOf: number) => digest(history, asOf).until;

  it('the lead is old enough to count as never answered, then to be graded for good', () => {
    const waiting = historyOf(lead());
    const week = RAISE + 7 * DAY;
    const month = RAISE + 30 * DAY;
    expect(untilOf(waiting, RAISE)).toBe(week);
    expect(untilOf(waiting, week - 1)).toBe(week);
    expect(untilOf(waiting, week)).toBe(month);
    expect(untilOf(waiting, month)).toBeUndefined();
    expect([week - 1, week].map((asOf) => digest(waiting, asOf).score?.state)).toEqual(['pending', 'never']);
  });

  it('the end of an uncertain hand-raise has that age', () => {
    const unclear = historyOf(lead({ createdAt: [RAISE, RAISE + DAY] }));
    expect(untilOf(unclear, RAISE + 2 * DAY)).toBe(RAISE + 8 * DAY);
  });

  it('something that lies ahead has come: an activity, a change of owner, the closing', () => {
    const soon = RAISE + DAY + HOUR;
    const asOf = RAISE + DAY;
    expect(untilOf(historyOf(lead(), [act(soon, { state: 'planned' })]), asOf)).toBe(soon);
    expect(untilOf(historyOf(lead(), [], [change(soon, 'Ana', 'Bo')]), asOf)).toBe(soon);
    for (const field of ['closedAt', 'assignedAt', 'raisedAt'] as const)
      expect(untilOf(historyOf(lead({ [field]: soon })), asOf)).toBe(soon);
    const day = historyOf(deal({ closeDate: '2026-03-04', outcome: 'won' }));
    expect(untilOf(day, asOf)).toBe(Date.parse('2026-03-04'));
  });

  it('rule 86: a move that lies ahead has come, where its stage may be an end', () => {
    const soon = RAISE + DAY + HOUR;
    const one = deal({ stage: 'Gone' });
    const history = { ...historyOf(one), stageChanges: [move(one, 'Offer', 'Gone', soon)] };
    const settings = { stageOutcomes: [{ stage: 'Gone', outcome: 'lost' as const }] };
    expect(digestOf(history, settings, RAISE + DAY).until).toBe(soon);
    expect(digestOf(history, settings, RAISE + DAY).waits).toBeDefined();
    expect(digestOf(history, settings, soon).waits).toBeUndefined();
  });

  it('the hand-raises of merged records have come too', () => {
    const merged: Lead[] = [lead({ id: 'L2', mergedInto: 'L1', createdAt: RAISE + DAY + HOUR })];
    expect(untilOf({ ...historyOf(lead()), merged }, RAISE + DAY)).toBe(RAISE + DAY + HOUR);
  });

  it('no time at all, while a pair reaches into the future', () => {
    const today = act([NOW - HOUR, NOW + HOUR]);
    expect(untilOf(historyOf(lead(), [today]), NOW)).toBe(NOW);
    expect(untilOf(historyOf(lead(), [today]), NOW + HOUR)).toBe(RAISE + 30 * DAY);
  });

  it('for ever, where nothing of it changes with time', () => {
    expect(untilOf(historyOf(lead({ warmth: 'cold' })), NOW)).toBeUndefined();
  });
});
