import { describe, expect, it } from 'vitest';
import { type DisplayState, displayState } from '../../src/metrics/display-state.ts';
import { oracles } from './make.ts';

const BECAUSE: Record<string, DisplayState['because']> = {
  'n<30': 'few',
  'width>=0.30': 'wide',
  'relative width>1.30': 'relatively wide',
};

describe('display state', () => {
  for (const { x, n, result } of oracles.display_rule) {
    it(`oracle ${x} of ${n}: ${result}`, () => {
      const because = BECAUSE[result.replace('no: ', '')];
      expect(displayState(x, n)).toEqual(
        result.startsWith('yes') ? { state: 'comparable' } : { state: 'uncertain', because },
      );
    });
  }

  it('shows a count below ten', () => {
    expect(displayState(3, 5)).toEqual({ state: 'count', because: 'few' });
    expect(displayState(9, 9).state).toBe('count');
    expect(displayState(9, 10).state).toBe('uncertain');
    expect(displayState(0, 0).state).toBe('count');
  });

  it('shows a share of nothing where that is certain enough', () => {
    expect(displayState(0, 40).because).toBe('relatively wide');
    expect(displayState(0, 100).state).toBe('comparable');
  });
});
