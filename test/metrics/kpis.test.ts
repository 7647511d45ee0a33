import { describe, expect, it } from 'vitest';
import { KPIS, kpiOf, kpisOf } from '../../src/metrics/kpis.ts';
import { lost, times, won } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';

const deals = (n: number) => [...times(n - 1, () => won(100)), lost(100)];
const scene = (n: number, settings = {}) => sceneWith({ deals: deals(n) }, { settings });

describe('the KPIs', () => {
  it('are all worked out, or those that are named', () => {
    expect(Object.keys(kpisOf(scene(3)))).toEqual(Object.keys(KPIS));
    expect(Object.keys(kpisOf(scene(3), ['win-rate', 'churn']))).toEqual(['win-rate', 'churn']);
  });

  it('have a value exactly where they can be computed, else the reason, whatever was seen', () => {
    for (const records of [{}, { deals: deals(3) }]) {
      for (const kpi of Object.values(kpisOf(sceneWith(records)))) {
        expect(kpi.value === null).toBe(kpi.state === 'not-computable');
        expect(kpi.why === undefined).toBe(kpi.value !== null);
      }
    }
  });

  it('name those that there are when one is asked for that is none', () => {
    expect(() => kpiOf('win-rat', scene(3))).toThrow(/"win-rat" is no KPI.*win-rate/);
  });
});

describe('the state of a KPI', () => {
  it('rule 32: is insufficient below ten for a ratio; a sum has no minimum', () => {
    expect(kpiOf('win-rate', scene(9)).state).toBe('insufficient');
    expect(kpiOf('win-rate', scene(10)).state).toBe('ok');
    expect(kpiOf('total-sales', scene(2))).toMatchObject({ state: 'ok', n: 1, unit: 'money' });
  });

  it('is not computable without a value, and says why', () => {
    expect(kpiOf('win-rate', sceneWith({}))).toEqual({
      value: null,
      n: 0,
      unit: 'ratio',
      state: 'not-computable',
      why: 'no deals seen',
    });
  });
});

describe('a target and a baseline', () => {
  it('stand at their own KPI alone', () => {
    const settings = { target: { 'win-rate': 1 }, baseline: { 'win-rate': { value: 0.8 } } };
    expect(kpiOf('win-rate', scene(10, settings))).toMatchObject({
      target: 1,
      baseline: { value: 0.8 },
      progress: expect.closeTo(0.5, 9),
      reached: 'not-reached',
    });
    expect(kpiOf('total-sales', scene(10, settings))).not.toHaveProperty('target');
  });
});
