import type { Warmth } from '../contract/records.ts';
import { ageOf } from './response-state.ts';
import { cohortOf } from './response-waits.ts';
import { averageLetter, boundariesOf, mean, RUBRIC } from './rubric.ts';
import type { Scene } from './scene.ts';
import type { LeadScore, Letter } from './score.ts';
import { warmthOf } from './warmth.ts';
import { type Ratio, wilson } from './wilson.ts';

export interface Grade {
  gpa: number | null;
  grade: Letter | null;
  n: number;
}

export interface Grades {
  /** Leads whose grade is final; those of them that got an attempt. */
  all: Grade;
  touched: Grade;
  /** Never answered among those of seven days and more. */
  untouched: Ratio;
}

export interface FourP extends Grades {
  byWarmth: Partial<Record<Warmth, Grades>>;
  /** The cohort, by `<org>/<kind>/<id>`; provisional ones too. */
  leads: Record<string, LeadScore>;
}

/** The four Ps of the leads whose first hand-raise lies in the period (rule 55). */
export function fourP(scene: Scene): FourP {
  const members = cohortOf(scene).flatMap(({ lead, cycle }) => {
    const score = lead.score();
    const warmth = warmthOf(lead.history.record, scene.settings);
    return score ? [{ key: lead.key, warmth, score, age: ageOf(cycle, scene.asOf) }] : [];
  });
  const warmths = [...new Set(members.map(({ warmth }) => warmth))].sort();
  return {
    ...gradesOf(members, scene),
    byWarmth: Object.fromEntries(
      warmths.map((one) => [
        one,
        gradesOf(
          members.filter(({ warmth }) => warmth === one),
          scene,
        ),
      ]),
    ),
    leads: Object.fromEntries(members.map(({ key, score }) => [key, score])),
  };
}

function gradesOf(members: readonly { score: LeadScore; age: number }[], scene: Scene): Grades {
  const final = members.map(({ score }) => score).filter((score) => !score.provisional && score.gpa !== null);
  const touched = final.filter((score) => score.promptness.state === 'answered');
  const matured = members.filter(({ age }) => age >= RUBRIC.neverAfter);
  const never = matured.filter(({ score }) => score.promptness.state === 'never');
  return {
    all: gradeOf(final, scene),
    touched: gradeOf(touched, scene),
    untouched: wilson(never.length, matured.length),
  };
}

function gradeOf(scores: readonly LeadScore[], { settings }: Scene): Grade {
  const gpas = scores.map(({ gpa }) => gpa).filter((gpa) => gpa !== null);
  const gpa = mean(gpas);
  return { gpa, grade: averageLetter(gpa, boundariesOf(settings)), n: gpas.length };
}
