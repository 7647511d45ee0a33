import { describe, expect, it } from 'vitest';
import { oracles, t } from '../make.ts';
import { customer, times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'retention';
const gone = (count: number, until: string) => times(count, () => customer({ until }));

describe('retention', () => {
  it('is the oracle’s: of 200 at the start 25 left, 30 came', () => {
    const customers = [
      ...times(175, () => customer()),
      ...gone(25, '2026-03-20'),
      ...times(30, () => customer({ since: '2026-03-05' })),
    ];
    const kpi = kpiWith(ID, { customers });
    expect(kpi).toMatchObject({
      value: oracles.kpi.retention.crr,
      x: 175,
      n: 200,
      unit: 'ratio',
      state: 'ok',
    });
    expect(kpi.lo).toBeGreaterThan(0.8);
    expect(kpi.hi).toBeLessThan(0.93);
  });

  it('counts a customer that left later as one that stayed', () => {
    const customers = [...gone(1, '2026-03-20'), ...gone(1, '2026-05-01')];
    expect(kpiWith(ID, { customers })).toMatchObject({ x: 1, n: 2 });
    expect(kpiWith(ID, { customers }, { asOf: t('2026-03-15T00:00') })).toMatchObject({ x: 2, n: 2 });
  });

  it('is of a rep, and says what is missing', () => {
    const customers = [customer({ owner: 'Ana' }), customer({ owner: 'Bo', until: '2026-03-02' })];
    expect(kpiWith(ID, { customers }, { rep: 'Ana' })).toMatchObject({ value: 1, n: 1 });
    expect(kpiWith(ID, { customers }, { rep: 'Cem' }).why).toBe('nothing to count');
    expect(kpiWith(ID, {})).toMatchObject({ value: null, why: 'no customers seen', state: 'not-computable' });
    expect(kpiWith(ID, { customers: [customer(), customer({ since: undefined })] }).coverage).toBe(0.5);
  });
});
