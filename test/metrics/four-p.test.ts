import { describe, expect, it } from 'vitest';
import { EVIDENCE } from '../../src/metrics/evidence.ts';
import { scoreRecord } from '../../src/metrics/four-p.ts';
import type { Evidence } from '../../src/metrics/score.ts';
import { fifthLead, fourAsOf, fourLeads } from './four-leads.ts';
import {
  act,
  DAY,
  deal,
  form,
  HOUR,
  historyOf,
  lead,
  oracles,
  orders,
  RAISE,
  reply,
  scored,
} from './make.ts';

const P = ['promptness', 'persistence', 'personalization', 'performance'] as const;

describe('the four Ps of a record', () => {
  for (const id of ['L1', 'L2', 'L3', 'L4'] as const) {
    it(`oracle four_p ${id}, whatever the order of its activities`, () => {
      const o = oracles.four_p.leads[id];
      const history = fourLeads[id];
      for (const activities of orders(history.activities)) {
        const score = scoreRecord({ ...history, activities }, {}, fourAsOf);
        expect(score).toMatchObject({ gpa: o.gpa, grade: o.overall, provisional: false, rubric: 1 });
        for (const p of P) expect(score?.[p].grade, p).toBe(o[p]);
      }
    });
  }

  it('oracle pending: the fifth lead is provisional and at best C', () => {
    const score = scoreRecord(fifthLead, {}, fourAsOf);
    expect(score).toMatchObject({ gpa: null, grade: null, provisional: true });
    expect(score?.promptness).toMatchObject({ best: oracles.pending.best, state: 'pending' });
  });

  it('rules 21, 22: without an attempt pending before seven days and all F from then on, ended or not', () => {
    for (const record of [lead(), lead({ outcome: 'converted', closedAt: RAISE + DAY })]) {
      const pending = scored([], RAISE + 7 * DAY - 1, record);
      expect(P.map((p) => pending[p].grade)).toEqual([null, null, null, null]);
      expect(pending).toMatchObject({ gpa: null, provisional: true, promptness: { best: 'D', worst: 'F' } });
      const never = scored([], RAISE + 7 * DAY, record);
      expect(P.map((p) => never[p].grade)).toEqual(['F', 'F', 'F', 'F']);
      expect(never).toMatchObject({ gpa: 0, grade: 'F', provisional: false, promptness: { state: 'never' } });
    }
  });

  it('waits for the whole of an uncertain hand-raise before it says never', () => {
    const record = lead({ createdAt: [RAISE, RAISE + DAY] });
    expect(scored([], RAISE + 7.5 * DAY, record).promptness).toMatchObject({ state: 'pending', best: 'D' });
    expect(scored([], RAISE + 8 * DAY, record).promptness.state).toBe('never');
  });

  it('rule 23: is provisional, without persistence, until that is final', () => {
    const open = scored([act(RAISE)], RAISE + 5 * DAY);
    expect(open).toMatchObject({ gpa: 3, grade: 'B', provisional: true });
    expect(scored([act(RAISE), reply(RAISE + HOUR)], RAISE + 5 * DAY).provisional).toBe(false);
  });

  it('rule 7: grades the first cycle', () => {
    const score = scored([act(RAISE), form(RAISE + DAY), act(RAISE + 9 * DAY)], RAISE + 10 * DAY);
    expect(score.promptness).toMatchObject({ grade: 'A', seconds: 0 });
  });

  it('rule 6: a record without a cycle has no score', () => {
    expect(scoreRecord(historyOf(lead({ source: 'import' })), {}, fourAsOf)).toBeUndefined();
  });

  it('rule 81: scores deals; won or lost is an end', () => {
    expect(scored([act(RAISE)], fourAsOf, deal()).persistence.grade).toBe('D');
    const won = scored([act(RAISE)], fourAsOf, deal({ outcome: 'won', closedAt: RAISE + DAY }));
    expect(won.persistence).toMatchObject({ grade: null, final: true });
    expect(won.provisional).toBe(false);
  });

  it('nothing later than asOf is used', () => {
    const later = [reply(RAISE + 3 * DAY), act(RAISE + 2 * DAY, { result: 'clicked' })];
    const record = lead({ outcome: 'converted', closedAt: RAISE + 4 * DAY });
    const touch = act(RAISE);
    expect(scored([touch, ...later], RAISE + DAY, record)).toEqual(scored([touch], RAISE + DAY));
  });

  it('gives every P evidence with the parameters its key promises', () => {
    const scores = [...Object.values(fourLeads), fifthLead].map((h) => scoreRecord(h, {}, fourAsOf));
    const all = scores.flatMap((score) => (score ? P.map((p): Evidence => score[p].evidence) : []));
    expect(all).toHaveLength(20);
    for (const { key, params } of all) {
      expect(Object.keys(params).sort()).toEqual(
        [...((EVIDENCE as Record<string, readonly string[]>)[key] ?? [])].sort(),
      );
    }
  });
});
