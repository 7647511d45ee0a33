import { describe, expect, it } from 'vitest';
import { endOf, isDiscarded } from '../../src/metrics/outcome.ts';
import { DAY, deal, lead, RAISE, t } from './make.ts';

describe('how a record ended', () => {
  it('rule 3: closed later is open, closed at an unknown time is closed', () => {
    const closed = lead({ outcome: 'disqualified', closedAt: RAISE });
    expect(endOf(closed, {}, RAISE - 1)).toBeUndefined();
    expect(endOf(closed, {}, RAISE)).toEqual({ outcome: 'disqualified', at: RAISE });
    expect(endOf(lead({ outcome: 'unreachable' }), {}, RAISE)).toEqual({ outcome: 'unreachable' });
    expect(endOf(lead(), {}, RAISE)).toBeUndefined();
  });

  it('rule 1: cuts a closing day at asOf', () => {
    const closed = lead({ outcome: 'converted', closedAt: [RAISE, RAISE + DAY] });
    expect(endOf(closed, {}, RAISE + 5)).toEqual({ outcome: 'converted', at: [RAISE, RAISE + 5] });
  });

  it('rule 34: a deal without closedAt closed on its close date, in the zone of the settings', () => {
    const won = deal({ outcome: 'won', closeDate: '2026-03-02' });
    const at = [t('2026-03-02T00:00+01:00'), t('2026-03-03T00:00+01:00')];
    expect(endOf(won, { timeZone: 'Europe/Berlin' }, RAISE + DAY)).toEqual({ outcome: 'won', at });
    expect(endOf(deal({ closeDate: '2026-03-02' }), {}, RAISE + DAY)).toBeUndefined();
  });

  it('rules 3, 77: spam, duplicates and merged records are out', () => {
    expect(isDiscarded(lead({ outcome: 'spam', closedAt: RAISE + DAY }))).toBe(true);
    expect(isDiscarded(lead({ outcome: 'duplicate' }))).toBe(true);
    expect(isDiscarded(deal({ mergedInto: 'D2' }))).toBe(true);
    expect(isDiscarded(lead({ outcome: 'disqualified' }))).toBe(false);
  });
});
