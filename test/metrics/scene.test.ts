import { describe, expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { factsOf, isWithin, nextOf, previousOf, sceneOf } from '../../src/metrics/scene.ts';
import { ASOF, MARCH, sceneWith } from './kpis/scene.ts';
import { act, change, DAY, deal, HOUR, lead, orders, RAISE, t } from './make.ts';

const ids = (rows: { history: { record: { id: string } } }[]) => rows.map(({ history }) => history.record.id);

describe('the facts of a History', () => {
  it('do not hang on the order of its records', () => {
    const leads = ['L2', 'L10', 'L1'].map((id) => lead({ id }));
    for (const order of orders(leads)) {
      const facts = factsOf({ ...noRecords(), leads: order }, {}, ASOF);
      expect(facts.leads.map(({ key }) => key)).toEqual([
        'crm:test/lead/L1',
        'crm:test/lead/L10',
        'crm:test/lead/L2',
      ]);
    }
  });

  it('rule 81: count deals that no lead became among the leads where the settings say so', () => {
    const records = { leads: [lead({ deal: 'D1' })], deals: [deal(), deal({ id: 'D2' })] };
    expect(ids(sceneWith(records).leads)).toEqual(['L1']);
    expect(ids(sceneWith(records, { settings: { scoreDeals: true } }).leads)).toEqual(['D2', 'L1']);
    expect(ids(sceneWith(records).deals)).toEqual(['D1', 'D2']);
  });

  it('rule 7: grade the first hand-raise of a lead; a lead without one has no grade', () => {
    const records = {
      leads: [lead(), lead({ id: 'L2', warmth: 'cold' as const })],
      activities: [act(RAISE)],
    };
    const [first, second] = sceneWith(records).leads;
    expect(first?.score()?.promptness).toMatchObject({ grade: 'A', state: 'answered' });
    expect(second?.score()).toBeUndefined();
  });

  it('hold no deal that was made later or merged into another', () => {
    const deals = [deal({ createdAt: ASOF + 1 }), deal({ id: 'D2', mergedInto: 'D3' }), deal({ id: 'D3' })];
    expect(ids(sceneWith({ deals }).deals)).toEqual(['D3']);
  });
});

describe('the scene of a rep', () => {
  it('rule 4: holds what was theirs at asOf, by exact name, and the whole team beside it', () => {
    const leads = [lead({ owner: 'Bo' }), lead({ id: 'L2', owner: 'ana' }), lead({ id: 'L3', owner: 'Ana' })];
    const records = { leads, ownerChanges: [change(ASOF + HOUR, 'Ana', 'Bo')] };
    const scene = sceneWith(records, { rep: 'Ana' });
    expect(ids(scene.leads)).toEqual(['L1', 'L3']);
    expect(ids(scene.team.leads)).toEqual(['L1', 'L2', 'L3']);
    expect(ids(sceneWith(records, { rep: 'Ana', asOf: ASOF + DAY }).leads)).toEqual(['L3']);
  });

  it('is the same for whoever asks, and another for every rep and period', () => {
    const facts = factsOf({ ...noRecords(), leads: [lead({ owner: 'Ana' })] }, {}, ASOF);
    const scene = sceneOf(facts, MARCH, 'Ana');
    expect(sceneOf(facts, [...MARCH], 'Ana')).toBe(scene);
    for (const other of [
      sceneOf(facts, MARCH, null),
      sceneOf(facts, MARCH, 'Bo'),
      sceneOf(facts, [0, ASOF], 'Ana'),
    ])
      expect(other).not.toBe(scene);
  });

  it('rule 82: leaves what is nobody’s to the team', () => {
    const facts = factsOf({ ...noRecords(), leads: [lead({ owner: '' })] }, {}, ASOF);
    expect(sceneOf(facts, MARCH, null).leads).toHaveLength(1);
    expect(sceneOf(facts, MARCH, 'Ana').leads).toEqual([]);
  });
});

describe('a period', () => {
  const [from, to] = MARCH;
  const asOf = to - DAY;

  it('is half-open', () => {
    const within = (at: number) => isWithin(at, { asOf: to, period: MARCH });
    expect([from - 1, from, to - 1, to].map(within)).toEqual([false, true, true, false]);
  });

  it('rules 1, 2: takes a pair by its `from`, once that has come', () => {
    const within = (at: [number, number]) => isWithin(at, { asOf, period: MARCH });
    expect(within([from - DAY, from + DAY])).toBe(false);
    expect(within([asOf, asOf + DAY])).toBe(true);
    expect(within([asOf + 1, asOf + DAY])).toBe(false);
    expect(isWithin(undefined, { asOf, period: MARCH })).toBe(false);
  });

  it('rule 38: has one before it of as many milliseconds, and one ahead from asOf on', () => {
    const scene = sceneWith({}, { asOf });
    expect(previousOf(scene).period).toEqual([t('2026-01-29T00:00'), from]);
    expect(nextOf(scene).period).toEqual([asOf, asOf + 31 * DAY]);
  });
});
