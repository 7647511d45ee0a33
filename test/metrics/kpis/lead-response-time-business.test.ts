import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/contract/settings.ts';
import { instantOf } from '../../../src/contract/zone.ts';
import { act, historyOf, lead, oracles, t } from '../make.ts';
import { alike, answered, recordsOf } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'lead-response-time-business';

interface Example {
  id: string;
  start: string;
  stop: string;
  tz: string;
  week: NonNullable<Settings['week']>;
  holidays: string[];
  business_s: number;
  calendar_s: number;
}

describe('lead response time in business hours', () => {
  it.each<Example>(oracles.business_time)('is the oracle’s: $id', (one) => {
    const [start, stop] = [one.start, one.stop].map((wall) => instantOf(t(wall), one.tz)) as [number, number];
    const records = recordsOf([historyOf(lead({ createdAt: start }), [act(stop)])]);
    const settings: Settings = { timeZone: one.tz, week: one.week, holidays: one.holidays };
    const options = { settings, period: [start, stop] as [number, number], asOf: stop };
    expect(kpiWith(ID, records, options)).toMatchObject({ value: one.business_s, unit: 's', n: 1 });
    expect(kpiWith('lead-response-time', records, options).value).toBe(one.calendar_s);
  });

  it('is 0 when both fall outside the hours, and stands still on holidays', () => {
    const night = answered('L1', 3600, { createdAt: t('2026-03-03T20:00') });
    expect(kpiWith(ID, recordsOf([night]))).toMatchObject({ value: 0, events: 1 });
    const morning = answered('L1', 86_400, { createdAt: t('2026-03-03T16:00') });
    expect(kpiWith(ID, recordsOf([morning])).value).toBe(8 * 3600);
    expect(kpiWith(ID, recordsOf([morning]), { settings: { holidays: ['2026-03-03'] } }).value).toBe(
      7 * 3600,
    );
  });

  it('censors those that wait, with their business time', () => {
    const records = recordsOf([
      answered('L1', 7200),
      answered('L2', undefined, { createdAt: t('2026-03-31T16:59') }),
    ]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 7200, n: 2, censored: 1 });
  });

  it('takes the upper end of a pair', () => {
    const day: [number, number] = [t('2026-03-02T00:00'), t('2026-03-03T00:00')];
    expect(kpiWith(ID, recordsOf([historyOf(lead(), [act(day)])])).value).toBe(8 * 3600);
  });

  it('is of a rep, and empty for no lead', () => {
    const records = recordsOf([...alike(1, 60, { owner: 'Ana' }), ...alike(1, 900, { owner: 'Bo' })]);
    expect(kpiWith(ID, records, { rep: 'Bo' })).toMatchObject({ value: 900, n: 1 });
    expect(kpiWith(ID, {}).why).toBe('nothing to count');
  });
});
