import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/contract/records.ts';
import { closedIn, decidedIn, lacksProposals, wonIn } from '../../src/metrics/closed.ts';
import type { DealFacts } from '../../src/metrics/deals.ts';
import { closed, lost, move, open, quote, won } from './kpis/deals.ts';
import { MARCH, sceneWith } from './kpis/scene.ts';
import { DAY } from './make.ts';

const ids = (deals: DealFacts[]) => deals.map(({ deal }) => deal.id).sort();
const idsOf = (deals: Deal[]) => deals.map(({ id }) => id).sort();

describe('deals closed in a period', () => {
  it('are those whose closing begins in it, by the close date where no time is known', () => {
    const early = won(1, { closedAt: [MARCH[0] - 1, MARCH[0] + DAY] });
    const first = won(1, { closedAt: MARCH[0] });
    const day = closed('lost', { closedAt: undefined, closeDate: '2026-03-31' });
    const unknown = closed('won', { closedAt: undefined });
    const next = lost(1, { closedAt: MARCH[1] });
    const scene = sceneWith({ deals: [early, first, day, unknown, next, open(1)] }, { asOf: MARCH[1] + DAY });
    expect(ids(closedIn(scene))).toEqual(idsOf([first, day]));
    expect(ids(wonIn(scene))).toEqual(idsOf([first]));
  });

  it('rule 33: count as decided unless they were lost without a decision', () => {
    const [a, b, c] = [won(1), lost(1), lost(1, { stage: 'Frozen' })];
    const scene = sceneWith({ deals: [a, b, c] }, { settings: { nonDecisionStages: ['frozen'] } });
    expect(ids(decidedIn(scene))).toEqual(idsOf([a, b]));
    expect(ids(closedIn(scene))).toEqual(idsOf([a, b, c]));
  });
});

describe('rule 86: deals that closed by what is said of their stages', () => {
  it('count beside the others, without a time in no period', () => {
    const settings = {
      stageOutcomes: [
        { stage: 'Signed', outcome: 'won' as const },
        { stage: 'Asleep', outcome: 'no-decision' as const },
      ],
    };
    const at = (stage: string) => open(1, { stage, closeDate: undefined });
    const [signed, asleep, unseen, talking] = [at('Signed'), at('Asleep'), at('Signed'), at('Offer')];
    const deals = [won(1), signed, asleep, unseen, talking];
    const stageChanges = [
      move(signed, 'Offer', 'Signed', MARCH[0] + DAY),
      move(asleep, 'Offer', 'Asleep', [MARCH[0] + DAY, MARCH[0] + 2 * DAY]),
    ];
    const scene = sceneWith({ deals, stageChanges }, { settings });
    expect(ids(closedIn(scene))).toEqual(idsOf(deals.slice(0, 3)));
    expect(ids(decidedIn(scene))).toEqual(idsOf(deals.slice(0, 2)));
    expect(ids(wonIn(scene))).toEqual(idsOf(deals.slice(0, 2)));
    expect(scene.deals.filter(({ closed }) => !closed).map(({ deal }) => deal.id)).toEqual([talking.id]);
    expect(ids(closedIn(sceneWith({ deals, stageChanges })))).toEqual(idsOf(deals.slice(0, 1)));
  });
});

describe('proposals', () => {
  it('are marked by a stage of the settings or by any quote', () => {
    expect(lacksProposals(sceneWith({}))).toBe(true);
    expect(lacksProposals(sceneWith({}, { settings: { proposalStage: 'Proposal' } }))).toBe(false);
    expect(lacksProposals(sceneWith({ quotes: [quote(won(1), undefined)] }))).toBe(false);
  });
});
