import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, RAISE, t } from '../make.ts';
import { ticket } from '../service.ts';
import { ASOF, kpiWith } from './scene.ts';

const ID = 'first-reply-time';
const replied = (hours: number, fields = {}) => ticket({ firstReplyAt: RAISE + hours * HOUR, ...fields });

describe('first reply time', () => {
  it('is Kaplan–Meier’s median in calendar time, unanswered tickets included', () => {
    const tickets = [replied(1), replied(30), ticket()];
    expect(kpiWith(ID, { tickets })).toMatchObject({
      value: 30 * 3600,
      n: 3,
      events: 2,
      censored: 1,
      coverage: 1,
      unit: 's',
    });
  });

  it('censors a ticket resolved without a reply when it was resolved (rule 46)', () => {
    const closed = ticket({ resolvedAt: RAISE + 90 * MINUTE, agentReplies: 0 });
    const tickets = [replied(1), closed, closed, replied(2), ticket()];
    expect(kpiWith(ID, { tickets })).toMatchObject({ value: 2 * 3600, events: 2, censored: 3 });
    const open = tickets.map(({ resolvedAt: _, ...rest }) => rest);
    expect(kpiWith(ID, { tickets: open })).toMatchObject({ value: null, censored: 3 });
  });

  it('leaves out a ticket with replies at times unknown', () => {
    const tickets = [replied(1), ticket({ agentReplies: 2 }), ticket({ agentReplies: 0 })];
    expect(kpiWith(ID, { tickets })).toMatchObject({ n: 2, coverage: 2 / 3 });
  });

  it('takes the upper end of pairs', () => {
    const vague = ticket({ openedAt: [RAISE, RAISE + HOUR], firstReplyAt: [RAISE, RAISE + DAY] });
    expect(kpiWith(ID, { tickets: [vague] }).value).toBe(86_400);
    const today = ticket({ openedAt: [ASOF - HOUR, ASOF + DAY] });
    expect(kpiWith(ID, { tickets: [today] })).toMatchObject({ n: 1, censored: 1 });
  });

  it('uses nothing later than asOf; is of the rep and the period of the opening', () => {
    const tickets = [replied(30, { owner: 'Ana' }), replied(1, { owner: 'Bo' })];
    expect(kpiWith(ID, { tickets }, { asOf: RAISE + DAY })).toMatchObject({ events: 1, censored: 1 });
    expect(kpiWith(ID, { tickets }, { rep: 'Ana' })).toMatchObject({ value: 30 * 3600, n: 1 });
    const april: [number, number] = [t('2026-04-01T00:00'), t('2026-05-01T00:00')];
    expect(kpiWith(ID, { tickets }, { period: april }).why).toBe('nothing to count');
    expect(kpiWith(ID, {}).why).toBe('no tickets seen');
  });
});
