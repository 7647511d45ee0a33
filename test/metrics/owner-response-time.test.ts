import { describe, expect, it } from 'vitest';
import type { Activity, OwnerChange } from '../../src/contract/records.ts';
import { cyclesOf } from '../../src/metrics/cycles.ts';
import type { RecordHistory } from '../../src/metrics/histories.ts';
import { ownerResponseTimes } from '../../src/metrics/owner-response-time.ts';
import { eventLog, eventLogAsOf } from './event-log.ts';
import { act, change, DAY, form, HOUR, historyOf, lead, oracles, RAISE } from './make.ts';

const waits = (history: RecordHistory, asOf = RAISE + DAY) =>
  cyclesOf(history, {}, asOf).flatMap((cycle) => ownerResponseTimes(history, cycle, asOf));
const one = (activities: Activity[], changes: OwnerChange[] = []) =>
  waits(historyOf(lead({ owner: 'A' }), activities, changes));

describe('owner-response-time (rule 51)', () => {
  it('oracle event_log: A held it unanswered, B answered', () => {
    const o = oracles.event_log;
    expect(waits(eventLog, eventLogAsOf)).toEqual([
      { owner: 'A', seconds: o.ownerA_hold_s, censored: true },
      { owner: 'B', seconds: o.ownerB_response_s, censored: false },
    ]);
  });

  it('is censored by a colleague, by somebody unnamed, by asOf', () => {
    const hour = { owner: 'A', seconds: 3600, censored: true };
    expect(one([act(RAISE + HOUR, { by: 'A' })])).toEqual([{ ...hour, censored: false }]);
    expect(one([act(RAISE + HOUR, { by: 'B' }), act(RAISE + 2 * HOUR, { by: 'A' })])).toEqual([hour]);
    expect(one([act(RAISE + HOUR)])).toEqual([hour]);
    expect(one([])).toEqual([{ ...hour, seconds: 86_400 }]);
  });

  it('leaves out who got it after the answer or the end, and who had it before the hand-raise', () => {
    const late = [change(RAISE + 2 * HOUR, 'A', 'B')];
    expect(one([act(RAISE + HOUR, { by: 'A' })], late)).toHaveLength(1);
    expect(one([act(RAISE + 3 * HOUR)], [change(RAISE - HOUR, 'A', 'B')]).map((w) => w.owner)).toEqual(['B']);
    const ended = lead({ owner: 'B', outcome: 'unreachable', closedAt: RAISE + HOUR });
    expect(waits(historyOf(ended, [], late)).map((w) => w.owner)).toEqual(['A']);
  });

  it('counts each cycle; none that is spoilt, nor one without an owner', () => {
    const activities = [
      act(RAISE + HOUR, { by: 'A' }),
      form(RAISE + 2 * HOUR),
      act(RAISE + 3 * HOUR, { by: 'A' }),
    ];
    expect(one(activities).map((w) => w.seconds)).toEqual([3600, 3600]);
    expect(one([act(RAISE - HOUR), act(RAISE + HOUR)])).toEqual([]);
    expect(waits(historyOf(lead({ owner: '' })))).toEqual([]);
  });
});
