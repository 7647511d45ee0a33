import { describe, expect, it } from 'vitest';
import { cyclesOf } from '../../src/metrics/cycles.ts';
import type { RecordHistory } from '../../src/metrics/histories.ts';
import { routingDelay } from '../../src/metrics/routing-delay.ts';
import { eventLog, eventLogAsOf } from './event-log.ts';
import { act, change, DAY, HOUR, historyOf, lead, oracles, RAISE } from './make.ts';

const delay = (history: RecordHistory, asOf = RAISE + DAY) => {
  const [cycle] = cyclesOf(history, {}, asOf);
  return cycle ? routingDelay(history, cycle, asOf) : undefined;
};

describe('routing-delay (rule 52)', () => {
  it('oracle event_log', () => {
    const seconds = oracles.event_log.routing_delay_s;
    expect(delay(eventLog, eventLogAsOf)).toEqual({ seconds, censored: false });
  });

  it('takes the earliest assignment, never below 0; giving it to nobody is none', () => {
    const changes = [change(RAISE + 2 * HOUR, '', 'A'), change(RAISE + HOUR, 'Q', null)];
    const done = { censored: false };
    expect(delay(historyOf(lead(), [], changes))).toEqual({ seconds: 7200, ...done });
    expect(delay(historyOf(lead({ assignedAt: RAISE - HOUR })))).toEqual({ seconds: 0, ...done });
  });

  it('is censored while nobody has it, and unknown when nothing is said', () => {
    expect(delay(historyOf(lead({ owner: '' })))).toEqual({ seconds: 86_400, censored: true });
    expect(delay(historyOf(lead({ owner: null })))).toEqual({ seconds: 86_400, censored: true });
    expect(delay(historyOf(lead({ owner: 'A' })))).toBeNull();
    expect(delay(historyOf(lead()))).toBeNull();
    const later = historyOf(lead({ owner: 'A' }), [], [change(RAISE + 2 * DAY, null, 'A')]);
    expect(delay(later)).toEqual({ seconds: 86_400, censored: true });
  });

  it('rule 9: is not measured where an attempt came before', () => {
    expect(delay(historyOf(lead({ assignedAt: RAISE }), [act(RAISE - 1)]))).toBeNull();
  });
});
