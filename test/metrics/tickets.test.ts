import { describe, expect, it } from 'vitest';
import { isResolved, openedIn, ticketsOf } from '../../src/metrics/tickets.ts';
import { sceneWith } from './kpis/scene.ts';
import { RAISE, t } from './make.ts';
import { ticket } from './service.ts';

describe('tickets', () => {
  it('are those of the rep, by exact name', () => {
    const tickets = [ticket({ owner: 'Ana' }), ticket({ owner: null }), ticket()];
    expect(ticketsOf(sceneWith({ tickets }))).toHaveLength(3);
    expect(ticketsOf(sceneWith({ tickets }, { rep: 'Ana' }))).toHaveLength(1);
  });

  it('belong to the period that holds the beginning of their opening, once asOf has reached it', () => {
    const day: [number, number] = [t('2026-03-31T12:00'), t('2026-04-01T12:00')];
    const tickets = [ticket(), ticket({ openedAt: t('2026-02-28T23:59') }), ticket({ openedAt: day })];
    expect(openedIn(sceneWith({ tickets }))).toHaveLength(2);
    expect(openedIn(sceneWith({ tickets }, { asOf: RAISE }))).toHaveLength(1);
  });

  it('are resolved once asOf has reached it', () => {
    const resolved = ticket({ resolvedAt: RAISE + 1 });
    expect(isResolved(resolved, { asOf: RAISE })).toBe(false);
    expect(isResolved(resolved, { asOf: RAISE + 1 })).toBe(true);
    expect(isResolved(ticket(), { asOf: RAISE })).toBe(false);
  });
});
