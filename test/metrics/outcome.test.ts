import { describe, expect, it } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import type { Deal, Lead, StageChange } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { endOf as endOfHistory, isDiscarded } from '../../src/metrics/outcome.ts';
import { move } from './kpis/deals.ts';
import { DAY, deal, historyOf, lead, RAISE, t } from './make.ts';

const endOf = (record: Lead | Deal, settings: Settings, asOf: number) =>
  endOfHistory(historyOf(record), settings, asOf);

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

describe('rule 86: the end of a deal by what is said of its stage', () => {
  const settings: Settings = {
    stageOutcomes: [
      { pipeline: 'Sales', stage: 'Signed', outcome: 'won' },
      { pipeline: 'Sales', stage: 'Gone', outcome: 'lost' },
      { pipeline: 'Sales', stage: 'Asleep', outcome: 'no-decision' },
    ],
  };
  const at = (stage: string, fields: Partial<Deal> = {}) => deal({ pipeline: 'Sales', stage, ...fields });
  const ended = (one: Deal, moves: StageChange[] = [], asOf = RAISE + 10 * DAY) =>
    endOfHistory({ ...historyOf(one), stageChanges: moves }, settings, asOf);
  const to = (stage: string, when: Moment) => move(at(stage), 'Offer', stage, when);

  it('is at its entry into the stage, as well as that is known, and open before', () => {
    expect(ended(at('Signed'), [to('Signed', RAISE)])).toEqual({ outcome: 'won', at: RAISE });
    const between = [RAISE, RAISE + DAY] as const;
    expect(ended(at('Gone'), [to('Gone', between)])).toEqual({ outcome: 'lost', at: between });
    expect(ended(at('Asleep'), [to('Asleep', RAISE)])).toEqual({ outcome: 'lost', at: RAISE });
    expect(ended(at('Gone'), [to('Gone', RAISE)], RAISE - 1)).toBeUndefined();
    expect(ended(at('Offer'), [to('Gone', RAISE)])).toBeUndefined();
  });

  it('is not asked where the page itself said how the deal ended', () => {
    const won = at('Gone', { outcome: 'won', closedAt: RAISE });
    expect(ended(won, [to('Gone', RAISE + DAY)])).toEqual({ outcome: 'won', at: RAISE });
    const later = at('Signed', { outcome: 'lost', closedAt: RAISE + 20 * DAY });
    expect(ended(later, [to('Signed', RAISE)])).toBeUndefined();
  });

  it('rule 34: is on its close date where no entry was seen; a plan is no end', () => {
    const day = [t('2026-03-05T00:00'), t('2026-03-06T00:00')];
    expect(ended(at('Gone', { closeDate: '2026-03-05' }))).toEqual({ outcome: 'lost', at: day });
    expect(ended(at('Gone'))).toEqual({ outcome: 'lost' });
    expect(ended(at('Gone', { closeDate: '2026-05-01' }))).toEqual({ outcome: 'lost' });
    const wasOpen = [move(at('Gone'), 'New', 'Offer', RAISE + 8 * DAY)];
    expect(ended(at('Gone', { closeDate: '2026-03-05' }), wasOpen)).toEqual({ outcome: 'lost' });
    expect(ended(at('Gone', { closeDate: '2026-03-11' }), wasOpen)).toMatchObject({ at: expect.anything() });
  });

  it('is none without the setting, in another pipeline, and of a lead', () => {
    const history = { ...historyOf(at('Gone')), stageChanges: [to('Gone', RAISE)] };
    expect(endOfHistory(history, {}, RAISE + DAY)).toBeUndefined();
    expect(ended(at('Gone', { pipeline: 'Renewals' }))).toBeUndefined();
    expect(ended(deal({ stage: 'Gone' }))).toBeUndefined();
    expect(endOf(lead({ status: 'Gone' }), settings, RAISE + DAY)).toBeUndefined();
  });
});
