import { describe, expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { settings as schema } from '../../src/contract/settings.ts';
import { baselinesOf } from '../../src/metrics/baseline.ts';
import { kpiOf } from '../../src/metrics/kpis.ts';
import { factsOf, sceneOf } from '../../src/metrics/scene.ts';
import { DAY, deal, t } from './make.ts';

/** A Wednesday: the last complete week ended on Monday 30 March. */
const ASOF = t('2026-04-01T15:00');
const closed = (id: string, outcome: 'won' | 'lost', at: string) =>
  deal({ id, outcome, createdAt: t('2025-12-01T00:00'), closedAt: t(at) });
const deals = [
  closed('D1', 'won', '2026-03-31T09:00'),
  closed('D2', 'won', '2026-03-29T09:00'),
  closed('D3', 'lost', '2026-01-05T00:00'),
  closed('D4', 'won', '2026-01-04T23:59'),
];
const facts = (settings = {}) => factsOf({ ...noRecords(), deals }, settings, ASOF);

describe('a baseline', () => {
  it('is of the twelve complete weeks before, and keeps its n and interval', () => {
    const frozen = baselinesOf(facts(), ['win-rate'])['win-rate'];
    expect(frozen).toMatchObject({ value: 0.5, x: 1, n: 2, lo: expect.any(Number), hi: expect.any(Number) });
    expect(frozen?.period).toEqual([t('2026-01-05T00:00'), t('2026-03-30T00:00')]);
  });

  it('goes into the settings, and progress counts from it', () => {
    const settings = { baseline: baselinesOf(facts(), ['win-rate']), target: { 'win-rate': 0.75 } };
    expect(schema.safeParse(settings).success).toBe(true);
    const now = kpiOf('win-rate', sceneOf(facts(settings), [ASOF - 10 * DAY, ASOF], null));
    expect(now).toMatchObject({ value: 1, progress: 2 });
  });

  it('does not carry the target or an older baseline along', () => {
    const settings = { baseline: baselinesOf(facts(), ['win-rate']), target: { 'win-rate': 0.75 } };
    expect(Object.keys(baselinesOf(facts(settings), ['win-rate'])['win-rate'] ?? {})).not.toContain('target');
  });
});
