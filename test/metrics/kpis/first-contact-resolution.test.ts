import { describe, expect, it } from 'vitest';
import { DAY, oracles, RAISE, t } from '../make.ts';
import { ticket, times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'first-contact-resolution';
const once = (fields = {}) => ticket({ agentReplies: 1, resolvedAt: RAISE + DAY, ...fields });

describe('first contact resolution', () => {
  it('is the oracle’s, gross and net: 62 of 100, of which 15 are not for level one', () => {
    const tickets = [
      ...times(62, () => once()),
      ...times(23, () => once({ agentReplies: 3 })),
      ...times(15, () => once({ agentReplies: 4, levelOne: false })),
    ];
    const kpi = kpiWith(ID, { tickets });
    expect(kpi).toMatchObject({ value: oracles.kpi.fcr.gross, x: 62, n: 100, unit: 'ratio', coverage: 1 });
    expect(kpi.net).toBeCloseTo(oracles.kpi.fcr.net, 6);
    expect(kpi.hi).toBeGreaterThan(0.62);
  });

  it.each([
    ['resolved without a reply', { agentReplies: 0 }],
    ['with two replies', { agentReplies: 2 }],
    ['reopened', { reopened: true }],
    ['not resolved', { resolvedAt: undefined }],
  ])('does not count a ticket %s (rules 43, 58)', (_, fields) => {
    expect(kpiWith(ID, { tickets: [once(fields), once()] })).toMatchObject({ x: 1, n: 2 });
  });

  it('leaves out tickets whose replies are unknown, and says so', () => {
    const tickets = [once(), once({ agentReplies: undefined })];
    expect(kpiWith(ID, { tickets })).toMatchObject({ x: 1, n: 1, coverage: 0.5 });
  });

  it('has no net share where none was for level one; its numerator is the gross one (rule 59)', () => {
    const tickets = [once({ levelOne: false })];
    expect(kpiWith(ID, { tickets })).toMatchObject({ value: 1, net: null });
    expect(kpiWith(ID, { tickets: [...tickets, once({ levelOne: true, agentReplies: 2 })] }).net).toBe(1);
  });

  it('is of the tickets opened in the period, of the rep, as of a time', () => {
    const tickets = [once({ owner: 'Ana' }), once({ openedAt: t('2026-02-28T00:00') })];
    expect(kpiWith(ID, { tickets }).n).toBe(1);
    expect(kpiWith(ID, { tickets }, { rep: 'Bo' })).toMatchObject({
      n: 0,
      net: null,
      why: 'nothing to count',
    });
    expect(kpiWith(ID, { tickets }, { asOf: RAISE + DAY - 1 })).toMatchObject({ x: 0, n: 1 });
    expect(kpiWith(ID, {})).toMatchObject({ value: null, why: 'no tickets seen' });
  });
});
