import { describe, expect, it } from 'vitest';
import { oracles, RAISE, t } from '../make.ts';
import { times } from '../service.ts';
import { alike, answered, recordsOf, waitingLeads } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'lead-response-time-p90';

describe('lead response time, 90th percentile', () => {
  it('is the oracle’s: it lies beyond the last event', () => {
    expect(oracles.km_response.p90_km).toBeNull();
    expect(kpiWith(ID, waitingLeads)).toMatchObject({
      value: null,
      state: 'not-computable',
      why: 'beyond the last event',
      n: 12,
      events: 7,
      censored: 5,
    });
  });

  it('is the time by which nine of ten were answered', () => {
    const records = recordsOf(times(20, (i) => answered(`L${i}`, 60 * (i + 1))));
    expect(kpiWith(ID, records)).toMatchObject({ value: 18 * 60, n: 20, state: 'ok', unit: 's' });
  });

  it('is of a rep and as of a time, and empty for no lead', () => {
    const records = recordsOf([...alike(3, 60, { owner: 'Ana' }), ...alike(3, 900, { owner: 'Bo' })]);
    expect(kpiWith(ID, records, { rep: 'Ana' })).toMatchObject({ value: 60, n: 3 });
    expect(kpiWith(ID, records, { asOf: RAISE + 120_000 })).toMatchObject({ value: null, censored: 3 });
    expect(kpiWith(ID, records, { period: [t('2026-02-01T00:00'), t('2026-03-01T00:00')] })).toMatchObject({
      value: null,
      n: 0,
      why: 'nothing to count',
    });
  });
});
