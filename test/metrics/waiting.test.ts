import { describe, expect, it } from 'vitest';
import type { RecordHistory } from '../../src/metrics/histories.ts';
import { waiting } from '../../src/metrics/waiting.ts';
import { act, call, change, DAY, deal, form, HOUR, historyOf, lead, MINUTE, orders, RAISE } from './make.ts';

const one = (history: RecordHistory, asOf: number, settings = {}) => waiting([history], settings, asOf)[0];
const hot = lead({ source: 'Demo', name: 'Ana', company: 'Acme', owner: 'Bo', url: 'https://crm.test/L1' });

describe('waiting', () => {
  it('says who waits, since when and until when', () => {
    expect(one(historyOf(hot), RAISE + MINUTE)).toEqual({
      kind: 'lead',
      org: 'crm:test',
      id: 'L1',
      name: 'Ana',
      company: 'Acme',
      source: 'Demo',
      owner: 'Bo',
      url: 'https://crm.test/L1',
      warmth: 'hot',
      raisedAt: RAISE,
      targetSeconds: 300,
      dueAt: RAISE + 5 * MINUTE,
      remaining: 240,
      waited: 60,
      state: 'waiting',
    });
  });

  it('is due soon from a fifth of the target on, and breached once it is used up', () => {
    const state = (seconds: number) => one(historyOf(hot), RAISE + seconds * 1000)?.state;
    expect([239, 240, 300, 301].map(state)).toEqual(['waiting', 'due-soon', 'due-soon', 'breached']);
  });

  it('rule 17: the target is business time, what was waited is not', () => {
    const friday = RAISE + 4 * DAY + 7.5 * HOUR;
    const history = historyOf(lead({ createdAt: friday }));
    expect(one(history, friday + 2 * DAY)).toMatchObject({
      dueAt: RAISE + 7 * DAY + 0.5 * HOUR,
      remaining: 1800,
      waited: 2 * 86_400,
      state: 'waiting',
    });
    expect(one(history, friday + 3 * DAY, { week: {} })).toMatchObject({ dueAt: null, remaining: 3600 });
  });

  it('counts an uncertain hand-raise from its `from`, and shows both ends of the wait', () => {
    const history = historyOf(lead({ createdAt: [RAISE, RAISE + DAY] }));
    expect(one(history, RAISE + 2 * HOUR)).toMatchObject({
      raisedAt: [RAISE, RAISE + 2 * HOUR],
      waited: [0, 7200],
      remaining: -3600,
      state: 'breached',
    });
  });

  it('leaves out the answered, the ended, the cold and those whose hand-raise is unknown', () => {
    const talk = call(RAISE, { direction: 'in', result: 'connected' });
    const unknown = historyOf({ org: 'crm:test', id: 'L1', outcome: 'open' });
    const others = [
      historyOf(lead(), [act(RAISE)]),
      historyOf(lead(), [talk]),
      historyOf(lead({ outcome: 'disqualified' })),
      historyOf(lead({ outcome: 'unreachable', closedAt: RAISE })),
      historyOf(lead({ source: 'list' })),
      unknown,
    ];
    expect(waiting(others, {}, RAISE + HOUR)).toEqual([]);
  });

  it('knows the open cycle, the owner of then, and that a bounce is no answer', () => {
    const again = historyOf(
      lead({ owner: 'B' }),
      [act(RAISE), form(RAISE + HOUR)],
      [change(RAISE + DAY, 'A', 'B')],
    );
    expect(one(again, RAISE + 2 * HOUR)).toMatchObject({ raisedAt: RAISE + HOUR, owner: 'A' });
    expect(one(historyOf(lead(), [act(RAISE, { state: 'bounced' })]), RAISE + HOUR)).toBeDefined();
  });

  it('rule 81: deals wait only where deals are scored', () => {
    expect(one(historyOf(deal()), RAISE + HOUR)).toBeUndefined();
    expect(one(historyOf(deal()), RAISE + HOUR, { scoreDeals: true })).toMatchObject({
      kind: 'deal',
      id: 'D1',
    });
  });

  it('puts what is due first first, in any order', () => {
    const histories = [
      historyOf(lead({ id: 'L1', source: 'newsletter' })),
      historyOf(lead({ id: 'L2', createdAt: RAISE + MINUTE })),
      historyOf(lead({ id: 'L3', source: 'demo', createdAt: RAISE + 50 * MINUTE })),
      historyOf(lead({ id: 'L4' })),
      historyOf(lead({ id: 'L5' })),
    ];
    for (const order of orders(histories)) {
      const ids = waiting(order, {}, RAISE + HOUR).map(({ id }) => id);
      expect(ids).toEqual(['L3', 'L4', 'L5', 'L2', 'L1']);
    }
  });
});
