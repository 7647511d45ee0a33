import { describe, expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { plan } from '../../src/metrics/plan.ts';
import { GOAL, goalRecords, together } from './kpis/goal-records.ts';
import { sceneWith } from './kpis/scene.ts';
import { oracles, t } from './make.ts';

const planOf = (records = goalRecords(), options = {}) =>
  plan(sceneWith(records, { settings: GOAL, ...options }));
const { magic, magic_sensitivity: sensitivity, gauge } = oracles;

describe('plan', () => {
  it('is the oracle’s', () => {
    const expected = magic.hardesty_52_12;
    const result = planOf();
    expect(result.goal).toEqual(GOAL.goal);
    expect(result.salesNeeded).toBeCloseTo(expected.sales, 6);
    expect(result.proposalsNeeded).toBeCloseTo(expected.proposals, 6);
    expect(result.firstAppointmentsNeeded).toBeCloseTo(expected.first_appointments, 6);
    expect(result.magicNumber).toBeCloseTo(expected.weekly, 6);
    expect(result.weekly).toBe(expected.weekly_ceil);
    expect(result.why).toBeUndefined();
  });

  it('does not round up a whole number', () => {
    const goal = { revenue: 5400, weeks: 9 };
    const { magicNumber, weekly } = planOf(goalRecords(), { settings: { ...GOAL, goal } });
    expect(magicNumber).toBeGreaterThan(1); // by its last bit
    expect(weekly).toBe(1);
  });

  it('says where the present pace leads', () => {
    const records = goalRecords({ met: 20, proposed: 12 });
    const result = planOf(records, { asOf: t('2026-03-30T00:00') });
    expect(result.actualPerWeek).toBe(gauge.avg);
    expect(100 * (result.activityMeter ?? 0)).toBeCloseTo(gauge.gauge_52_12, 6);
    expect(result.impliedRevenue).toBeCloseTo(gauge.implied_monthly_revenue, 6);
  });

  it('says what a tenth more of each input does', () => {
    expect(planOf().sensitivity).toEqual({
      'average-revenue-per-sale': expect.closeTo(sensitivity.arps_plus10, 6),
      'first-appointment-to-proposal': expect.closeTo(sensitivity.appt_plus10, 6),
      'closing-ratio': expect.closeTo(sensitivity.close_plus10, 6),
    });
  });

  it('says what a point more of each ratio does, of which there are no more than a hundred', () => {
    expect(planOf().whatIf).toEqual({
      'first-appointment-to-proposal': expect.closeTo((sensitivity.base * 0.6) / 0.61, 5),
      'closing-ratio': expect.closeTo((sensitivity.base * 0.4) / 0.41, 5),
    });
    const sure = planOf(goalRecords({ lost: 0 }));
    expect(sure.whatIf?.['closing-ratio']).toBe(sure.magicNumber);
    expect(sure.sensitivity?.['closing-ratio']).toBe(sure.magicNumber);
  });

  it('is that of a rep, for the goal as typed', () => {
    const records = together(goalRecords(), goalRecords({ owner: 'Bo', amount: 5000 }));
    expect(planOf(records, { rep: 'Bo' }).salesNeeded).toBe(3);
  });

  it('is null with why where it cannot be said, and says the pace all the same', () => {
    const result = planOf(goalRecords({ won: 0 }));
    expect(result).toMatchObject({
      goal: GOAL.goal,
      magicNumber: null,
      weekly: null,
      why: 'no won deal',
      actualPerWeek: 2.5,
    });
    expect(result).toMatchObject({
      activityMeter: null,
      impliedRevenue: null,
      whatIf: null,
      sensitivity: null,
    });
    expect(planOf(goalRecords({ met: 0 })).why).toBe('needs settings.firstAppointmentStage');
    expect(planOf(noRecords()).why).toBe('no deals seen');
    expect(planOf(goalRecords(), { settings: {} })).toMatchObject({ goal: null, why: 'needs settings.goal' });
  });
});
