import { describe, expect, it } from 'vitest';
import { act, DAY, HOUR, historyOf, lead, MINUTE, oracles, RAISE, reply, t } from '../make.ts';
import { times } from '../service.ts';
import { fourOptions, fourRecords } from './four-p-records.ts';
import { alike, answered, recordsOf } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'attempts-per-lead';

describe('attempts per lead', () => {
  it('is the mean over final leads, those never tried included', () => {
    // Oracle four_p: eight, two until the reply, two, none; the fifth lead is pending.
    expect(kpiWith(ID, fourRecords, fourOptions)).toMatchObject({
      value: (8 + 2 + 2 + 0) / 4,
      n: 4,
      unit: 'per-lead',
    });
  });

  it('collapses touches as the oracle does', () => {
    const { touches, attempts } = oracles.collapse;
    const history = historyOf(
      lead({ outcome: 'disqualified', closedAt: RAISE + 10 * DAY }),
      touches.map((at: string) => act(t(at))),
    );
    expect(kpiWith(ID, recordsOf([history])).value).toBe(attempts);
  });

  it('stops at the first contact and at the end, both included (rule 25)', () => {
    const tries = times(4, (i) => act(RAISE + (i + 1) * HOUR));
    const met = historyOf(lead({ id: 'L1' }), [...tries, reply(RAISE + 2.5 * HOUR)]);
    const ended = historyOf(
      lead({ id: 'L2', outcome: 'unreachable', closedAt: RAISE + 3 * HOUR + MINUTE }),
      tries,
    );
    expect(kpiWith(ID, recordsOf([met])).value).toBe(2);
    expect(kpiWith(ID, recordsOf([ended])).value).toBe(3);
  });

  it('waits for thirty days', () => {
    const records = recordsOf([answered('L1', 60)]);
    const options = { period: [RAISE, RAISE + DAY] as [number, number] };
    expect(kpiWith(ID, records, { ...options, asOf: RAISE + 30 * DAY - 1 }).n).toBe(0);
    expect(kpiWith(ID, records, { ...options, asOf: RAISE + 30 * DAY })).toMatchObject({ value: 1, n: 1 });
  });

  it('is of a rep, and empty for no lead', () => {
    const records = recordsOf([
      ...alike(10, undefined, { owner: 'Ana' }),
      ...alike(3, undefined, { owner: 'Bo' }),
    ]);
    expect(kpiWith(ID, records, { rep: 'Ana' })).toMatchObject({ value: 0, n: 10, state: 'ok' });
    expect(kpiWith(ID, {}).why).toBe('nothing to count');
  });
});
