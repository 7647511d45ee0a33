import { describe, expect, it } from 'vitest';
import { lost, open, won } from './deals.ts';
import { kpiWith } from './scene.ts';

describe('sales volume', () => {
  it('counts units, one for a deal that names none, and splits them by place', () => {
    const deals = [
      won(1, { units: 10, place: 'Cluj' }),
      won(1, { place: ' Cluj ' }),
      won(1, { units: 2.5, place: 'Iași' }),
      won(1, { units: 0, place: '__proto__' }),
      won(1, { units: 4 }),
      lost(1, { units: 99, place: 'Cluj' }),
    ];
    const kpi = kpiWith('sales-volume', { deals });
    expect(kpi).toMatchObject({ value: 17.5, n: 5, unit: 'count', state: 'ok', coverage: 0.8 });
    expect(Object.entries(kpi.parts ?? {})).toEqual(
      [
        ['Cluj', 11],
        ['Iași', 2.5],
        ['__proto__', 0],
      ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
  });

  it('is 0 without a sale, unknown without deals, and the rep’s own', () => {
    expect(kpiWith('sales-volume', { deals: [open(1)] })).toMatchObject({
      value: 0,
      n: 0,
      parts: {},
      state: 'ok',
    });
    expect(kpiWith('sales-volume', {}).why).toBe('no deals seen');
    const deals = [won(1, { owner: 'Ana', units: 3 }), won(1, { owner: 'Bo' })];
    expect(kpiWith('sales-volume', { deals }, { rep: 'Ana' }).value).toBe(3);
  });
});
