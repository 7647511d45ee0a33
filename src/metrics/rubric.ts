import type { Letter } from './score.ts';

type Steps = readonly (readonly [bound: number, letter: Letter])[];

const DAY = 86_400;

/**
 * Version 1. A and F of promptness and the plain average are those of Conversica's Sales Effectiveness Report
 * (2020); every other boundary is our own choice, tied to a published bucket. Change one and raise the version.
 */
export const RUBRIC = {
  version: 1,
  points: { A: 4, B: 3, C: 2, D: 1, F: 0 },
  /** Calendar seconds from hand-raise to first attempt, at most. */
  promptness: [
    [300, 'A'],
    [3600, 'B'],
    [DAY, 'C'],
    [7 * DAY, 'D'],
    [Number.POSITIVE_INFINITY, 'F'],
  ],
  /** Attempts within 30 days, at least. */
  persistence: [
    [8, 'A'],
    [5, 'B'],
    [3, 'C'],
    [1, 'D'],
    [0, 'F'],
  ],
  /** Elements of five in the first message, at least. */
  personalization: [
    [5, 'A'],
    [4, 'B'],
    [3, 'C'],
    [2, 'D'],
    [0, 'F'],
  ],
  /** Mean points, at least. */
  average: [
    [3.5, 'A'],
    [2.5, 'B'],
    [1.5, 'C'],
    [0.5, 'D'],
    [0, 'F'],
  ],
  /** Attempts that make a lead's silence its own: fewer before an answer or end cannot be graded. */
  enough: 8,
  /** Elements that must have been visible to grade a message. */
  visible: 4,
  /** Without an attempt by this age, in seconds, a lead counts as never answered. */
  neverAfter: 7 * DAY,
  /** Persistence is final at this age in seconds. */
  finalAfter: 30 * DAY,
  /** Age in days → attempts the follow-up plan has by then. */
  plan: [
    [0, 1],
    [1, 2],
    [4, 3],
    [5, 4],
    [8, 5],
    [14, 6],
    [15, 7],
    [22, 8],
  ],
} as const;

// Sums of thirds must not miss a boundary by their last bit.
const ROUNDING = 1e-9;

const atMost = (steps: Steps, value: number): Letter => steps.find(([bound]) => value <= bound)?.[1] ?? 'F';
const atLeast = (steps: Steps, value: number): Letter =>
  steps.find(([bound]) => value >= bound - ROUNDING)?.[1] ?? 'F';

/** Letter of a response time in calendar seconds; bounds are inclusive, nothing is rounded (rule 76). */
export const promptnessLetter = (seconds: number): Letter => atMost(RUBRIC.promptness, seconds);
export const persistenceLetter = (attempts: number): Letter => atLeast(RUBRIC.persistence, attempts);
export const personalizationLetter = (elements: number): Letter => atLeast(RUBRIC.personalization, elements);
/** Letter of mean points; `null` stays `null`. */
export const averageLetter = (points: number | null): Letter | null =>
  points === null ? null : atLeast(RUBRIC.average, points);

/** Attempts that the follow-up plan has by an age in seconds. */
export const expectedAttempts = (age: number): number =>
  RUBRIC.plan.findLast(([day]) => age >= day * DAY)?.[1] ?? RUBRIC.plan[0][1];

/** Mean points of the letters that are known; `null` when none is. */
export function meanPoints(letters: readonly (Letter | null)[]): number | null {
  return mean(letters.flatMap((letter) => (letter === null ? [] : [RUBRIC.points[letter]])));
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
