import { describe, expect, it } from 'vitest';
import type { Deal, Records } from '../../src/contract/records.ts';
import { isUndecided } from '../../src/metrics/deals.ts';
import { closed, lost, move, quote, won } from './kpis/deals.ts';
import { ASOF, sceneWith } from './kpis/scene.ts';
import { act, DAY, deal, lead, orders, RAISE, t } from './make.ts';

const factsOf = (one: Deal, records: Partial<Records> = {}, options = {}) =>
  sceneWith({ ...records, deals: [one] }, options).deals[0];

describe('a deal', () => {
  it('rule 1: is none before it was created', () => {
    const created = (createdAt: Deal['createdAt']) => factsOf(deal({ createdAt }))?.created;
    expect(factsOf(deal({ createdAt: ASOF + 1 }))).toBeUndefined();
    expect(created([ASOF - DAY, ASOF + DAY])).toEqual([ASOF - DAY, ASOF]);
  });
});

describe('how a deal ended', () => {
  it('rule 34: at `closedAt`, else on the day of its close date, else at no known time', () => {
    const both = { closedAt: RAISE, closeDate: '2026-03-20' };
    expect(factsOf(closed('won', both))?.closed).toEqual({ outcome: 'won', at: RAISE });
    const day = closed('lost', { ...both, closedAt: undefined });
    expect(factsOf(day)?.closed).toEqual({
      outcome: 'lost',
      at: [t('2026-03-20T00:00'), t('2026-03-21T00:00')],
    });
    expect(factsOf(closed('won', { closedAt: undefined }))?.closed).toEqual({ outcome: 'won' });
  });

  it('rule 3: is open at asOf when it closed later', () => {
    expect(factsOf(won(1, { closedAt: ASOF + 1 }))?.closed).toBeUndefined();
    expect(factsOf(won(1, { closedAt: ASOF }))?.closed).toBeDefined();
  });

  it('rule 33: is no decision when it was lost in one of those stages', () => {
    const settings = { nonDecisionStages: ['No decision'] };
    const undecided = (one: Deal) => {
      const facts = factsOf(one);
      return facts && isUndecided(facts, settings);
    };
    expect(undecided(lost(1, { stage: ' no Decision' }))).toBe(true);
    expect(undecided(lost(1, { stage: 'Lost' }))).toBe(false);
    expect(undecided(won(1, { stage: 'No decision' }))).toBe(false);
  });
});

describe('rule 86: a deal that ended by what is said of its stage', () => {
  const settings = {
    nonDecisionStages: ['Asleep', 'Gone'],
    stageOutcomes: [
      { pipeline: 'Sales', stage: 'Signed', outcome: 'won' as const },
      { pipeline: 'Sales', stage: 'Gone', outcome: 'lost' as const },
      { pipeline: 'Sales', stage: 'Asleep', outcome: 'no-decision' as const },
    ],
  };
  const facts = (one: Deal, records: Partial<Records> = {}, asOf = ASOF) => {
    const found = factsOf(one, records, { settings, asOf });
    return found && [found.closed?.outcome, isUndecided(found, settings)];
  };
  const at = (stage: string, fields: Partial<Deal> = {}) => deal({ pipeline: 'Sales', stage, ...fields });

  it('is won, lost or undecided', () => {
    expect(facts(at('Signed'))).toEqual(['won', false]);
    expect(facts(at('Gone'))).toEqual(['lost', false]);
    expect(facts(at('Asleep'))).toEqual(['lost', true]);
    expect(facts(at('Offer'))).toEqual([undefined, false]);
  });

  it('rule 33: is undecided by its stage also where its page said that it was lost', () => {
    const sold = { outcome: 'lost', closedAt: RAISE } as const;
    expect(facts(at('Asleep', sold))).toEqual(['lost', true]);
    expect(facts(at('Gone', sold))).toEqual(['lost', false]);
    expect(facts(at('Gone', { ...sold, pipeline: 'Renewals' }))).toEqual(['lost', true]);
  });

  it('is as it stood at asOf', () => {
    const one = at('Gone');
    const stageChanges = [
      move(one, 'Offer', 'Asleep', RAISE + DAY),
      move(one, 'Asleep', 'Gone', RAISE + 2 * DAY),
    ];
    expect(facts(one, { stageChanges }, RAISE)).toEqual([undefined, false]);
    expect(facts(one, { stageChanges }, RAISE + DAY)).toEqual(['lost', true]);
    expect(facts(one, { stageChanges })).toEqual(['lost', false]);
  });
});

