import { describe, expect, it } from 'vitest';
import { TARGETS, warmthOf } from '../../src/metrics/warmth.ts';
import { lead } from './make.ts';

describe('warmth (rule 20)', () => {
  const warmth = (source: string | undefined, settings = {}) =>
    warmthOf(lead(source === undefined ? {} : { source }), settings);

  it('matches the whole source, trimmed, in any case', () => {
    expect(warmth(' DEMO ')).toBe('hot');
    expect(warmth('Referral')).toBe('warm');
    expect(warmth('e-book')).toBe('cool');
    expect(warmth('Outbound')).toBe('cold');
    expect(warmth('demo day list')).toBe('warm');
  });

  it('is warm, or the default of the settings, when nothing says otherwise', () => {
    expect(warmth(undefined)).toBe('warm');
    expect(warmth('toString')).toBe('warm');
    expect(warmth(undefined, { defaultWarmth: 'cool' })).toBe('cool');
  });

  it('lets the settings override the list, and the record override both', () => {
    const settings = { warmthOf: { ' Demo': 'cool', Fair: 'hot' } } as const;
    expect(warmth('demo', settings)).toBe('cool');
    expect(warmth('FAIR', settings)).toBe('hot');
    expect(warmth('trial', settings)).toBe('warm');
    expect(warmthOf(lead({ source: 'demo', warmth: 'cold' }), settings)).toBe('cold');
  });

  it('has a target for all but cold', () => {
    expect(TARGETS).toEqual({ hot: 300, warm: 3600, cool: 86_400, cold: null });
  });
});
