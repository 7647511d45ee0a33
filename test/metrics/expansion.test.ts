import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/contract/records.ts';
import { soldMore } from '../../src/metrics/expansion.ts';
import { sceneWith } from './kpis/scene.ts';
import { deal, t } from './make.ts';
import { customer } from './service.ts';

const C1 = customer({ id: 'C1', owner: 'Ana' });
const C2 = customer({ id: 'C2', owner: 'Bo' });
const sold = (fields: Partial<Deal> = {}) =>
  deal({ outcome: 'won', closedAt: t('2026-03-10T09:00'), type: 'upsell', customer: 'C1', ...fields });
const share = (deals: Deal[], options?: Parameters<typeof sceneWith>[1]) =>
  soldMore(sceneWith({ customers: [C1, C2], deals }, options), 'upsell');

describe('customers that were sold more', () => {
  it('count once, however many deals were won', () => {
    expect(share([sold(), sold({ id: 'D2' })])).toMatchObject({ x: 1, n: 2, value: 0.5 });
  });

  it.each<[string, Partial<Deal>]>([
    ['of another type', { type: 'cross-sell' }],
    ['lost', { outcome: 'lost' }],
    ['open', { outcome: 'open' }],
    ['of another period', { closedAt: t('2026-04-01T00:00') }],
    ['of another account', { org: 'crm:other' }],
    ['of a customer that is unknown', { customer: 'C9' }],
    ['of nobody', { customer: undefined }],
  ])('not by a deal %s', (_, fields) => expect(share([sold(fields)])).toMatchObject({ x: 0, n: 2 }));

  it('are those at the start alone', () => {
    const customers = [customer({ id: 'C1', since: '2026-03-02' }), C2];
    expect(soldMore(sceneWith({ customers, deals: [sold()] }), 'upsell')).toMatchObject({ x: 0, n: 1 });
  });

  it('are the rep’s customers, whoever won the deal', () => {
    expect(share([sold({ owner: 'Bo' })], { rep: 'Ana' })).toMatchObject({ x: 1, n: 1 });
    expect(share([sold({ owner: 'Bo' })], { rep: 'Bo' })).toMatchObject({ x: 0, n: 1 });
  });

  it('are known as well as customers and deals tell', () => {
    const deals = [sold(), sold({ id: 'D2', type: undefined }), sold({ id: 'D3', customer: undefined })];
    expect(share(deals).coverage).toBe(3 / 5);
    expect(share([sold({ type: 'new', customer: undefined })]).coverage).toBe(1);
  });

  it('are unknown where no customer or no deal was seen', () => {
    expect(share([])).toMatchObject({ value: null, why: 'no deals seen' });
    expect(soldMore(sceneWith({ deals: [sold()] }), 'upsell').why).toBe('no customers seen');
    expect(share([sold()], { rep: 'Cem' }).why).toBe('nothing to count');
  });
});
