import { describe, expect, it } from 'vitest';
import { fourP } from '../../../src/metrics/four-p-report.ts';
import { act, call, DAY, HOUR, historyOf, lead, oracles, RAISE, t } from '../make.ts';
import { fourOptions, fourRecords } from './four-p-records.ts';
import { alike, recordsOf } from './records.ts';
import { kpiWith, sceneWith } from './scene.ts';

const ID = 'four-p';

describe('four Ps of all leads', () => {
  it('is the oracle’s, and the report’s', () => {
    const kpi = kpiWith(ID, fourRecords, fourOptions);
    expect(kpi).toMatchObject({ value: oracles.four_p.rep_all, n: 4, unit: 'points', coverage: 1 });
    expect(fourP(sceneWith(fourRecords, fourOptions)).all.gpa).toBe(kpi.value);
  });

  it('leaves out a lead of which nothing can be graded', () => {
    // Tried before its hand-raise and then called without a word on the result; it ended soon.
    const ended = { outcome: 'disqualified', closedAt: RAISE + DAY } as const;
    const mute = historyOf(lead({ id: 'L9', ...ended }), [
      act(RAISE - HOUR),
      call(RAISE + HOUR, { result: undefined }),
    ]);
    expect(kpiWith(ID, recordsOf([mute, ...alike(1)]))).toMatchObject({ value: 0, n: 1, coverage: 0.5 });
  });

  it('is of the cohort, of the rep, and empty for no lead', () => {
    const records = recordsOf([...alike(2, undefined, { owner: 'Ana' }), ...alike(1, 60, { owner: 'Bo' })]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 0, n: 2 });
    expect(kpiWith(ID, records, { rep: 'Bo' }).n).toBe(0);
    expect(kpiWith(ID, records, { period: [t('2026-03-03T00:00'), t('2026-04-01T00:00')] }).n).toBe(0);
    expect(kpiWith(ID, {})).toMatchObject({ value: null, coverage: null, why: 'nothing to count' });
  });
});
