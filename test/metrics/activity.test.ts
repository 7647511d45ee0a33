import { describe, expect, it } from 'vitest';
import { lastWeeks, newPerWeek } from '../../src/metrics/activity.ts';
import { times } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';
import { act, DAY, deal, t } from './make.ts';

describe('the four complete weeks', () => {
  it('rule 53: end with the last Monday, which may be today', () => {
    const weeks = [t('2026-02-02T00:00'), t('2026-03-02T00:00')];
    expect(lastWeeks(t('2026-03-02T00:00'), 'UTC')).toEqual(weeks);
    expect(lastWeeks(t('2026-03-08T23:59'), 'UTC')).toEqual(weeks);
    expect(lastWeeks(t('2026-03-09T00:00'), 'UTC')).not.toEqual(weeks);
  });

  it('begin on the clocks of the zone, also where these were changed', () => {
    expect(lastWeeks(t('2026-04-01T12:00'), 'Europe/Berlin')).toEqual([
      t('2026-03-02T00:00+01:00'),
      t('2026-03-30T00:00+02:00'),
    ]);
    expect(lastWeeks(t('2026-03-01T23:30'), 'Europe/Berlin')[1]).toBe(t('2026-03-02T00:00+01:00'));
  });
});

describe('new opportunities per week', () => {
  const asOf = t('2026-03-30T00:00');
  const from = asOf - 28 * DAY;
  const deals = [from - 1, from, asOf - 1, asOf].map((createdAt, i) =>
    deal({ id: `D${i}`, createdAt, owner: i === 1 ? 'Ana' : 'Bo' }),
  );
  const met = (id: string, at: number) =>
    act(at, { on: { kind: 'deal', id }, kind: 'meeting', milestone: 'first-appointment' });

  it('are deals created where the team has no appointment at all', () => {
    expect(newPerWeek(sceneWith({ deals }, { asOf }))).toEqual({ perWeek: 0.5, n: 2 });
    expect(newPerWeek(sceneWith({ deals }, { asOf, rep: 'Ana' }))).toEqual({ perWeek: 0.25, n: 1 });
  });

  it('are first appointments as soon as anybody has one, be it long ago or a colleague’s', () => {
    const activities = times(4, (i) => met(`D${i}`, i === 0 ? from - 1 : from + i * DAY));
    expect(newPerWeek(sceneWith({ deals, activities }, { asOf }))).toEqual({ perWeek: 0.75, n: 3 });
    const old = { deals, activities: [met('D2', from - 1)] };
    expect(newPerWeek(sceneWith(old, { asOf, rep: 'Ana' }))).toEqual({ perWeek: 0, n: 0 });
  });
});
