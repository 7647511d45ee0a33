import { describe, expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { historiesOf } from '../../src/metrics/histories.ts';
import { scoredAmong } from '../../src/metrics/lineage.ts';
import { act, change, deal, lead, RAISE } from './make.ts';

const onDeal = (id: string) => act(RAISE, { id: `on ${id}`, on: { kind: 'deal', id } });
const onLead = (id: string) => act(RAISE, { id: `on ${id}`, on: { kind: 'lead', id } });
const ids = (rows: readonly { id: string }[] = []) => rows.map(({ id }) => id).sort();

describe('histories', () => {
  it('rule 5: activities of a lead are its own and those on the deal it became, whichever names the other', () => {
    const activities = [onLead('L1'), onDeal('D1'), onDeal('D2')];
    for (const pair of [
      { leads: [lead({ deal: 'D1' })], deals: [deal(), deal({ id: 'D2' })] },
      { leads: [lead()], deals: [deal({ lead: 'L1' }), deal({ id: 'D2' })] },
      { leads: [lead({ deal: 'D1' })], deals: [deal({ lead: 'L1' })] },
      { leads: [lead({ deal: 'D1' })], deals: [] },
    ]) {
      const [first] = historiesOf({ ...noRecords(), ...pair, activities });
      expect(ids(first?.activities)).toEqual(['on D1', 'on L1']);
    }
  });

  it('rule 77: what happened to a merged record is found in the one that survived, through several merges', () => {
    const histories = historiesOf({
      ...noRecords(),
      leads: [lead(), lead({ id: 'L2', mergedInto: 'L1' }), lead({ id: 'L3', mergedInto: 'L2', deal: 'D1' })],
      deals: [deal()],
      activities: [onLead('L1'), onLead('L2'), onLead('L3'), onDeal('D1')],
      ownerChanges: [{ ...change(RAISE, 'A', 'B'), id: 'c', on: { kind: 'lead', id: 'L3' } }],
    });
    expect(histories.map(({ record }) => record.id)).toEqual(['L1', 'D1']);
    expect(ids(histories[0]?.activities)).toEqual(['on D1', 'on L1', 'on L2', 'on L3']);
    expect(ids(histories[0]?.ownerChanges)).toEqual(['c']);
    expect(ids(histories[0]?.merged)).toEqual(['L2', 'L3']);
  });

  it('survives records that are merged into each other, and keeps accounts apart', () => {
    const loop = [lead({ mergedInto: 'L2' }), lead({ id: 'L2', mergedInto: 'L1' })];
    expect(historiesOf({ ...noRecords(), leads: loop, activities: [onLead('L1')] })).toEqual([]);
    const other = [lead(), lead({ org: 'crm:other' })];
    const [, second] = historiesOf({ ...noRecords(), leads: other, activities: [onLead('L1')] });
    expect(second?.activities).toEqual([]);
  });

  it('keeps a lead and a deal of the same id apart', () => {
    const [first, second] = historiesOf({
      ...noRecords(),
      leads: [lead({ id: '7' })],
      deals: [deal({ id: '7' })],
      activities: [
        { ...onLead('7'), id: 'a' },
        { ...onDeal('7'), id: 'b' },
      ],
    });
    expect([ids(first?.activities), ids(second?.activities)]).toEqual([['a'], ['b']]);
  });

  it('finds what hangs on a record that is merged into one of which nothing else is told', () => {
    const [first] = historiesOf({
      ...noRecords(),
      leads: [lead({ id: 'L2', mergedInto: 'L1' }), lead()],
      activities: [onLead('L2')],
      ownerChanges: [{ ...change(RAISE, 'A', 'B'), id: 'c', on: { kind: 'lead', id: 'L1' } }],
    });
    expect([ids(first?.activities), ids(first?.ownerChanges)]).toEqual([['on L2'], ['c']]);
  });

  it('rule 81: deals are scored when the settings say so, and only those that no lead became', () => {
    const histories = historiesOf({
      ...noRecords(),
      leads: [lead({ deal: 'D1' })],
      deals: [
        deal(),
        deal({ id: 'D2' }),
        deal({ id: 'D3', lead: 'L9' }),
        deal({ id: 'D4', mergedInto: 'D1' }),
      ],
    });
    const scored = (scoreDeals: boolean) =>
      scoredAmong(histories, { scoreDeals }).map(({ record }) => record.id);
    expect(scored(false)).toEqual(['L1']);
    expect(scored(true)).toEqual(['L1', 'D2']);
  });
});
