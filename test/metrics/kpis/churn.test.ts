import { describe, expect, it } from 'vitest';
import { oracles, t } from '../make.ts';
import { customer, times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'churn';

describe('churn', () => {
  const customers = [
    ...times(175, () => customer({ owner: 'Ana' })),
    ...times(25, () => customer({ owner: 'Bo', until: '2026-03-20' })),
    ...times(30, () => customer({ since: '2026-03-05', until: '2026-03-25' })),
  ];

  it('is the oracle’s; who came and left within the period is no part of it', () => {
    const kpi = kpiWith(ID, { customers });
    expect(kpi).toMatchObject({
      value: oracles.kpi.retention.churn,
      x: 25,
      n: 200,
      unit: 'ratio',
      state: 'ok',
    });
    expect(kpi.value).toBe(1 - (kpiWith('retention', { customers }).value ?? 0));
  });

  it('is of a rep and as of a time', () => {
    expect(kpiWith(ID, { customers }, { rep: 'Bo' })).toMatchObject({ value: 1, n: 25 });
    expect(kpiWith(ID, { customers }, { asOf: t('2026-03-15T00:00') })).toMatchObject({ x: 0, n: 200 });
  });

  it('says what is missing', () => {
    expect(kpiWith(ID, {}).why).toBe('no customers seen');
    expect(kpiWith(ID, { customers: [customer({ since: undefined })] })).toMatchObject({
      value: null,
      why: 'nothing to count',
      coverage: 0,
    });
  });
});
