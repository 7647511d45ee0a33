import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/contract/moment.ts';
import type { Activity } from '../../../src/contract/records.ts';
import { act, lead, t } from '../make.ts';
import { move, open, quote, times } from './deals.ts';
import { kpiWith } from './scene.ts';

const FIRST = t('2026-03-05T10:00');
const settings = { proposalStage: 'Proposal', firstAppointmentStage: 'Appointment' };
const held = (id: string, at: Moment = FIRST, fields: Partial<Activity> = {}): Activity =>
  act(at, {
    on: { kind: 'deal', id },
    kind: 'meeting',
    result: 'held',
    milestone: 'first-appointment',
    ...fields,
  });
const ratioOf = (records: Parameters<typeof kpiWith>[1], options = {}) =>
  kpiWith('first-appointment-to-proposal', records, { settings, ...options });

describe('first appointment to proposal', () => {
  it('is the share that had a proposal at or after it', () => {
    const deals = times(12, () => open(1));
    const stageChanges = deals.slice(0, 6).map((d) => move(d, 'Appointment', ' proposal', FIRST));
    const activities = deals.map(({ id }) => held(id));
    expect(ratioOf({ deals, activities, stageChanges })).toMatchObject({
      x: 6,
      n: 12,
      value: 0.5,
      state: 'ok',
      unit: 'ratio',
    });
  });

  it('needs the proposal not before, and by asOf', () => {
    const d = open(1);
    const sent = (at: Moment) => ratioOf({ deals: [d], activities: [held(d.id)], quotes: [quote(d, at)] }).x;
    expect(sent(FIRST - 1)).toBe(0);
    expect(sent(FIRST)).toBe(1);
    expect(sent(t('2026-04-02T00:00'))).toBe(0);
    expect(sent([t('2026-03-05T00:00'), t('2026-03-06T00:00')])).toBe(1);
  });

  it('waits 14 days before it judges, and no longer than that for a proposal', () => {
    const d = open(1);
    const asOf = FIRST + 14 * 86_400_000;
    const records = { deals: [d], activities: [held(d.id)], quotes: [quote(d, asOf)] };
    expect(ratioOf(records, { asOf: asOf - 1 })).toMatchObject({
      value: null,
      n: 0,
      why: 'nothing to count',
    });
    expect(ratioOf(records, { asOf })).toMatchObject({ x: 1, n: 1 });
    expect(ratioOf({ ...records, quotes: [quote(d, asOf + 5 * 86_400_000)] })).toMatchObject({ x: 1, n: 1 });
  });

  it('takes the earliest: on the deal, on its lead, or an entry into the stage', () => {
    const d = open(1, { lead: 'L1' });
    const early = held('L1', t('2026-02-20T10:00'), { on: { kind: 'lead', id: 'L1' } });
    const records = { deals: [d], leads: [lead()], activities: [held(d.id)] };
    expect(ratioOf(records).n).toBe(1);
    expect(ratioOf({ ...records, activities: [held(d.id), early] }).n).toBe(0);
    expect(ratioOf({ ...records, activities: [held(d.id), { ...early, result: 'no-show' }] }).n).toBe(1);
    expect(ratioOf({ deals: [d], stageChanges: [move(d, 'New', 'Appointment', FIRST)] })).toMatchObject({
      x: 0,
      n: 1,
    });
  });

  it('is that of a rep', () => {
    const deals = [open(1, { owner: 'Ana' }), open(1, { owner: 'Bo' })];
    expect(ratioOf({ deals, activities: deals.map(({ id }) => held(id)) }, { rep: 'Ana' }).n).toBe(1);
  });

  it('says what must be given where nothing marks an appointment or a proposal', () => {
    const d = open(1);
    const whyOf = (records: object, given = {}) =>
      ratioOf({ deals: [d], ...records }, { settings: given }).why;
    expect(whyOf({})).toBe('needs settings.firstAppointmentStage');
    expect(whyOf({ activities: [held(d.id)] })).toBe('needs settings.proposalStage');
    expect(whyOf({ activities: [held(d.id)], quotes: [quote(d, FIRST)] })).toBeUndefined();
    expect(ratioOf({}).why).toBe('no deals seen');
  });
});
