import type { Moment } from '../contract/moment.ts';
import type { Settings, StageOutcome } from '../contract/settings.ts';
import type { DealHistory } from './histories.ts';
import { movesOf, stageAt } from './moves.ts';
import { oncePer } from './once.ts';
import { stageKey } from './stage-visits.ts';

type Outcome = StageOutcome['outcome'];

/** What the user says that a stage of a pipeline means for its deals; `undefined` where nothing is said of it. */
export const outcomeOfStage = (
  pipeline: string | undefined,
  stage: string | undefined,
  settings: Settings,
): Outcome | undefined =>
  settings.stageOutcomes && stage !== undefined ? said(settings).get(placeKey(pipeline, stage)) : undefined;

const placeKey = (pipeline: string | undefined, stage: string): string =>
  JSON.stringify([pipeline === undefined ? null : stageKey(pipeline), stageKey(stage)]);

export const isPlace = (one: StageOutcome, pipeline: string | undefined, stage: string): boolean =>
  placeKey(one.pipeline, one.stage) === placeKey(pipeline, stage);

const said = oncePer(
  ({ stageOutcomes = [] }: Settings): Map<string, Outcome> =>
    new Map(stageOutcomes.map(({ pipeline, stage, outcome }) => [placeKey(pipeline, stage), outcome])),
);

/** How a deal ended by its stage at asOf; `at` is absent where its moves do not tell when it came there. */
interface StageEnd {
  outcome: Outcome;
  at?: Moment;
  /** Its last move, where that led elsewhere: it was still open then. */
  openUntil?: Moment;
}

/**
 * Rule 86. Where deals go from one stage to another that means the same ("Lost", "Lost, archived"), the first of them
 * ended it.
 */
export function endByStage(history: DealHistory, settings: Settings, asOf: number): StageEnd | undefined {
  if (!settings.stageOutcomes) return undefined;
  const outcomeIn = (stage: string | undefined) => outcomeOfStage(history.record.pipeline, stage, settings);
  const outcome = outcomeIn(stageAt(history, asOf));
  if (!outcome) return undefined;
  const moves = movesOf(history, asOf);
  const before = moves.findLastIndex(({ to }) => outcomeIn(to) !== outcome);
  const entry = moves[before + 1];
  if (entry && outcomeIn(entry.from) !== outcome) return { outcome, at: entry.at };
  const last = moves[before];
  return { outcome, ...(last && { openUntil: last.at }) };
}
