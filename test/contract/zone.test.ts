import { describe, expect, it } from 'vitest';
import { dayMoment, instantOf, localDay, wallClock } from '../../src/contract/zone.ts';
import { t } from '../metrics/make.ts';

describe('zone', () => {
  it('reads a wall clock back as the instant, milliseconds included', () => {
    for (const zone of ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia']) {
      const ms = t('2026-03-02T09:00:00.123');
      expect(instantOf(wallClock(ms, zone), zone)).toBe(ms);
    }
    expect(wallClock(-1, 'UTC')).toBe(-1);
  });

  it('takes skipped times later, doubled ones earlier (rule 72)', () => {
    expect(instantOf(t('2026-03-29T02:30'), 'Europe/Berlin')).toBe(t('2026-03-29T03:30+02:00'));
    expect(instantOf(t('2026-10-25T02:30'), 'Europe/Berlin')).toBe(t('2026-10-25T02:30+02:00'));
  });

  it('gives a date as the pair of its midnights, of 23 hours where the clocks skip one', () => {
    expect(dayMoment('2026-03-29', 'Europe/Berlin')).toEqual([
      t('2026-03-29T00:00+01:00'),
      t('2026-03-30T00:00+02:00'),
    ]);
  });

  it('knows the local date', () => {
    expect(localDay(t('2026-03-02T23:30'), 'Asia/Tokyo')).toBe(t('2026-03-03T00:00') / 86_400_000);
  });
});
