import { describe, expect, it } from 'vitest';
import { quantile } from '../../../src/metrics/quantile.ts';
import { change, DAY, deal, HOUR, oracles, RAISE, t } from '../make.ts';
import { quote, times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'quote-turnaround';
const always = { week: { '0-6': [['00:00', '24:00']] as [string, string][] } };
const sent = (hours: number, fields = {}) => quote({ sentAt: RAISE + hours * HOUR, ...fields });

describe('quote turnaround', () => {
  it('is Kaplan–Meier’s median, 6 h, where the oracle’s plain one is 6.75 h (rule 63)', () => {
    const { v, median } = oracles.kpi.quote_tat_h;
    expect(quantile(v, 0.5)).toBe(median);
    const quotes = v.map((hours: number) => sent(hours));
    expect(kpiWith(ID, { quotes }, { settings: always })).toMatchObject({
      value: 6 * 3600,
      n: 8,
      events: 8,
      censored: 0,
      unit: 's',
      state: 'insufficient',
    });
  });

  it('counts business time', () => {
    // Monday 09:00 to Tuesday 10:00: eight hours and one.
    expect(kpiWith(ID, { quotes: [sent(25)] }).value).toBe(9 * 3600);
    expect(kpiWith(ID, { quotes: [sent(25)] }, { settings: { holidays: ['2026-03-02'] } }).value).toBe(3600);
  });

  it('censors what is not sent at asOf, also when its deal is closed (rule 45)', () => {
    const deals = [deal({ outcome: 'lost', closedAt: RAISE + HOUR })];
    const quotes = [quote(), sent(3), sent(30), sent(4)];
    const kpi = kpiWith(ID, { deals, quotes }, { settings: always, asOf: RAISE + 20 * HOUR });
    expect(kpi).toMatchObject({ value: 4 * 3600, events: 2, censored: 2 });
    expect(kpiWith(ID, { deals, quotes: [quote()] }).why).toBe('beyond the last event');
  });

  it('takes the upper end of a pair', () => {
    const quotes = [quote({ sentAt: [RAISE, RAISE + 2 * HOUR] })];
    expect(kpiWith(ID, { quotes }).value).toBe(2 * 3600);
  });

  it('is of the quotes requested in the period; those without a request only lower coverage', () => {
    const quotes = [sent(1), sent(1, { requestedAt: RAISE - 9 * DAY }), sent(1, { requestedAt: undefined })];
    expect(kpiWith(ID, { quotes: [...quotes, sent(1)] })).toMatchObject({ n: 2, coverage: 0.75 });
    expect(kpiWith(ID, {})).toMatchObject({ value: null, n: 0, coverage: null, why: 'nothing to count' });
  });

  it('is of whoever made the quote, else of the owner of its deal at asOf', () => {
    const on = { kind: 'deal', id: 'D1' } as const;
    const records = {
      deals: [deal({ owner: 'Ana' }), deal({ id: 'D2', mergedInto: 'D1' })],
      ownerChanges: [{ ...change(t('2026-03-20T00:00'), 'Cem', 'Ana'), on }],
      quotes: [sent(1), sent(2, { deal: 'D2' }), sent(3, { by: 'Bo' }), sent(4, { deal: 'D9' })],
    };
    expect(kpiWith(ID, records, { rep: 'Ana' })).toMatchObject({ n: 2, value: 3600 });
    expect(kpiWith(ID, records, { rep: 'Bo' })).toMatchObject({ n: 1, value: 3 * 3600 });
    expect(kpiWith(ID, records, { rep: 'Cem', asOf: t('2026-03-19T00:00') }).n).toBe(2);
    expect(kpiWith(ID, records).n).toBe(4);
  });

  it('is ok from ten quotes on', () => {
    expect(kpiWith(ID, { quotes: times(10, () => sent(1)) }).state).toBe('ok');
  });
});
