import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../src/contract/history.ts';
import { behindOf } from '../../src/metrics/behind.ts';
import { kpiOf } from '../../src/metrics/kpis.ts';
import { factsOf, sceneOf } from '../../src/metrics/scene.ts';
import { teamHistory } from '../e2e/team.ts';
import { sceneWith } from './kpis/scene.ts';
import { DAY, deal, t } from './make.ts';

const ASOF = t('2026-04-01T10:00');
const file = teamHistory(ASOF, 200);
const facts = factsOf(recordsOf(file), file.settings, ASOF);
const scene = (rep: string | null = null) => sceneOf(facts, [ASOF - 90 * DAY, ASOF], rep);
const LISTED = [
  'answered-within-target',
  'untouched-leads',
  'win-rate',
  'total-sales',
  'average-revenue-per-sale',
];

describe('the records behind a figure', () => {
  it.each(LISTED)('are as many as it rests on: %s', (id) => {
    for (const rep of [null, 'Ana Pop', 'Goran Ilić']) {
      const { n, x = n } = kpiOf(id, scene(rep));
      const behind = behindOf(scene(rep), id);
      expect(n).toBeGreaterThan(0);
      expect(behind?.all).toBe(n);
      // Of one person all are listed.
      if (rep) expect(behind?.rows.filter((row) => row.isCounted)).toHaveLength(x);
    }
  });

  it('are not named where a figure is made of more', () => {
    expect(behindOf(scene(), 'sales-velocity')).toBeNull();
  });

  it('begin with those that keep it from being better', () => {
    const closed = (id: string, outcome: 'won' | 'lost') =>
      deal({ id, outcome, name: `Deal ${id}`, owner: 'Ana', closedAt: t('2026-03-10T00:00') });
    const deals = [closed('D1', 'won'), closed('D2', 'lost'), closed('D3', 'won')];
    const behind = behindOf(sceneWith({ deals }), 'win-rate');
    expect(behind?.rows.map(({ key, isCounted }) => [key.slice(-2), isCounted])).toEqual([
      ['D2', false],
      ['D1', true],
      ['D3', true],
    ]);
    expect(behind?.rows[0]).toMatchObject({ name: 'Deal D2', owner: 'Ana', kind: 'deal' });
  });

  it('are cut where there are many, and said to be', () => {
    const deals = Array.from({ length: 40 }, (_, i) =>
      deal({ id: `D${i}`, outcome: 'won', closedAt: t('2026-03-10T00:00') }),
    );
    const behind = behindOf(sceneWith({ deals }), 'win-rate');
    expect([behind?.rows.length, behind?.all]).toEqual([30, 40]);
  });
});
