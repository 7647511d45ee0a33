import { describe, expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { overviewOf, type Wish } from '../../src/metrics/overview.ts';
import { periodOf } from '../../src/metrics/periods.ts';
import { reportOf } from '../../src/metrics/report.ts';
import { bigHistory } from '../bench/history.ts';
import { deal, t } from './make.ts';

const ASOF = t('2026-04-01T10:00');
const wish: Wish = { rep: null, period: 'days-90', picks: ['win-rate', 'untouched-leads'], grid: false };
const { settings, ...file } = bigHistory(120, 6, ASOF);

describe('an overview', () => {
  it('holds the Report of the same records, period and rep', () => {
    for (const rep of [null, 'Rep 2']) {
      const { report } = overviewOf(file, settings, { ...wish, rep, period: 'this-quarter' }, ASOF);
      const period = periodOf('this-quarter', ASOF, 'UTC');
      expect(report).toEqual(reportOf(file, settings, { asOf: ASOF, period, rep }));
    }
  });

  it('has the picks week by week, and who is there', () => {
    const { trends, reps } = overviewOf(file, settings, wish, ASOF);
    expect(Object.keys(trends)).toEqual(wish.picks);
    expect(reps).toEqual(['Rep 0', 'Rep 1', 'Rep 2', 'Rep 3', 'Rep 4', 'Rep 5']);
  });

  it('sets people side by side only when that is asked for', () => {
    expect(overviewOf(file, settings, wish, ASOF).people).toBeNull();
    expect(overviewOf(file, settings, { ...wish, grid: true }, ASOF).people).toHaveLength(6);
  });

  it('has a peer band for a rep alone', () => {
    expect(overviewOf(file, settings, wish, ASOF).peers).toEqual({});
    expect(Object.keys(overviewOf(file, settings, { ...wish, rep: 'Rep 0' }, ASOF).peers)).toEqual(
      wish.picks,
    );
  });

  it('has none where nobody is to be set beside others', () => {
    const alone = { ...settings, peerComparison: false };
    expect(overviewOf(file, alone, { ...wish, rep: 'Rep 0' }, ASOF).peers).toEqual({});
  });

  it('puts aside what the settings say', () => {
    const late = { ...noRecords(), deals: [deal({ closeDate: '2026-03-01' })] };
    const snoozes = [{ deal: 'crm:test/deal/D1', check: 'close-date', until: '2026-05-01', reason: 'Known' }];
    expect(overviewOf(late, {}, wish, ASOF).exceptions.open).toHaveLength(1);
    const { exceptions } = overviewOf(late, { snoozes }, wish, ASOF);
    expect([exceptions.open.length, exceptions.snoozed.length]).toEqual([0, 1]);
  });
});

describe('the currency of an overview', () => {
  const currency = (settings: object, ...named: (string | undefined)[]) => {
    const deals = named.map((one, i) => deal({ id: `D${i}`, amount: 1, ...(one && { currency: one }) }));
    return overviewOf({ ...noRecords(), deals }, settings, wish, ASOF).currency;
  };

  it('is the settings’, else the one that all amounts name', () => {
    expect(currency({ currency: 'EUR' }, 'USD')).toBe('EUR');
    expect(currency({}, 'USD', 'USD')).toBe('USD');
    expect(currency({}, 'USD', 'EUR')).toBeNull();
    expect(currency({}, 'USD', undefined)).toBeNull();
    expect(currency({})).toBeNull();
  });
});
