import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../src/contract/records.ts';
import { DAY, deal, lead, oracles, RAISE, t } from '../make.ts';
import { times } from '../service.ts';
import { kpiWith, MARCH } from './scene.ts';

const ID = 'lead-conversion';
/** Late enough for every lead of March. */
const asOf = t('2026-07-01T00:00');
const leads = (count: number, fields: Partial<Lead> = {}) =>
  times(count, (i) => lead({ id: `${fields.outcome ?? 'open'}${fields.createdAt ?? ''}${i}`, ...fields }));
const converted = { outcome: 'converted', closedAt: RAISE + 5 * DAY } as const;

describe('lead conversion', () => {
  it('is the oracle’s: leads younger than 90 days wait', () => {
    const { mature, wilson } = oracles.kpi.lead_conv_90d;
    const young = { createdAt: asOf - 90 * DAY + 1 };
    const all = [
      ...leads(16, converted),
      ...leads(64),
      ...leads(2, { ...converted, ...young }),
      ...leads(38, young),
    ];
    const kpi = kpiWith(ID, { leads: all }, { asOf, period: [MARCH[0], asOf] });
    expect(kpi).toMatchObject({ x: 16, n: 80, value: mature, coverage: 1, unit: 'ratio' });
    expect(kpi.lo).toBeCloseTo(wilson[0], 6);
    expect(kpi.hi).toBeCloseTo(wilson[1], 6);
  });

  it('counts from raisedAt, else createdAt (rule 56)', () => {
    const raised = lead({ createdAt: t('2026-02-01T00:00'), raisedAt: RAISE });
    expect(kpiWith(ID, { leads: [raised] }, { asOf }).n).toBe(1);
    const before = lead({ createdAt: RAISE, raisedAt: t('2026-02-28T23:00') });
    expect(kpiWith(ID, { leads: [before] }, { asOf }).n).toBe(0);
  });

  it('takes a start known as a pair in the period of its beginning, and its age from its end', () => {
    const all = [lead({ createdAt: [RAISE, RAISE + DAY] })];
    expect(kpiWith(ID, { leads: all }, { asOf: RAISE + 91 * DAY - 1 }).n).toBe(0);
    expect(kpiWith(ID, { leads: all }, { asOf: RAISE + 91 * DAY }).n).toBe(1);
  });

  it('leaves out spam and duplicates alone (rule 37)', () => {
    const all = [
      lead({ id: 'L1', outcome: 'spam' }),
      lead({ id: 'L2', outcome: 'duplicate' }),
      lead({ id: 'L3', warmth: 'cold' }),
      lead({ id: 'L4', imported: true, ...converted }),
    ];
    expect(kpiWith(ID, { leads: all }, { asOf })).toMatchObject({ x: 1, n: 2 });
  });

  it('counts a merged lead once, from the first of its starts (rule 77)', () => {
    const all = [
      lead({ id: 'L1', createdAt: t('2026-04-01T12:00'), ...converted }),
      lead({ id: 'L2', outcome: 'duplicate', mergedInto: 'L1' }),
    ];
    expect(kpiWith(ID, { leads: all }, { asOf })).toMatchObject({ x: 1, n: 1 });
  });

  it('counts conversions known by asOf, those without a time too (rule 3)', () => {
    const all = [
      lead({ id: 'L1', outcome: 'converted', closedAt: asOf + 1 }),
      lead({ id: 'L2', outcome: 'converted' }),
    ];
    expect(kpiWith(ID, { leads: all }, { asOf })).toMatchObject({ x: 1, n: 2 });
  });

  it('is of leads, also where deals are scored among them; of the rep; and says how many have a start', () => {
    const settings = { scoreDeals: true };
    const records = {
      leads: [lead({ id: 'L1', owner: 'Ana' }), lead({ id: 'L2', owner: 'Bo', createdAt: undefined })],
      deals: [deal()],
    };
    expect(kpiWith(ID, records, { asOf, settings })).toMatchObject({ n: 1, coverage: 0.5 });
    expect(kpiWith(ID, records, { asOf, rep: 'Bo' })).toMatchObject({ n: 0, coverage: 0 });
    expect(kpiWith(ID, {}, { asOf })).toMatchObject({ value: null, coverage: null, why: 'nothing to count' });
  });
});
