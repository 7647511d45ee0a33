import { describe, expect, it } from 'vitest';
import { noRecords, type Records } from '../../../src/contract/records.ts';
import { lastWeeks } from '../../../src/metrics/activity.ts';
import { DAY, oracles, t } from '../make.ts';
import { lost, open, times } from './deals.ts';
import { GOAL, goalRecords, together } from './goal-records.ts';
import { ASOF, kpiWith } from './scene.ts';

/** Wednesday 1 April 2026: the last complete week began on Monday 23 March. */
const MONDAYS = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'];
/** When the example's deals are decided. */
const WON = t('2026-03-10T09:00');
const FEBRUARY: [number, number] = [t('2026-02-01T00:00'), t('2026-03-01T00:00')];

/** The example's ratios in February, and so many first appointments in each of the four weeks of March. */
function weekly(counts: number[]): Records {
  const { deals, stageChanges, activities } = goalRecords();
  const dates = MONDAYS.flatMap((day, i) => times(counts[i] ?? 0, () => t(`${day}T10:00`)));
  const fresh = dates.map(() => open(1, { owner: 'Ana' }));
  const february = t('2026-02-20T09:00');
  return {
    ...noRecords(),
    deals: [...deals.map((d) => (d.closedAt === WON ? { ...d, closedAt: february } : d)), ...fresh],
    stageChanges: stageChanges.map((s) => ({ ...s, at: february })),
    activities: [
      ...activities.map((a) => ({ ...a, at: february })),
      ...activities.slice(0, 1).flatMap((a) =>
        fresh.map(({ id }, i) => ({
          ...a,
          id: `A${i}`,
          on: { kind: 'deal' as const, id },
          at: dates[i] ?? 0,
        })),
      ),
    ],
  };
}

describe('activity meter', () => {
  it('is the oracle’s: 5 a week of late, whatever the period of the ratios', () => {
    const records = weekly(oracles.gauge.actual_weeks);
    const kpi = kpiWith('activity-meter', records, { settings: GOAL, period: FEBRUARY });
    expect(100 * (kpi.value ?? 0)).toBeCloseTo(oracles.gauge.gauge_52_12, 6);
    expect(kpi).toMatchObject({ n: 20, unit: 'ratio', state: 'ok' });
    const four = { ...GOAL, goal: { revenue: 15_000, weeks: 4 } };
    const ofFour = kpiWith('activity-meter', records, { settings: four, period: FEBRUARY });
    expect(100 * (ofFour.value ?? 0)).toBeCloseTo(oracles.gauge.gauge_4, 6);
  });

  it('is 0, and said, when nobody was met', () => {
    const kpi = kpiWith('activity-meter', weekly([]), { settings: GOAL, period: FEBRUARY });
    expect(kpi).toMatchObject({ value: 0, n: 0, state: 'ok' });
  });

  it('takes the four complete ISO weeks before asOf, on the clocks of the zone', () => {
    expect(lastWeeks(ASOF, 'UTC')).toEqual([t('2026-03-02T00:00'), t('2026-03-30T00:00')]);
    expect(lastWeeks(t('2026-03-30T00:00'), 'UTC')[1]).toBe(t('2026-03-30T00:00'));
    expect(lastWeeks(t('2026-03-29T23:59'), 'UTC')[1]).toBe(t('2026-03-23T00:00'));
    // Bucharest puts its clocks forward on 29 March: its four weeks are an hour short.
    const [from, to] = lastWeeks(ASOF, 'Europe/Bucharest');
    expect([from, to]).toEqual([t('2026-03-01T22:00'), t('2026-03-29T21:00')]);
    expect(to - from).toBe(28 * DAY - 3_600_000);
  });

  it('counts first appointments of the weeks alone, a deal once', () => {
    const records = goalRecords();
    const [first] = records.activities;
    const again = first && { ...first, id: 'again', at: t('2026-03-24T10:00') };
    expect(kpiWith('activity-meter', records, { settings: GOAL }).n).toBe(10);
    const activities = [...records.activities, ...(again ? [again] : [])];
    expect(kpiWith('activity-meter', { ...records, activities }, { settings: GOAL }).n).toBe(10);
    expect(kpiWith('activity-meter', records, { settings: GOAL, asOf: t('2026-04-06T00:00') }).n).toBe(0);
  });

  it('counts deals created where the team has no first appointment at all', () => {
    const settings = { ...GOAL, firstAppointmentStage: 'Appointment' };
    const created = times(3, () =>
      lost(1, { createdAt: t('2026-03-10T10:00'), closedAt: t('2026-03-30T10:00'), owner: 'Bo' }),
    );
    const none = { ...goalRecords({ met: 0 }), deals: [...goalRecords({ met: 0 }).deals, ...created] };
    expect(kpiWith('activity-meter', none, { settings, rep: 'Bo' })).toMatchObject({ n: 3, value: null });
    const some = together(goalRecords(), none);
    expect(kpiWith('activity-meter', some, { settings, rep: 'Bo' }).n).toBe(0);
  });

  it('passes on why there is no magic number', () => {
    expect(kpiWith('activity-meter', goalRecords())).toMatchObject({
      value: null,
      n: 10,
      why: 'needs settings.goal',
    });
    const goal = { goal: { revenue: 5, weeks: 1 } };
    expect(kpiWith('activity-meter', goalRecords(), { settings: goal }).why).toBe(
      'needs settings.proposalStage',
    );
    expect(kpiWith('activity-meter', {}, { settings: GOAL }).why).toBe('no deals seen');
  });
});
