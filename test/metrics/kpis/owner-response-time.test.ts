import { describe, expect, it } from 'vitest';
import { eventLog, eventLogAsOf } from '../event-log.ts';
import { oracles, t } from '../make.ts';
import { answered, recordsOf } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'owner-response-time';
const log = recordsOf([eventLog]);
const asOf = eventLogAsOf;

describe('owner response time', () => {
  it('is the oracle’s, one observation per owner', () => {
    expect(kpiWith(ID, log, { asOf })).toMatchObject({
      value: oracles.event_log.ownerB_response_s,
      n: 2,
      events: 1,
      censored: 1,
    });
  });

  it('is that of the owner then, not at asOf (rule 51)', () => {
    expect(kpiWith(ID, log, { asOf, rep: 'A' })).toMatchObject({
      n: 1,
      censored: 1,
      why: 'beyond the last event',
    });
    expect(kpiWith(ID, log, { asOf, rep: 'B' })).toMatchObject({
      n: 1,
      events: 1,
      value: oracles.event_log.ownerB_response_s,
    });
  });

  it('uses nothing later than asOf, and no cycle of another period', () => {
    const before = kpiWith(ID, log, { asOf: t('2026-03-02T11:10') });
    expect(before).toMatchObject({ n: 2, events: 0, censored: 2 });
    expect(kpiWith(ID, log, { asOf, period: [t('2026-03-03T00:00'), asOf] }).n).toBe(0);
  });

  it('is empty where nobody owned a lead', () => {
    expect(kpiWith(ID, recordsOf([answered('L1', 60, { owner: '' })])).why).toBe('nothing to count');
    expect(kpiWith(ID, {})).toMatchObject({ value: null, unit: 's' });
  });
});
