import type { Settings } from '../contract/settings.ts';
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

/** The boundaries that a firm may set for itself, and the version that a grade was given by. */
export interface Boundaries {
  version: number;
  promptness: Steps;
  persistence: Steps;
  personalization: Steps;
  average: Steps;
}

const OWN = ['A', 'B', 'C', 'D'] as const;
const stepsOf = (bounds: readonly number[] | undefined, usual: Steps, last: number): Steps =>
  bounds ? [...bounds.map((bound, i) => [bound, OWN[i] ?? 'F'] as const), [last, 'F']] : usual;

/** The firm's own boundaries where it set some, else those above; its own version number, 0 when it gave none. */
export function boundariesOf({ rubric }: Settings): Boundaries {
  if (!rubric) return RUBRIC;
  const { version = 0, promptness, persistence, personalization, average } = rubric;
  return {
    version,
    promptness: stepsOf(promptness, RUBRIC.promptness, Number.POSITIVE_INFINITY),
    persistence: stepsOf(persistence, RUBRIC.persistence, 0),
    personalization: stepsOf(personalization, RUBRIC.personalization, 0),
    average: stepsOf(average, RUBRIC.average, 0),
  };
}

const atMost = (steps: Steps, value: number): Letter => steps.find(([bound]) => value <= bound)?.[1] ?? 'F';
const atLeast = (steps: Steps, value: number): Letter =>
  steps.find(([bound]) => value >= bound - ROUNDING)?.[1] ?? 'F';

/** Letter of a response time in calendar seconds; bounds are inclusive, nothing is rounded (rule 76). */
export const promptnessLetter = (seconds: number, by: Boundaries = RUBRIC): Letter =>
  atMost(by.promptness, seconds);
export const persistenceLetter = (attempts: number, by: Boundaries = RUBRIC): Letter =>
  atLeast(by.persistence, attempts);
export const personalizationLetter = (elements: number, by: Boundaries = RUBRIC): Letter =>
  atLeast(by.personalization, elements);
/** Letter of mean points; `null` stays `null`. */
export const averageLetter = (points: number | null, by: Boundaries = RUBRIC): Letter | null =>
  points === null ? null : atLeast(by.average, points);

/** Attempts that the follow-up plan has by an age in seconds. */
export const expectedAttempts = (age: number): number =>
  RUBRIC.plan.findLast(([day]) => age >= day * DAY)?.[1] ?? RUBRIC.plan[0][1];

/** Age in seconds at which the plan has one attempt more than so many; `undefined` when it has none. */
export const nextAttemptAge = (attempts: number): number | undefined => {
  const day = RUBRIC.plan.find(([, planned]) => planned > attempts)?.[0];
  return day === undefined ? undefined : day * DAY;
};

/** Mean points of the letters that are known; `null` when none is. */
export function meanPoints(letters: readonly (Letter | null)[]): number | null {
  return mean(letters.filter((letter) => letter !== null).map((letter) => RUBRIC.points[letter]));
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
