import * as z from 'zod/mini';
import { end, start } from '../contract/moment.ts';
import type { Settings } from '../contract/settings.ts';
import { calendarOf } from './clock.ts';
import { type Digest, digestOf } from './digest.ts';
import type { RecordHistory } from './histories.ts';
import { countAmong, type ScoreDeals } from './lineage.ts';
import { averageLetter, type Boundaries, boundariesOf, mean, meanPoints, RUBRIC } from './rubric.ts';
import type { Letter } from './score.ts';
import { inOrder, type Waiting, waitingItem } from './waiting.ts';
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

/** Which records a roll-up is of. */
export interface Scope {
  settings: Settings;
  /** Epoch ms. */
  asOf: number;
  /** `[from, to)`, epoch ms: the four Ps are of the leads raised within it. */
  period: readonly [from: number, to: number];
  /** Only records whose owner at asOf is one of those names; a lead that nobody owns waits for each of them. */
  reps?: readonly string[] | undefined;
  scoreDeals: ScoreDeals;
}

/** The roll-up at `asOf`: who is waiting now, and the four Ps of the leads raised within the period. */
export function glanceOf(
  digests: readonly Digest[],
  scope: Scope,
  waits: readonly Waiting[] = waitingAmong(digests, scope),
): Glance {
  const { settings, asOf, period, reps } = scope;
  return {
    asOf,
    waiting: { count: waits.length, first: waits.slice(0, FIRST) },
    fourP: averages(ownedBy(digests, scope, reps).flatMap(memberIn(period, asOf)), boundariesOf(settings)),
  };
}

/** Everybody waiting at `asOf`, the most urgent first. */
export function waitingAmong(digests: readonly Digest[], scope: Scope): Waiting[] {
  const open = ownedBy(digests, scope, scope.reps && ['', ...scope.reps]).flatMap(({ waits }) => waits ?? []);
  return inOrder(open, calendarOf(scope.settings), scope.asOf);
}

function ownedBy(
  digests: readonly Digest[],
  { scoreDeals }: Scope,
  names: readonly string[] | undefined,
): Digest[] {
  const among = digests.filter(countAmong(digests, scoreDeals));
  return names ? among.filter(({ owner }) => names.includes(owner ?? '')) : among;
}

/** The same from whole histories, with deals among the leads where the settings say so. */
export function glance(
  histories: readonly RecordHistory[],
  settings: Settings,
  asOf: number,
  period: readonly [from: number, to: number],
  reps?: readonly string[],
): Glance {
  const digests = histories.map((history) => digestOf(history, settings, asOf));
  return glanceOf(digests, { settings, asOf, period, reps, scoreDeals: () => settings.scoreDeals === true });
}

type Member = Required<Pick<Digest, 'letters' | 'score'>> & { age: number };

/** Rule 2: a hand-raise belongs to the period that holds its `from`. */
const memberIn =
  ([from, to]: readonly [number, number], asOf: number) =>
  ({ raise, letters, score }: Digest): Member[] =>
    raise !== undefined && letters && score && start(raise) >= from && start(raise) < to
      ? [{ letters, score, age: (asOf - end(raise)) / 1000 }]
      : [];

/** Rule 55: averages over leads whose grade is final; the share never touched over all that are old enough. */
function averages(members: readonly Member[], by: Boundaries): Glance['fourP'] {
  const final = members.filter(({ score }) => !score.provisional && score.gpa !== null);
  const matured = members.filter(({ age }) => age >= RUBRIC.neverAfter);
  const never = matured.filter(({ score }) => score.state === 'never');
  const letters = (p: keyof Member['letters']) =>
    averageOf(
      final.map((member) => member.letters[p]),
      by,
    );
  return {
    promptness: letters('promptness'),
    persistence: letters('persistence'),
    personalization: letters('personalization'),
    performance: letters('performance'),
    all: gradeOf(final, by),
    touched: gradeOf(
      final.filter(({ score }) => score.state === 'answered'),
      by,
    ),
    untouched: wilson(never.length, matured.length),
  };
}

function averageOf(letters: readonly (Letter | null)[], by: Boundaries): z.infer<typeof average> {
  const points = meanPoints(letters);
  return { points, grade: averageLetter(points, by), n: letters.filter((one) => one !== null).length };
}

function gradeOf(members: readonly Member[], by: Boundaries): z.infer<typeof grade> {
  const gpas = members.map(({ score }) => score.gpa).filter((gpa) => gpa !== null);
  const gpa = mean(gpas);
  return { gpa, grade: averageLetter(gpa, by), n: gpas.length };
}