describe('where a deal stands', () => {
  const one = deal({ stage: 'Proposal' });
  const stageChanges = [
    move(one, 'New', 'Qualify', RAISE + DAY),
    move(one, 'Qualify', 'Proposal', RAISE + 3 * DAY),
  ];

  it('is where it stood at asOf, with the moves known by then in order', () => {
    for (const order of orders(stageChanges)) {
      const early = factsOf(one, { stageChanges: order }, { asOf: RAISE + 2 * DAY });
      expect(early).toMatchObject({ stage: 'Qualify', moves: [{ to: 'Qualify' }] });
      const late = factsOf(one, { stageChanges: order });
      expect(late).toMatchObject({ stage: 'Proposal', moves: [{ to: 'Qualify' }, { to: 'Proposal' }] });
    }
  });

  it('rule 1: moves of one day follow each other as their stages do, whatever their ids', () => {
    const day = [RAISE, RAISE + DAY] as const;
    const first = { ...move(one, undefined, 'New', day), id: 's9' };
    const second = { ...move(one, 'New', 'Qualify', day), id: 's11' };
    const third = { ...move(one, 'Qualify', 'Proposal', day), id: 's10' };
    for (const order of orders([first, second, third])) {
      const moves = [{ to: 'New' }, { to: 'Qualify' }, { to: 'Proposal' }];
      expect(factsOf(one, { stageChanges: order })).toMatchObject({ moves });
    }
    const made = { ...one, createdAt: RAISE - DAY };
    const later = factsOf(made, { stageChanges: [third, second] }, { asOf: RAISE - 1 });
    expect(later).toMatchObject({ stage: 'New' });
  });

  it('is unknown when a later move does not say what it left', () => {
    const stageChanges = [move(one, undefined, 'Proposal', RAISE + DAY)];
    expect(factsOf(one, { stageChanges }, { asOf: RAISE })).not.toHaveProperty('stage');
  });
});

describe('the first appointment', () => {
  const settings = { firstAppointmentStage: 'Met' };
  const meeting = (at: number, fields = {}) =>
    act(at, {
      on: { kind: 'deal', id: 'D1' },
      kind: 'meeting',
      milestone: 'first-appointment',
      ...fields,
    });
  const at = (records: Partial<Records>) => factsOf(deal(), records, { settings })?.firstAppointment;

  it('rule 39: is the earliest of held meetings, its lead’s too, and of entries into the stage', () => {
    const stageChanges = [move(deal(), 'New', 'met', RAISE + 3 * DAY)];
    expect(at({ stageChanges })).toBe(RAISE + 3 * DAY);
    expect(at({ stageChanges, activities: [meeting(RAISE + 2 * DAY)] })).toBe(RAISE + 2 * DAY);
    const onLead = meeting(RAISE + DAY, { on: { kind: 'lead', id: 'L1' } });
    const leads = [lead({ deal: 'D1' })];
    expect(at({ leads, activities: [meeting(RAISE + 2 * DAY), onLead] })).toBe(RAISE + DAY);
  });

  it('is none that was planned, missed, marked as no milestone or later than asOf', () => {
    const activities = [
      meeting(RAISE, { state: 'planned' }),
      meeting(RAISE, { result: 'no-show' }),
      meeting(RAISE, { milestone: undefined }),
      meeting(ASOF + 1),
    ];
    expect(at({ activities })).toBeUndefined();
  });
});

describe('the proposals', () => {
  it('rules 41, 66: are entries into their stage and quotes sent by asOf', () => {
    const one = deal();
    const stageChanges = [
      move(one, 'New', 'Proposal', RAISE + DAY),
      move(one, 'Proposal', 'Won', RAISE + 2 * DAY),
    ];
    const quotes = [quote(one, RAISE), quote(one, undefined), quote(one, ASOF + 1)];
    const settings = { proposalStage: 'proposal' };
    expect(factsOf(one, { stageChanges, quotes }, { settings })?.proposals).toEqual([RAISE + DAY, RAISE]);
    expect(factsOf(one, { stageChanges, quotes })?.proposals).toEqual([RAISE]);
  });

  it('rule 86: are none where that stage ends the deals of the pipeline', () => {
    const one = deal({ pipeline: 'Sales' });
    const stageChanges = [move(one, 'New', 'Closed', RAISE)];
    const proposals = (pipeline: string) => {
      const stageOutcomes = [{ pipeline, stage: 'Closed', outcome: 'lost' as const }];
      return factsOf(one, { stageChanges }, { settings: { proposalStage: 'Closed', stageOutcomes } })
        ?.proposals;
    };
    expect(proposals('Sales')).toEqual([]);
    expect(proposals('Renewals')).toEqual([RAISE]);
  });
});
