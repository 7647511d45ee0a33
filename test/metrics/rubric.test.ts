import { describe, expect, it } from 'vitest';
import {
  averageLetter,
  expectedAttempts,
  meanPoints,
  persistenceLetter,
  personalizationLetter,
  promptnessLetter,
} from '../../src/metrics/rubric.ts';
import { oracles } from './make.ts';

const entries = <T>(o: Record<string, T>) =>
  Object.entries(o).map(([key, value]) => [Number(key), value] as const);

describe('rubric', () => {
  it('oracle promptness_boundaries; rule 76: nothing is rounded', () => {
    for (const [seconds, letter] of entries(oracles.promptness_boundaries)) {
      expect(promptnessLetter(seconds), String(seconds)).toBe(letter);
    }
    expect(promptnessLetter(300.001)).toBe('B');
  });

  it('oracle persistence_map', () => {
    for (const [attempts, letter] of entries(oracles.persistence_map)) {
      expect(persistenceLetter(attempts), String(attempts)).toBe(letter);
    }
  });

  it('oracle pace', () => {
    for (const [days, attempts] of entries(oracles.pace)) {
      expect(expectedAttempts(days * 86_400), String(days)).toBe(attempts);
    }
  });

  it('grades elements and averages', () => {
    expect([0, 1, 2, 3, 4, 5].map(personalizationLetter).join('')).toBe('FFDCBA');
    expect([0, 0.5, 1.5, 2.5, 3.5].map(averageLetter).join('')).toBe('FDCBA');
    expect(averageLetter(2.4999)).toBe('C');
    expect(averageLetter(2.5 - 1e-15)).toBe('B');
    expect(averageLetter(null)).toBeNull();
  });

  it('averages the letters there are', () => {
    expect(meanPoints(['A', null, 'F'])).toBe(2);
    expect(meanPoints([null])).toBeNull();
  });
});
