import { describe, expect, it } from 'vitest';
import { PERIODS, periodOf } from '../../src/metrics/periods.ts';
import { DAY, t } from './make.ts';

const ASOF = t('2026-03-04T10:00');
const days = (name: (typeof PERIODS)[number], zone = 'UTC', asOf = ASOF) =>
  periodOf(name, asOf, zone).map((at) => new Date(at).toISOString().slice(0, 16));

describe('a period', () => {
  it('of days ends now', () => {
    expect(periodOf('days-90', ASOF, 'UTC')).toEqual([ASOF - 90 * DAY, ASOF]);
  });

  it('of the calendar goes on to its end', () => {
    expect(days('this-month')).toEqual(['2026-03-01T00:00', '2026-04-01T00:00']);
    expect(days('this-quarter')).toEqual(['2026-01-01T00:00', '2026-04-01T00:00']);
    expect(days('this-year')).toEqual(['2026-01-01T00:00', '2027-01-01T00:00']);
  });

  it('before goes over the turn of the year', () => {
    expect(days('last-quarter')).toEqual(['2025-10-01T00:00', '2026-01-01T00:00']);
    expect(days('last-month', 'UTC', t('2026-01-31T10:00'))).toEqual([
      '2025-12-01T00:00',
      '2026-01-01T00:00',
    ]);
  });

  it('begins on the clocks of the zone, summer time included', () => {
    expect(days('this-month', 'America/New_York')).toEqual(['2026-03-01T05:00', '2026-04-01T04:00']);
    const lateEvening = t('2026-02-28T23:30');
    expect(days('this-month', 'Europe/Bucharest', lateEvening)[0]).toBe('2026-02-28T22:00');
  });

  it('runs forward, whichever it is', () => {
    for (const name of PERIODS) {
      const [from, to] = periodOf(name, ASOF, 'Asia/Tokyo');
      expect(from).toBeLessThan(to);
    }
  });
});
