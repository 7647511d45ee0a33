import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/metrics/kpi.ts';
import { progressOf } from '../../src/metrics/progress.ts';

const figure = (value: number | null, limits: Partial<Figure> = {}): Figure => ({ value, n: 20, ...limits });
const higher = { better: 'higher' } as const;
const lower = { better: 'lower' } as const;

describe('progress', () => {
  it('is the share of the way from the baseline to the target, in both directions', () => {
    expect(progressOf(figure(35), higher, 50, { value: 20 }).progress).toBe(0.5);
    expect(progressOf(figure(35), lower, 20, { value: 50 }).progress).toBe(0.5);
    expect(progressOf(figure(12.5), higher, 50, { value: 20 }).progress).toBe(-0.25);
  });

  it('cannot be said without a value, a baseline or a way', () => {
    expect(progressOf(figure(null), higher, 50, { value: 20 }).progress).toBeNull();
    expect(progressOf(figure(35), higher, 50, { value: null }).progress).toBeNull();
    expect(progressOf(figure(35), higher, 50, { value: 50 }).progress).toBeNull();
    expect(progressOf(figure(35), higher, 50, undefined)).not.toHaveProperty('progress');
  });

  it('hands on what was set, and nothing where nothing was', () => {
    expect(progressOf(figure(35), higher, undefined, undefined)).toEqual({});
    expect(progressOf(figure(35), higher, undefined, { value: 20 })).toEqual({ baseline: { value: 20 } });
  });
});

describe('a target', () => {
  const reached = (
    f: Figure,
    kpi: { better: 'higher' | 'lower' },
    target: Parameters<typeof progressOf>[2],
  ) => progressOf(f, kpi, target, undefined).reached;

  it('is reached for certain only when the worse end of the interval passes it', () => {
    const f = figure(0.6, { lo: 0.5, hi: 0.7 });
    expect([0.5, 0.55, 0.6, 0.65].map((aim) => reached(f, higher, aim))).toEqual([
      'reached',
      'not-certain',
      'not-certain',
      'not-reached',
    ]);
    expect([0.7, 0.65, 0.6, 0.55].map((aim) => reached(f, lower, aim))).toEqual([
      'reached',
      'not-certain',
      'not-certain',
      'not-reached',
    ]);
  });

  it('is not certain where the worse end lies beyond what was seen', () => {
    expect(reached(figure(60, { lo: 50, hi: null }), lower, 100)).toBe('not-certain');
  });

  it('is reached by a sum as it is', () => {
    expect(reached(figure(100), higher, 100)).toBe('reached');
    expect(reached(figure(99), higher, 100)).toBe('not-reached');
  });

  it('may turn the direction of the KPI', () => {
    const f = figure(3, { lo: 2, hi: 4 });
    expect(reached(f, higher, { value: 5, direction: 'lower' })).toBe('reached');
    expect(reached(f, higher, { value: 5 })).toBe('not-reached');
  });

  it('is neither reached nor missed without a value', () => {
    expect(reached(figure(null), higher, 5)).toBeUndefined();
  });
});
