import { average, type Figure, withCoverage } from './kpi.ts';
import { oncePer } from './once.ts';
import { cohortOf } from './response-waits.ts';
import { RUBRIC } from './rubric.ts';
import type { Scene } from './scene.ts';
import type { LeadScore } from './score.ts';

export type P = 'promptness' | 'persistence' | 'personalization' | 'performance';

/** The four Ps of the leads first raised in the period whose persistence is final (rule 55). */
export const finalScores = oncePer((scene: Scene): LeadScore[] =>
  cohortOf(scene)
    .flatMap(({ lead }) => lead.score() ?? [])
    .filter(({ provisional }) => !provisional),
);

/** Mean points of one P over those that could be graded; its coverage is their share of the final leads. */
export function pointsOf(scene: Scene, p: P): Figure {
  const { coverage } = withCoverage(finalScores(scene), (score) => score[p].grade !== null);
  return { ...average(letterPoints(scene, p)), coverage };
}

/** The points of each that could be graded. */
export const letterPoints = (scene: Scene, p: P): number[] =>
  finalScores(scene)
    .map((score) => score[p].grade)
    .filter((grade) => grade !== null)
    .map((grade) => RUBRIC.points[grade]);
