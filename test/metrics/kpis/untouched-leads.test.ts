import { describe, expect, it } from 'vitest';
import { fourP } from '../../../src/metrics/four-p-report.ts';
import { act, DAY, form, HOUR, historyOf, lead, RAISE } from '../make.ts';
import { alike, answered, recordsOf } from './records.ts';
import { kpiWith, sceneWith } from './scene.ts';

const ID = 'untouched-leads';

describe('untouched leads', () => {
  it('are those without an attempt among the leads of seven days and more', () => {
    const records = recordsOf([answered('L1'), answered('L2', 60), answered('L3', 14 * 86_400)]);
    expect(kpiWith(ID, records, { asOf: RAISE + 7 * DAY - 1 })).toMatchObject({ n: 0, value: null });
    expect(kpiWith(ID, records, { asOf: RAISE + 7 * DAY })).toMatchObject({ x: 2, n: 3 });
    expect(kpiWith(ID, records)).toMatchObject({ x: 1, n: 3, unit: 'ratio' });
  });

  it('age only when that is certain', () => {
    const records = recordsOf([answered('L1', undefined, { createdAt: [RAISE, RAISE + DAY] })]);
    expect(kpiWith(ID, records, { asOf: RAISE + 8 * DAY - 1 }).n).toBe(0);
    expect(kpiWith(ID, records, { asOf: RAISE + 8 * DAY }).n).toBe(1);
  });

  it('are counted once per lead; ended ones too, spam and cold ones not (rules 6, 21)', () => {
    const twice = historyOf(lead({ id: 'L1' }), [act(RAISE + HOUR), form(RAISE + DAY)]);
    const records = recordsOf([
      twice,
      answered('L2', undefined, { outcome: 'disqualified', closedAt: RAISE + DAY }),
      answered('L3', undefined, { outcome: 'spam' }),
      answered('L4', undefined, { warmth: 'cold' }),
    ]);
    expect(kpiWith(ID, records)).toMatchObject({ x: 1, n: 2 });
  });

  it('are those of the four Ps', () => {
    const records = recordsOf([...alike(7, 60), ...alike(4, undefined, { owner: 'Ana' })]);
    const { x, n, value, lo, hi } = kpiWith(ID, records);
    expect({ x, n, value, lo, hi }).toEqual(fourP(sceneWith(records)).untouched);
    expect(x).toBe(4);
    expect(kpiWith(ID, records, { rep: 'Ana' })).toMatchObject({ x: 4, n: 4 });
    expect(kpiWith(ID, {}).why).toBe('nothing to count');
  });
});
