import { describe, expect, it } from 'vitest';
import { cohortOf, cyclesIn, responseWaits } from '../../src/metrics/response-waits.ts';
import { answered, recordsOf } from './kpis/records.ts';
import { MARCH, sceneWith } from './kpis/scene.ts';
import { act, DAY, form, HOUR, historyOf, lead, MINUTE, RAISE } from './make.ts';

/** Raised in March, answered, and raised once more ten days later. */
const twice = historyOf(lead({ id: 'L2' }), [
  act(RAISE + MINUTE),
  form(RAISE + 10 * DAY),
  act(RAISE + 10 * DAY + HOUR),
]);
const idsOf = (rows: { lead: { history: { record: { id: string } } } }[]) =>
  rows.map(({ lead: { history } }) => history.record.id);

describe('hand-raises of a period', () => {
  it('are all that begin in it, with their leads', () => {
    const scene = sceneWith(recordsOf([twice, answered('L1', 60)]));
    expect(idsOf(cyclesIn(scene))).toEqual(['L1', 'L2', 'L2']);
    expect(cyclesIn(scene).map(({ index }) => index)).toEqual([0, 0, 1]);
  });

  it('rule 2: belong to the period that holds their `from`', () => {
    const pairs = [MARCH[0] - 1, MARCH[0], MARCH[1] - 1].map((from, i) =>
      answered(`P${i}`, undefined, { createdAt: [from, from + DAY] }),
    );
    expect(idsOf(cyclesIn(sceneWith(recordsOf(pairs))))).toEqual(['P1', 'P2']);
  });
});

describe('the cohort of the four Ps', () => {
  it('rule 7: holds a lead where its first hand-raise lies', () => {
    const later: [number, number] = [RAISE + 5 * DAY, MARCH[1]];
    expect(idsOf(cohortOf(sceneWith(recordsOf([twice]))))).toEqual(['L2']);
    expect(cohortOf(sceneWith(recordsOf([twice]), { period: later }))).toEqual([]);
    expect(cyclesIn(sceneWith(recordsOf([twice]), { period: later }))).toHaveLength(1);
  });
});

describe('speed-to-lead of a period', () => {
  it('rule 9: leaves out a first hand-raise with an attempt before it, not the later ones', () => {
    const early = historyOf(lead({ id: 'L3' }), [act(RAISE - HOUR), ...twice.activities]);
    const waits = responseWaits(sceneWith(recordsOf([early])));
    expect(waits).toEqual([{ seconds: 3600, censored: false }]);
  });

  it('is measured by the stopwatch that is given', () => {
    const scene = sceneWith(recordsOf([answered('L1', 60)]));
    expect(responseWaits(scene, () => 7)).toEqual([{ seconds: 7, censored: false }]);
  });
});
