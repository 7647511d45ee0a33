import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/contract/records.ts';
import { DAY, deal, oracles, t } from '../make.ts';
import { kpiWith } from './scene.ts';

const ASOF = t('2026-07-01T00:00');
const { sales_cycle: oracle } = oracles;
const PERIOD: [number, number] = [t('2026-01-01T00:00'), ASOF];

/** Created so long before asOf that it is as old, or was when it closed. */
const aged = (days: number, outcome: Deal['outcome'], i: number, fields: Partial<Deal> = {}): Deal => {
  const createdAt = outcome === 'open' ? ASOF - days * DAY : t('2026-02-01T00:00');
  return deal({
    id: `D${outcome}${i}`,
    outcome,
    createdAt,
    ...(outcome !== 'open' && { closedAt: createdAt + days * DAY }),
    ...fields,
  });
};
const all = (days: number[], outcome: Deal['outcome']) => days.map((d, i) => aged(d, outcome, i));
const deals = [
  ...all(oracle.won_days, 'won'),
  ...all(oracle.lost_days, 'lost'),
  ...all(oracle.open_age_days, 'open'),
];
const cycleOf = (rows: Deal[], options = {}) =>
  kpiWith('sales-cycle-length', { deals: rows }, { asOf: ASOF, period: PERIOD, ...options });

describe('sales cycle length', () => {
  it('is the oracle’s: lost deals compete, open ones are censored', () => {
    expect(cycleOf(deals)).toMatchObject({
      value: oracle.median_days_given_win,
      n: 13,
      events: 5,
      censored: 5,
      unit: 'days',
      state: 'ok',
      coverage: 1,
    });
    expect(cycleOf(deals).lo).toBeUndefined();
  });

  it('takes deals created in the period, whenever they closed', () => {
    const early = aged(20, 'won', 9, { createdAt: t('2025-12-31T23:59') });
    expect(cycleOf([early])).toMatchObject({ value: null, n: 0, why: 'nothing to count' });
    const period: [number, number] = [t('2026-02-01T00:00'), t('2026-02-02T00:00')];
    expect(cycleOf(all([200 / 24], 'won'), { period }).value).toBeCloseTo(200 / 24, 9);
  });

  it('takes the later end of a day, and fractions of days', () => {
    const row = deal({ outcome: 'won', createdAt: t('2026-02-01T12:00'), closeDate: '2026-02-03' });
    expect(cycleOf([row]).value).toBe(2.5);
    const pair = deal({
      outcome: 'won',
      createdAt: [PERIOD[0], PERIOD[0] + DAY],
      closedAt: PERIOD[0] + 3 * DAY,
    });
    expect(cycleOf([pair]).value).toBe(3);
  });

  it('leaves out what closed at an unknown time', () => {
    const row = deal({ id: 'Dx', outcome: 'lost', createdAt: t('2026-02-01T12:00') });
    expect(cycleOf([...all([20], 'won'), row])).toMatchObject({ n: 1, coverage: 0.5 });
  });

  it('sees a deal that closed after asOf as open', () => {
    const asOf = t('2026-02-15T00:00');
    expect(cycleOf(all([30], 'won'), { asOf })).toMatchObject({
      value: null,
      n: 1,
      censored: 1,
      why: 'no won deal',
    });
  });

  it('is that of a rep; and none without deals', () => {
    const rows = [aged(10, 'won', 1, { owner: 'Ana' }), aged(30, 'won', 2, { owner: 'Bo' })];
    expect(cycleOf(rows, { rep: 'Bo' })).toMatchObject({ value: 30, n: 1, state: 'insufficient' });
    expect(cycleOf([]).why).toBe('no deals seen');
  });
});
