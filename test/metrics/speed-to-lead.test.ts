import { describe, expect, it } from 'vitest';
import { businessSeconds, calendarOf } from '../../src/metrics/clock.ts';
import { cyclesOf } from '../../src/metrics/cycles.ts';
import { speedToLead } from '../../src/metrics/speed-to-lead.ts';
import { eventLog, eventLogAsOf } from './event-log.ts';
import { act, DAY, HOUR, historyOf, lead, oracles, RAISE, t } from './make.ts';

const waits = (history: typeof eventLog, asOf: number) =>
  cyclesOf(history, {}, asOf).map((c) => speedToLead(c));

describe('speed-to-lead', () => {
  it('oracle event_log', () => {
    const seconds = oracles.event_log.speed_to_lead_s;
    expect(waits(eventLog, eventLogAsOf)).toEqual([{ seconds, censored: false }]);
  });

  it('is censored at asOf while open, at the end when it ended (rule 16)', () => {
    expect(waits(historyOf(lead()), RAISE + HOUR)).toEqual([{ seconds: 3600, censored: true }]);
    const ended = lead({ outcome: 'unreachable', closedAt: [RAISE, RAISE + HOUR] });
    expect(waits(historyOf(ended), RAISE + DAY)).toEqual([{ seconds: 3600, censored: true }]);
  });

  it('rule 65: keeps both ends when the hand-raise is a pair', () => {
    const history = historyOf(lead({ createdAt: [RAISE, RAISE + HOUR] }));
    expect(waits(history, RAISE + DAY)).toEqual([{ seconds: [23 * 3600, 24 * 3600], censored: true }]);
  });

  it('runs on business time too, which may be 0 out of hours', () => {
    const calendar = calendarOf({});
    const history = historyOf(lead({ createdAt: t('2026-03-02T18:00') }), [act(t('2026-03-02T22:00'))]);
    const [cycle] = cyclesOf(history, {}, RAISE + DAY);
    const wait = cycle && speedToLead(cycle, (from, to) => businessSeconds(from, to, calendar));
    expect(wait).toEqual({ seconds: 0, censored: false });
  });

  it('rule 9: is not measured where an attempt came before', () => {
    expect(waits(historyOf(lead(), [act(RAISE - 1), act(RAISE + 1)]), RAISE + DAY)).toEqual([null]);
  });
});
