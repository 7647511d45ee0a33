import * as z from 'zod/mini';
import { start } from '../contract/moment.ts';
import type { Settings } from '../contract/settings.ts';
import { cyclesOf } from './cycles.ts';
import { scoreCycle } from './four-p.ts';
import { type RecordHistory, scoredAmong } from './histories.ts';
import { ownerAt } from './owners.ts';
import { ageOf } from './response-state.ts';
import { averageLetter, mean, meanPoints, RUBRIC } from './rubric.ts';
import type { LeadScore, Letter } from './score.ts';
import { waiting, waitingItem } from './waiting.ts';
import { wilson } from './wilson.ts';

const letter = z.enum(['A', 'B', 'C', 'D', 'F']);
const count = z.number();
const orNone = z.nullable(z.number());
const average = z.object({ points: orNone, grade: z.nullable(letter), n: count });
const grade = z.object({ gpa: orNone, grade: z.nullable(letter), n: count });
const ratio = z.object({ x: count, n: count, value: orNone, lo: orNone, hi: orNone });

/** What a face paints before it has read the history: small enough for extension storage. */
export const glanceSchema = z.object({
  asOf: z.number(),
  waiting: z.object({ count, first: z.array(waitingItem) }),
  fourP: z.object({
    promptness: average,
    persistence: average,
    personalization: average,
    performance: average,
    /** Leads whose grade is final; those of them that got an attempt; the share that never did. */
    all: grade,
    touched: grade,
    untouched: ratio,
  }),
});
export type Glance = z.infer<typeof glanceSchema>;

const FIRST = 5;

/**
 * The roll-up at `asOf`: everybody waiting now, and the four Ps of the leads raised within `period` (`[from, to)`,
 * epoch ms). With `reps`, only of records whose owner at asOf is one of those names; a lead that nobody owns waits for
 * each of them.
 */
export function glance(
  histories: readonly RecordHistory[],
  settings: Settings,
  asOf: number,
  period: readonly [from: number, to: number],
  reps?: readonly string[],
): Glance {
  const among = scoredAmong(histories, settings);
  const ownedBy = (names: readonly string[]) => among.filter((h) => names.includes(ownerAt(h, asOf) ?? ''));
  const ours = reps ? ownedBy(reps) : among;
  const waits = waiting(reps ? ownedBy(['', ...reps]) : among, settings, asOf);
  return {
    asOf,
    waiting: { count: waits.length, first: waits.slice(0, FIRST) },
    fourP: averages(cohort(ours, settings, asOf, period)),
  };
}

interface Member {
  score: LeadScore;
  age: number;
}

/** Rule 2: a hand-raise belongs to the period that holds its `from`. */
function cohort(
  histories: readonly RecordHistory[],
  settings: Settings,
  asOf: number,
  [from, to]: readonly [number, number],
): Member[] {
  const firsts = histories.flatMap((history) => cyclesOf(history, settings, asOf)[0] ?? []);
  return firsts
    .filter(({ raise }) => start(raise) >= from && start(raise) < to)
    .map((cycle) => ({ score: scoreCycle(cycle, settings, asOf), age: ageOf(cycle, asOf) }));
}

/** Rule 55: averages over leads whose grade is final; the share never touched over all that are old enough. */
function averages(members: readonly Member[]): Glance['fourP'] {
  const final = members.map(({ score }) => score).filter((score) => !score.provisional && score.gpa !== null);
  const matured = members.filter(({ age }) => age >= RUBRIC.neverAfter);
  const never = matured.filter(({ score }) => score.promptness.state === 'never');
  return {
    promptness: averageOf(final.map((score) => score.promptness.grade)),
    persistence: averageOf(final.map((score) => score.persistence.grade)),
    personalization: averageOf(final.map((score) => score.personalization.grade)),
    performance: averageOf(final.map((score) => score.performance.grade)),
    all: gradeOf(final),
    touched: gradeOf(final.filter((score) => score.promptness.state === 'answered')),
    untouched: wilson(never.length, matured.length),
  };
}

function averageOf(letters: readonly (Letter | null)[]): z.infer<typeof average> {
  const points = meanPoints(letters);
  return { points, grade: averageLetter(points), n: letters.filter((one) => one !== null).length };
}

function gradeOf(scores: readonly LeadScore[]): z.infer<typeof grade> {
  const gpas = scores.map(({ gpa }) => gpa).filter((gpa) => gpa !== null);
  const gpa = mean(gpas);
  return { gpa, grade: averageLetter(gpa), n: gpas.length };
}
