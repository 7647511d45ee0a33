import { describe, expect, it } from 'vitest';
import { DAY, oracles, RAISE } from '../make.ts';
import { ticket, times } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'customer-satisfaction';
const rated = (count: number, rating: number, fields = {}) =>
  times(count, () => ticket({ rating, ...fields }));

describe('customer satisfaction', () => {
  it('is the oracle’s: the mean, and the top two beside it', () => {
    const tickets = [...rated(42, 5), ...rated(32, 4), ...rated(10, 3), ...rated(9, 2), ...rated(14, 1)];
    const kpi = kpiWith(ID, { tickets });
    expect(kpi).toMatchObject({ n: 107, unit: 'rating', state: 'ok', coverage: 1 });
    expect(kpi.value).toBeCloseTo(oracles.kpi.csat.mean, 6);
    expect(kpi.topTwo).toBeCloseTo(oracles.kpi.csat.t2b, 6);
    expect(kpi).not.toHaveProperty('lo');
  });

  it('leaves out tickets without a rating, and says so', () => {
    expect(kpiWith(ID, { tickets: [...rated(1, 5), ticket()] })).toMatchObject({
      value: 5,
      n: 1,
      coverage: 0.5,
    });
  });

  it('is of the tickets opened in the period (rule 47), of the rep, by asOf', () => {
    const tickets = [
      ...rated(1, 5, { owner: 'Ana' }),
      ...rated(1, 1, { openedAt: RAISE + DAY }),
      ...rated(1, 1, { openedAt: RAISE - 9 * DAY, resolvedAt: RAISE }),
    ];
    expect(kpiWith(ID, { tickets })).toMatchObject({ value: 3, n: 2, topTwo: 0.5 });
    expect(kpiWith(ID, { tickets }, { rep: 'Ana' }).value).toBe(5);
    expect(kpiWith(ID, { tickets }, { asOf: RAISE }).value).toBe(5);
  });

  it('says what is missing', () => {
    expect(kpiWith(ID, { tickets: [ticket()] })).toMatchObject({
      value: null,
      topTwo: null,
      coverage: 0,
      why: 'nothing to count',
    });
    expect(kpiWith(ID, {}).why).toBe('no tickets seen');
  });
});
