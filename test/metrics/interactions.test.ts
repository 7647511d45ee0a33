import { describe, expect, it } from 'vitest';
import type { Activity, Lead } from '../../src/contract/records.ts';
import { activitiesIn, isInteraction } from '../../src/metrics/interactions.ts';
import { sceneWith } from './kpis/scene.ts';
import { act, deal, lead, RAISE, t } from './make.ts';

const counted = (leads: Lead[], activities: Activity[]) =>
  activitiesIn(sceneWith({ leads, activities })).length;

describe('activities of a period', () => {
  it('are those whose time begins in it, known at asOf', () => {
    const ahead = act(t('2026-03-30T00:00'), { state: 'planned' });
    const activities = [act(RAISE), act(t('2026-02-28T23:59')), ahead, act(undefined, { state: 'planned' })];
    const scene = sceneWith({ activities }, { asOf: t('2026-03-29T00:00') });
    expect(activitiesIn(scene)).toEqual([activities[0]]);
    const day = act([t('2026-02-28T12:00'), t('2026-03-01T12:00')]);
    expect(activitiesIn(sceneWith({ activities: [day] }))).toEqual([]);
  });

  it('are those that the rep did, whoever owns the lead', () => {
    const leads = [lead({ owner: 'Bo' })];
    const activities = [act(RAISE, { by: 'Ana' }), act(RAISE, { by: 'Bo' }), act(RAISE)];
    expect(activitiesIn(sceneWith({ leads, activities }, { rep: 'Ana' }))).toEqual([activities[0]]);
  });

  it('are none of spam and duplicate leads, whoever owns them (rule 57)', () => {
    expect(counted([lead({ outcome: 'spam' })], [act(RAISE)])).toBe(0);
    expect(counted([lead({ outcome: 'duplicate' })], [act(RAISE)])).toBe(0);
    const scene = sceneWith(
      { leads: [lead({ outcome: 'spam', owner: 'Bo' })], activities: [act(RAISE, { by: 'Ana' })] },
      { rep: 'Ana' },
    );
    expect(activitiesIn(scene)).toEqual([]);
  });

  it('are those of merged leads where the surviving one counts (rule 77)', () => {
    const merged = lead({ id: 'L2', outcome: 'duplicate', mergedInto: 'L1' });
    const on = { kind: 'lead', id: 'L2' } as const;
    expect(counted([lead(), merged], [act(RAISE, { on })])).toBe(1);
    expect(counted([lead({ outcome: 'spam' }), merged], [act(RAISE, { on })])).toBe(0);
  });

  it('are counted once where a lead became a deal, and on leads that were not seen', () => {
    const on = { kind: 'deal', id: 'D1' } as const;
    const records = {
      leads: [lead({ deal: 'D1' })],
      deals: [deal()],
      activities: [act(RAISE, { on }), act(RAISE)],
    };
    expect(activitiesIn(sceneWith(records))).toHaveLength(2);
    expect(counted([], [act(RAISE)])).toBe(1);
  });
});

describe('an interaction (rule 49)', () => {
  it.each(['email', 'call', 'meeting', 'sms', 'chat', 'social', 'post'] as const)('is a done %s', (kind) => {
    for (const direction of ['out', 'in', 'none'] as const) {
      expect(isInteraction(act(RAISE, { kind, direction }))).toBe(true);
    }
    expect(isInteraction(act(RAISE, { kind, state: 'planned' }))).toBe(false);
    expect(isInteraction(act(RAISE, { kind, state: 'bounced' }))).toBe(false);
    expect(isInteraction(act(RAISE, { kind, automated: true }))).toBe(false);
  });

  it.each(['form', 'note', 'task', 'system'] as const)('is no %s', (kind) => {
    expect(isInteraction(act(RAISE, { kind }))).toBe(false);
  });
});
