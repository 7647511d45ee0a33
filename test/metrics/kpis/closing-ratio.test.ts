import { describe, expect, it } from 'vitest';
import { t } from '../make.ts';
import { lost, move, open, quote, times, won } from './deals.ts';
import { kpiWith } from './scene.ts';

const settings = { proposalStage: 'Proposal', nonDecisionStages: ['No decision'] };
const SENT = t('2026-02-10T10:00');
const ratioOf = (records: Parameters<typeof kpiWith>[1], options = {}) =>
  kpiWith('closing-ratio', records, { settings, ...options });

describe('closing ratio', () => {
  it('is won among the proposals that were decided in the period', () => {
    const deals = [...times(4, () => won(1)), ...times(6, () => lost(1)), open(1)];
    const unproposed = [won(1), lost(1)];
    const stageChanges = deals.map((d) => move(d, 'New', 'proposal ', SENT));
    expect(ratioOf({ deals: [...deals, ...unproposed], stageChanges })).toMatchObject({
      x: 4,
      n: 10,
      value: 0.4,
      unit: 'ratio',
      state: 'ok',
    });
  });

  it('takes a quote that was sent for a proposal too', () => {
    const deals = [won(1), lost(1)];
    const [first, second] = deals.map((d, i) => quote(d, i ? undefined : SENT));
    const quotes = [first, second].filter((q) => q !== undefined);
    expect(ratioOf({ deals, quotes }, { settings: {} })).toMatchObject({ x: 1, n: 1 });
  });

  it('leaves out deals lost without a decision, and those closed in another period', () => {
    const deals = [lost(1, { stage: 'No decision' }), won(1, { closedAt: t('2026-02-11T00:00') }), lost(1)];
    const stageChanges = deals.map((d) => move(d, 'New', 'Proposal', SENT));
    expect(ratioOf({ deals, stageChanges })).toMatchObject({ x: 0, n: 1 });
  });

  it('uses nothing later than asOf, and the rep’s alone', () => {
    const deals = [won(1, { owner: 'Ana' }), lost(1, { owner: 'Bo' })];
    const stageChanges = deals.map((d) => move(d, 'New', 'Proposal', SENT));
    expect(ratioOf({ deals, stageChanges }, { rep: 'Ana' })).toMatchObject({ x: 1, n: 1 });
    expect(ratioOf({ deals, stageChanges }, { asOf: t('2026-03-10T08:00') }).why).toBe('nothing to count');
  });

  it('says what must be given', () => {
    expect(ratioOf({ deals: [won(1)] }, { settings: {} }).why).toBe('needs settings.proposalStage');
    expect(ratioOf({}).why).toBe('no deals seen');
    expect(ratioOf({ deals: [won(1)] })).toMatchObject({ value: null, x: 0, n: 0, why: 'nothing to count' });
  });
});
