import { describe, expect, it } from 'vitest';
import {
  averageLetter,
  boundariesOf,
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
    expect([0, 1, 2, 3, 4, 5].map((n) => personalizationLetter(n)).join('')).toBe('FFDCBA');
    expect([0, 0.5, 1.5, 2.5, 3.5].map((n) => averageLetter(n)).join('')).toBe('FDCBA');
    expect(averageLetter(2.4999)).toBe('C');
    expect(averageLetter(2.5 - 1e-15)).toBe('B');
    expect(averageLetter(null)).toBeNull();
  });

  it('averages the letters there are', () => {
    expect(meanPoints(['A', null, 'F'])).toBe(2);
    expect(meanPoints([null])).toBeNull();
  });

  it('takes a firm’s own boundaries, and leaves the rest as it was', () => {
    const by = boundariesOf({ rubric: { version: 7, promptness: [60, 120, 180, 240] } });
    expect([60, 61, 180, 241].map((s) => promptnessLetter(s, by)).join('')).toBe('ABCF');
    expect(persistenceLetter(8, by)).toBe('A');
    expect(by.version).toBe(7);
    expect(boundariesOf({}).version).toBe(1);
  });
});
