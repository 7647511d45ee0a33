import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { glance, glanceSchema } from '../../src/metrics/glance.ts';
import { wilson } from '../../src/metrics/wilson.ts';
import { fifthLead, fourAsOf, fourLeads } from './four-leads.ts';
import { act, DAY, deal, historyOf, lead, oracles, orders, RAISE } from './make.ts';

const histories = [...Object.values(fourLeads), fifthLead];
const period = [RAISE, fourAsOf] as const;

describe('glance', () => {
  it('oracle four_p: averages over final leads, over touched ones, and the share never touched (rule 55)', () => {
    const o = oracles.four_p;
    for (const order of orders(histories)) {
      const { fourP } = glance(order, {}, fourAsOf, period);
      expect(fourP.all).toEqual({ gpa: o.rep_all, grade: o.rep_all_letter, n: 4 });
      expect(fourP.touched).toMatchObject({ grade: o.rep_touched_letter, n: 3 });
      expect(fourP.touched.gpa).toBeCloseTo(o.rep_touched, 6);
      expect(fourP.untouched).toEqual(wilson(1, 4));
      expect(fourP.promptness).toEqual({ points: 2, grade: 'C', n: 4 });
      expect(fourP.persistence).toMatchObject({ grade: 'C', n: 3 });
    }
  });

  it('rule 55: leaves out leads whose persistence is not final yet', () => {
    const open = historyOf(lead(), [act(RAISE)]);
    expect(glance([open], {}, RAISE + 29 * DAY, period).fourP.all.n).toBe(0);
    expect(glance([open], {}, RAISE + 30 * DAY, period).fourP.all.n).toBe(1);
  });

  it('counts everybody who waits and shows the first five', () => {
    const many = Array.from({ length: 7 }, (_, i) => historyOf(lead({ id: `L${i}` })));
    const { waiting } = glance(many, {}, RAISE + DAY, [RAISE - DAY, RAISE]);
    expect(waiting.count).toBe(7);
    expect(waiting.first.map(({ id }) => id)).toEqual(['L0', 'L1', 'L2', 'L3', 'L4']);
  });

  it('rule 2: holds the leads whose hand-raise begins in the half-open period', () => {
    const n = (from: number, to: number) => glance(histories, {}, fourAsOf, [from, to]).fourP.all.n;
    expect([n(RAISE, RAISE + 1), n(RAISE + 1, fourAsOf), n(RAISE - DAY, RAISE)]).toEqual([3, 1, 0]);
  });

  it('rules 4, 82: grades for a rep what was theirs at asOf, and what is nobody’s for the team alone, though that waits for every one', () => {
    const owned = [lead({ id: 'L1', owner: 'Ana' }), lead({ id: 'L2', owner: 'Bo' }), lead({ id: 'L3' })];
    const of = (reps?: string[]) =>
      glance(
        owned.map((r) => historyOf(r)),
        {},
        fourAsOf,
        period,
        reps,
      );
    expect(of(['Ana', 'Ana Pop']).waiting.first.map(({ id }) => id)).toEqual(['L1', 'L3']);
    expect(of(['Ana']).fourP.all.n).toBe(1);
    expect(of(['ana']).waiting.first.map(({ id }) => id)).toEqual(['L3']);
    expect(of().fourP.all.n).toBe(3);
  });

  it('does not take a deal for one of its own when its lead is somebody else’s', () => {
    const both = [historyOf(lead({ owner: 'Bo', deal: 'D1' })), historyOf(deal({ owner: 'Ana' }))];
    expect(glance(both, { scoreDeals: true }, fourAsOf, period, ['Ana']).waiting.count).toBe(0);
  });

  it('says nothing of nobody', () => {
    const { waiting, fourP } = glance([], {}, fourAsOf, period);
    expect(waiting).toEqual({ count: 0, first: [] });
    expect(fourP.all).toEqual({ gpa: null, grade: null, n: 0 });
    expect(fourP.promptness).toEqual({ points: null, grade: null, n: 0 });
  });

  it('comes back from storage unchanged, and nothing else passes for it', () => {
    const uncertain = historyOf(lead({ id: 'L9', createdAt: [fourAsOf - DAY, fourAsOf] }));
    const made = glance([...histories, uncertain], {}, fourAsOf, period);
    const stored = JSON.parse(JSON.stringify(made));
    expect(z.safeParse(glanceSchema, stored)).toEqual({ success: true, data: stored });
    expect(made).toEqual(stored);
    expect(z.safeParse(glanceSchema, { ...stored, fourP: null }).success).toBe(false);
  });
});
