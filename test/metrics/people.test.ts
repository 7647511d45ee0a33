import { describe, expect, it } from 'vitest';
import { kpiOf } from '../../src/metrics/kpis.ts';
import { peopleOf } from '../../src/metrics/people.ts';
import { sceneOf } from '../../src/metrics/scene.ts';
import { MARCH, sceneWith } from './kpis/scene.ts';
import { deal, t } from './make.ts';

/** So many won of twenty. */
const closed = (owner: string, won: number) =>
  Array.from({ length: 20 }, (_, i) =>
    deal({ id: `${owner}${i}`, owner, outcome: i < won ? 'won' : 'lost', closedAt: t('2026-03-10T00:00') }),
  );
const deals = [...closed('Cy', 3), ...closed('Ana', 17), ...closed('Bo', 10)];
const people = (settings = {}) =>
  peopleOf(sceneWith({ deals }, { settings }).team, MARCH, ['win-rate', 'total-sales']);

describe('people', () => {
  it('stand by name, whatever their figures', () => {
    expect(people().map(({ rep }) => rep)).toEqual(['Ana', 'Bo', 'Cy']);
  });

  it('have the KPIs that a Report of theirs has', () => {
    const { team } = sceneWith({ deals });
    for (const { rep, kpis } of people())
      expect(kpis['win-rate']).toMatchObject(kpiOf('win-rate', sceneOf(team, MARCH, rep)));
  });

  it('stand against the others, or the target where one is set', () => {
    const bands = (settings = {}) => people(settings).map(({ kpis }) => kpis['win-rate']?.band);
    expect(bands()).toEqual(['better', 'within', 'worse']);
    expect(bands({ target: { 'win-rate': 0.1 } })).toEqual(['better', 'better', 'within']);
    expect(bands({ peerComparison: false })).toEqual(['cannot-say', 'cannot-say', 'cannot-say']);
    const aims = { peerComparison: false, target: { 'win-rate': 0.1 } };
    expect(bands(aims)).toEqual(['better', 'better', 'within']);
    expect(people()[0]?.kpis['total-sales']?.band).toBe('cannot-say');
  });
});
