import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { exceptionsOf } from '../../src/metrics/exceptions.ts';
import { snoozesOf } from '../../src/metrics/record-checks.ts';
import { sceneWith } from './kpis/scene.ts';
import { act, DAY, deal, lead, t } from './make.ts';

/** Wednesday morning, UTC. */
const ASOF = t('2026-04-01T10:00');
const slipped = (id: string, fields: Partial<Deal> = {}) =>
  deal({ id, closeDate: '2026-03-20', owner: 'Ana', ...fields });
const found = (deals: Deal[], settings: Settings = {}, rep: string | null = null) =>
  exceptionsOf(sceneWith({ deals }, { asOf: ASOF, settings, rep }), snoozesOf(settings));
const ids = (list: readonly { key: string }[]) => list.map(({ key }) => key.split('/').at(-1));

describe('what wants a look', () => {
  it('is an open deal with a failed check, and why', () => {
    const { open } = found([
      slipped('D1', { contacts: 1, name: 'Big' }),
      deal({ id: 'D2', closeDate: '2026-05-01' }),
    ]);
    expect(ids(open)).toEqual(['D1']);
    expect(open[0]).toMatchObject({ name: 'Big', owner: 'Ana', amount: null, currency: null });
    expect(open[0]?.reasons.map(({ id }) => id)).toEqual(['close-date', 'contacts']);
    expect(open[0]?.reasons[0]?.params).toEqual({ closeDate: '2026-03-20' });
  });

  it('is not a closed deal, nor one of which nothing bad was seen', () => {
    expect(found([slipped('D1', { outcome: 'lost' }), deal({ id: 'D2' })]).open).toEqual([]);
  });

  it('is a lead that waits past its target, in business time', () => {
    const leads = [
      lead({ id: 'L1', source: 'demo', createdAt: ASOF - 6 * 60_000 }),
      lead({ id: 'L2', source: 'demo', createdAt: ASOF - 4 * 60_000 }),
      lead({ id: 'L3', source: 'demo', createdAt: ASOF - DAY }),
    ];
    const activities = [act(ASOF - 1000, { on: { kind: 'lead', id: 'L3' } })];
    const { open } = exceptionsOf(sceneWith({ leads, activities }, { asOf: ASOF }));
    expect(ids(open)).toEqual(['L1']);
    expect(open[0]?.reasons).toMatchObject([{ id: 'waiting', params: { over: 60, target: 300 } }]);
  });

  it('has all reasons of one record together', () => {
    const one = slipped('D1', { warmth: 'hot', createdAt: ASOF - DAY });
    const { open } = found([one], { scoreDeals: true });
    expect(open.map(({ reasons }) => reasons.map(({ id }) => id))).toEqual([['waiting', 'close-date']]);
  });

  it('is that of one rep, by the norms of the team', () => {
    expect(ids(found([slipped('D1'), slipped('D2', { owner: 'Bo' })], {}, 'Bo').open)).toEqual(['D2']);
  });
});

describe('the order', () => {
  it('is by money, unknown amounts last', () => {
    const { open } = found([
      slipped('D1', { amount: 5 }),
      slipped('D2'),
      slipped('D3', { amount: 80 }),
      slipped('D4', { amount: 0 }),
    ]);
    expect(ids(open)).toEqual(['D3', 'D1', 'D4', 'D2']);
  });

  it('is by the amount in the settings’ currency; what has no rate comes after, in its own', () => {
    const deals = [
      slipped('D1', { amount: 100, currency: 'USD' }),
      slipped('D2', { amount: 95, currency: 'EUR' }),
      slipped('D3', { amount: 9999, currency: 'JPY' }),
      slipped('D4'),
    ];
    const { open } = found(deals, { currency: 'EUR', rates: { USD: 0.9 } });
    expect(open.map(({ amount, currency }) => [amount, currency])).toEqual([
      [95, 'EUR'],
      [90, 'EUR'],
      [9999, 'JPY'],
      [null, null],
    ]);
  });

  it('of equal money is by the number of reasons', () => {
    expect(ids(found([slipped('D1'), slipped('D2', { contacts: 1 })]).open)).toEqual(['D2', 'D1']);
  });
});

describe('what was put aside', () => {
  const aside = {
    deal: 'crm:test/deal/D1',
    check: 'close-date',
    until: '2026-04-03',
    reason: 'Budget in May',
  };
  const snoozes = [aside];

  it('stands apart, with the reason', () => {
    const { open, snoozed } = found([slipped('D1')], { snoozes });
    expect(open).toEqual([]);
    expect(snoozed.map(({ reasons }) => reasons[0]?.snoozed?.reason)).toEqual(['Budget in May']);
  });

  it('takes nothing else of the deal away, and comes back after its day', () => {
    const { open, snoozed } = found([slipped('D1', { contacts: 1 })], { snoozes });
    expect([open, snoozed].map((list) => list[0]?.reasons.map(({ id }) => id))).toEqual([
      ['contacts'],
      ['close-date'],
    ]);
    expect(ids(found([slipped('D1')], { snoozes: [{ ...aside, until: '2026-03-31' }] }).open)).toEqual([
      'D1',
    ]);
  });
});
