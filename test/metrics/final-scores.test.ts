import { describe, expect, it } from 'vitest';
import { finalScores, pointsOf } from '../../src/metrics/final-scores.ts';
import { fourOptions, fourRecords } from './kpis/four-p-records.ts';
import { answered, recordsOf } from './kpis/records.ts';
import { sceneWith } from './kpis/scene.ts';
import { act, DAY, historyOf, lead, RAISE, reply } from './make.ts';

describe('final scores (rule 55)', () => {
  it('are those of the cohort that nothing can change any more', () => {
    expect(finalScores(sceneWith(fourRecords, fourOptions)).map(({ gpa }) => gpa)).toEqual([3.5, 3, 1.25, 0]);
    expect(finalScores(sceneWith(fourRecords, { ...fourOptions, period: [RAISE + 1, RAISE + DAY] }))).toEqual(
      [],
    );
  });

  it('give the mean points of one P, over those that have a letter', () => {
    const replied = historyOf(lead({ id: 'L1' }), [act(RAISE + 60_000), reply(RAISE + DAY)]);
    const scene = sceneWith(recordsOf([replied, answered('L2')]));
    expect(pointsOf(scene, 'promptness')).toEqual({ value: 2, n: 2, coverage: 1 });
    expect(pointsOf(scene, 'persistence')).toEqual({ value: 0, n: 1, coverage: 0.5 });
    expect(pointsOf(sceneWith({}), 'performance')).toMatchObject({ value: null, n: 0, coverage: null });
  });
});
