import { describe, expect, it } from 'vitest';
import { cyclesOf } from '../../src/metrics/cycles.ts';
import { firstContactTime } from '../../src/metrics/first-contact-time.ts';
import type { RecordHistory } from '../../src/metrics/histories.ts';
import { eventLog, eventLogAsOf } from './event-log.ts';
import { act, DAY, HOUR, historyOf, lead, oracles, RAISE, reply } from './make.ts';

const waits = (history: RecordHistory, asOf = RAISE + DAY) =>
  cyclesOf(history, {}, asOf).map((cycle) => firstContactTime(cycle));

describe('first-contact-time', () => {
  it('oracle event_log', () => {
    const seconds = oracles.event_log.first_contact_s;
    expect(waits(eventLog, eventLogAsOf)).toEqual([{ seconds, censored: false }]);
  });

  it('is censored without contact, a pair where only the touch tells of the reply (rule 27)', () => {
    expect(waits(historyOf(lead(), [act(RAISE + HOUR)]))).toEqual([{ seconds: 86_400, censored: true }]);
    expect(waits(historyOf(lead(), [act(RAISE + HOUR, { result: 'replied' })]))).toEqual([
      { seconds: [3600, 86_400], censored: false },
    ]);
  });

  it('rule 9: is not measured where an attempt came before', () => {
    expect(waits(historyOf(lead(), [act(RAISE - 1), act(RAISE + 1), reply(RAISE + 2)]))).toEqual([null]);
  });
});
