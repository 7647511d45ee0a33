import { describe, expect, it } from 'vitest';
import { act, DAY, form, HOUR, historyOf, lead, MINUTE, RAISE, t } from '../make.ts';
import { alike, answered, recordsOf } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'answered-within-target';

describe('answered within target', () => {
  it.each([
    ['hot', 300],
    ['warm', 3600],
    ['cool', 86_400],
  ] as const)('of %s leads is up to %i business seconds', (warmth, seconds) => {
    const settings = { week: { '0-6': [['00:00', '24:00']] as [string, string][] } };
    const records = recordsOf([answered('L1', seconds, { warmth }), answered('L2', seconds + 1, { warmth })]);
    expect(kpiWith(ID, records, { settings })).toMatchObject({ x: 1, n: 2, value: 0.5, possible: 0.5 });
  });

  it('asks for nothing where the lead is cold', () => {
    expect(kpiWith(ID, recordsOf([answered('L1', 60, { source: 'Import' })])).n).toBe(0);
  });

  it('counts business time (rule 17)', () => {
    // Friday 16:50 to Monday 09:10 is twenty minutes.
    const weekend = answered('L1', 2 * 86_400 + 16 * 3600 + 1200, { createdAt: t('2026-03-06T16:50') });
    expect(kpiWith(ID, recordsOf([weekend]))).toMatchObject({ x: 1, n: 1 });
    expect(kpiWith(ID, recordsOf([weekend]), { asOf: t('2026-03-09T09:30') }).n).toBe(0);
  });

  it('counts cycles as old as their target alone, answered or not (rule 18)', () => {
    const records = recordsOf([answered('L1', 60), answered('L2')]);
    expect(kpiWith(ID, records, { asOf: RAISE + HOUR - 1 })).toMatchObject({ n: 0, why: 'nothing to count' });
    expect(kpiWith(ID, records, { asOf: RAISE + HOUR })).toMatchObject({ x: 1, n: 2 });
  });

  it('counts a lead that ended unanswered before its target as not answered (rule 64)', () => {
    const ended = answered('L1', undefined, { outcome: 'unreachable', closedAt: RAISE + 10 * MINUTE });
    expect(kpiWith(ID, recordsOf([ended]))).toMatchObject({ x: 0, n: 1, value: 0 });
  });

  it('counts what is surely within, and says what may be (rule 19)', () => {
    const vague = historyOf(lead({ id: 'L1' }), [act([RAISE - HOUR, RAISE + 5 * HOUR])]);
    const records = recordsOf([vague, answered('L2', 60), answered('L3', 7200), answered('L4')]);
    expect(kpiWith(ID, records)).toMatchObject({ x: 1, n: 4, value: 0.25, possible: 0.5 });
  });

  it('counts later cycles, and none that an attempt came before (rule 9)', () => {
    const activities = [act(RAISE - HOUR), act(RAISE + 1), form(RAISE + DAY), act(RAISE + DAY + MINUTE)];
    expect(kpiWith(ID, recordsOf([historyOf(lead(), activities)]))).toMatchObject({ x: 1, n: 1 });
  });

  it('has limits, is of a rep, and empty for no lead', () => {
    const records = recordsOf([...alike(8, 60, { owner: 'Ana' }), ...alike(2, 9000, { owner: 'Bo' })]);
    const kpi = kpiWith(ID, records);
    expect(kpi).toMatchObject({ x: 8, n: 10, state: 'ok', unit: 'ratio' });
    expect(kpi.lo).toBeCloseTo(0.490162, 6);
    expect(kpi.hi).toBeCloseTo(0.943318, 6);
    expect(kpiWith(ID, records, { rep: 'Bo' })).toMatchObject({ x: 0, n: 2 });
    expect(kpiWith(ID, {})).toMatchObject({ value: null, possible: null, why: 'nothing to count' });
  });
});
