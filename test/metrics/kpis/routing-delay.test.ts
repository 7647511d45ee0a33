import { describe, expect, it } from 'vitest';
import { eventLog, eventLogAsOf } from '../event-log.ts';
import { act, DAY, form, HOUR, historyOf, lead, oracles, RAISE } from '../make.ts';
import { answered, recordsOf } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'routing-delay';
const given = (id: string, seconds: number, fields = {}) =>
  answered(id, undefined, { owner: 'Ana', assignedAt: RAISE + seconds * 1000, ...fields });

describe('routing delay', () => {
  it('is the oracle’s', () => {
    expect(kpiWith(ID, recordsOf([eventLog]), { asOf: eventLogAsOf })).toMatchObject({
      value: oracles.event_log.routing_delay_s,
      n: 1,
      coverage: 1,
      unit: 's',
    });
  });

  it('is censored while nobody has the lead, left out where no assignment is known (rule 52)', () => {
    const records = recordsOf([
      given('L1', 60),
      given('L2', 120),
      answered('L3', undefined, { owner: null }),
      answered('L4', undefined, { owner: 'Ana' }),
      answered('L5'),
    ]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 120, n: 3, events: 2, censored: 1, coverage: 0.6 });
  });

  it('is measured once per lead, and not where an attempt came before', () => {
    const twice = historyOf(lead({ id: 'L1', owner: 'Ana', assignedAt: RAISE + HOUR }), [
      act(RAISE + HOUR),
      form(RAISE + DAY),
    ]);
    const early = historyOf(lead({ id: 'L2', owner: 'Ana', assignedAt: RAISE }), [act(RAISE - 1)]);
    expect(kpiWith(ID, recordsOf([twice, early]))).toMatchObject({ n: 1, value: 3600, coverage: 1 });
  });

  it('takes the upper end of a pair, never below 0', () => {
    const day = answered('L1', undefined, { owner: 'Ana', assignedAt: [RAISE - HOUR, RAISE + 2 * HOUR] });
    expect(kpiWith(ID, recordsOf([day])).value).toBe(7200);
    expect(kpiWith(ID, recordsOf([given('L1', -60)])).value).toBe(0);
  });

  it('is of a rep and as of a time, and empty for no lead', () => {
    const records = recordsOf([given('L1', 60), given('L2', 600, { owner: 'Bo' })]);
    expect(kpiWith(ID, records, { rep: 'Bo' })).toMatchObject({ value: 600, n: 1 });
    expect(kpiWith(ID, records, { asOf: RAISE + 120_000 })).toMatchObject({ n: 1, coverage: 0.5 });
    expect(kpiWith(ID, {})).toMatchObject({ value: null, coverage: null, why: 'nothing to count' });
  });
});
