import { describe, expect, it } from 'vitest';
import { act, DAY, HOUR, historyOf, lead, RAISE, reply } from '../make.ts';
import { fourOptions, fourRecords, oraclePoints } from './four-p-records.ts';
import { alike, answered, recordsOf } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'persistence';
/** A lead that ended has its final grade. */
const ENDED = { outcome: 'disqualified', closedAt: RAISE + 2 * DAY } as const;

describe('persistence of all leads', () => {
  it('is the mean of the oracle’s letters; a lead still pending is no part of it', () => {
    const kpi = kpiWith(ID, fourRecords, fourOptions);
    const { value, n } = oraclePoints(ID);
    expect(kpi).toMatchObject({ n, unit: 'points', state: 'insufficient' });
    expect(kpi.value).toBeCloseTo(value, 9);
    expect(kpi).not.toHaveProperty('lo');
  });

  it('leaves out who answered or ended before the eighth attempt, as nothing is missing there', () => {
    const replied = historyOf(lead({ id: 'L1' }), [act(RAISE + HOUR), reply(RAISE + DAY)]);
    const records = recordsOf([replied, answered('L2', 60, ENDED), answered('L3')]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 0, n: 1 });
    expect(kpiWith(ID, records)).not.toHaveProperty('coverage');
  });

  it('counts final leads of the rep alone', () => {
    const records = recordsOf([...alike(2, undefined, { owner: 'Ana' }), ...alike(1, 60, { owner: 'Bo' })]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 0, n: 2 });
    expect(kpiWith(ID, records, { rep: 'Bo' })).toMatchObject({ value: null, why: 'nothing to count' });
    expect(kpiWith(ID, records, { asOf: RAISE + DAY }).n).toBe(0);
    expect(kpiWith(ID, {})).toMatchObject({ value: null, state: 'not-computable' });
  });
});
