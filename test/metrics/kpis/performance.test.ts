import { describe, expect, it } from 'vitest';
import { act, call, DAY, HOUR, historyOf, lead, RAISE } from '../make.ts';
import { fourOptions, fourRecords, oraclePoints } from './four-p-records.ts';
import { alike, answered, recordsOf } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'performance';
/** A lead that ended has its final grade. */
const ENDED = { outcome: 'disqualified', closedAt: RAISE + 2 * DAY } as const;

describe('performance of all leads', () => {
  it('is the mean of the oracle’s letters; a lead still pending is no part of it', () => {
    const kpi = kpiWith(ID, fourRecords, fourOptions);
    const { value, n } = oraclePoints(ID);
    expect(kpi).toMatchObject({ n, unit: 'points', state: 'insufficient' });
    expect(kpi.value).toBeCloseTo(value, 9);
    expect(kpi).not.toHaveProperty('lo');
  });

  it('leaves out a lead of which only a call without a result is seen', () => {
    const called = historyOf(lead({ id: 'L1', ...ENDED }), [call(RAISE + HOUR, { result: undefined })]);
    const records = recordsOf([called, answered('L2', 60, ENDED)]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 2, n: 1, coverage: 0.5 });
  });

  it('trusts opens when it may', () => {
    const opened = historyOf(lead({ ...ENDED }), [act(RAISE + HOUR, { result: 'opened' })]);
    expect(kpiWith(ID, recordsOf([opened])).value).toBe(2);
    expect(kpiWith(ID, recordsOf([opened]), { settings: { trustOpens: true } }).value).toBe(3);
  });

  it('counts final leads of the rep alone', () => {
    const records = recordsOf([...alike(2, undefined, { owner: 'Ana' }), ...alike(1, 60, { owner: 'Bo' })]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 0, n: 2 });
    expect(kpiWith(ID, records, { rep: 'Bo' })).toMatchObject({ value: null, why: 'nothing to count' });
    expect(kpiWith(ID, records, { asOf: RAISE + DAY }).n).toBe(0);
    expect(kpiWith(ID, {})).toMatchObject({ value: null, state: 'not-computable' });
  });
});
