import { describe, expect, it } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { historiesOf } from '../../src/metrics/histories.ts';
import { countAmong, lineageOf, perAccount, scoredAmong } from '../../src/metrics/lineage.ts';
import { deal, lead } from './make.ts';

const histories = (leads = [lead()], deals = [deal()]) => historiesOf({ ...noRecords(), leads, deals });
const ids = (rows: ReturnType<typeof histories>) => rows.map(({ record }) => record.id);
const own = { scoreDeals: true };

describe('the lineage of a record', () => {
  it('holds the keys of what was merged into it, and the deals that those became', () => {
    const leads = [lead({ deal: 'D1' }), lead({ id: 'L2', mergedInto: 'L1', deal: 'D2' })];
    const [lineage] = histories(leads, []).map(lineageOf);
    expect(lineage).toEqual({
      kind: 'lead',
      org: 'crm:test',
      keys: ['crm:test/lead/L1', 'crm:test/lead/L2'],
      became: ['crm:test/deal/D1', 'crm:test/deal/D2'],
      hasLead: false,
    });
  });
});

describe('deals among the leads', () => {
  it('rule 81: count only where the settings say so', () => {
    expect(ids(scoredAmong(histories(), {}))).toEqual(['L1']);
    expect(ids(scoredAmong(histories(), { scoreDeals: false }))).toEqual(['L1']);
    expect(ids(scoredAmong(histories(), own))).toEqual(['L1', 'D1']);
  });

  it('rule 81: are none that a lead became, whichever of the two names the other', () => {
    expect(ids(scoredAmong(histories([lead({ deal: 'D1' })]), own))).toEqual(['L1']);
    expect(ids(scoredAmong(histories([lead()], [deal({ lead: 'L1' })]), own))).toEqual(['L1']);
  });

  it('rule 77: are none into which that of a lead was merged', () => {
    const deals = [deal(), deal({ id: 'D2', mergedInto: 'D1' })];
    expect(ids(scoredAmong(histories([lead({ deal: 'D2' })], deals), own))).toEqual(['L1']);
  });

  it('are told apart by account', () => {
    const others = [lead({ org: 'crm:other', deal: 'D1' })];
    expect(ids(scoredAmong(histories(others), own))).toEqual(['L1', 'D1']);
  });
});

describe('deals of an account', () => {
  const lineages = histories([lead()], [deal(), deal({ org: 'crm:deals', id: 'D2' })]).map(lineageOf);
  const keysWith = (settings: { scoreDeals?: boolean }) =>
    lineages.filter(countAmong(lineages, perAccount(lineages, settings))).flatMap(({ keys }) => keys);

  it('count where no lead was seen, as long as the user has not decided', () => {
    expect(keysWith({})).toEqual(['crm:test/lead/L1', 'crm:deals/deal/D2']);
  });

  it('count as the user decided', () => {
    expect(keysWith({ scoreDeals: false })).toEqual(['crm:test/lead/L1']);
    expect(keysWith({ scoreDeals: true })).toHaveLength(3);
  });
});
