import { type Moment, start } from '../contract/moment.ts';
import type { Deal, Quote, StageChange } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { DealHistory } from './histories.ts';
import { movesOf, stageAt } from './moves.ts';
import { endOf } from './outcome.ts';
import { ownerAt } from './owners.ts';
import { earliest, known } from './spans.ts';
import { outcomeOfStage } from './stage-outcomes.ts';
import { stageKey } from './stage-visits.ts';
import { isHeld } from './touches.ts';

/** A deal as it stood at asOf. */
export interface DealFacts {
  deal: Deal;
  history: DealHistory;
  owner: string | null | undefined;
  created?: Moment;
  /** How it ended; `at` is absent when neither a time nor a close date is known (rule 34). */
  closed?: { outcome: 'won' | 'lost'; at?: Moment };
  /** Where it stood, as far as it is known. */
  stage?: string;
  /** Moves known at asOf, in order. */
  moves: StageChange[];
  quotes: Quote[];
  /** Earliest held first appointment or entry into that stage (rule 39). */
  firstAppointment?: Moment;
  /** Entries into the proposal stage and quotes sent (rules 41, 66). */
  proposals: Moment[];
}

/** `undefined` for a deal that was made later, or merged into another. */
export function dealFacts(history: DealHistory, settings: Settings, asOf: number): DealFacts | undefined {
  const { record: deal } = history;
  if (deal.createdAt !== undefined && start(deal.createdAt) > asOf) return undefined;
  const created = known(deal.createdAt, asOf);
  const ended = endOf(history, settings, asOf);
  const moves = movesOf(history, asOf);
  const stage = stageAt(history, asOf);
  const quotes = history.quotes ?? [];
  const sent = quotes.map((quote) => known(quote.sentAt, asOf)).filter((at) => at !== undefined);
  const appointment = firstAppointment(history, moves, settings, asOf);
  return {
    deal,
    history,
    owner: ownerAt(history, asOf),
    moves,
    quotes,
    proposals: [...entries(moves, settings.proposalStage, deal, settings), ...sent],
    ...(created !== undefined && { created }),
    ...(stage !== undefined && { stage }),
    ...(ended && { closed: { ...ended, outcome: ended.outcome === 'won' ? 'won' : 'lost' } }),
    ...(appointment !== undefined && { firstAppointment: appointment }),
  };
}

/** Entries into a stage of the settings; one that ends the deals of this pipeline means nothing else in it. */
function entries(
  moves: readonly StageChange[],
  stage: string | undefined,
  { pipeline }: Deal,
  settings: Settings,
): Moment[] {
  if (stage === undefined || outcomeOfStage(pipeline, stage, settings)) return [];
  return moves.filter((move) => isStage(move.to, stage)).map((move) => move.at);
}

export const isStage = (a: string | undefined, b: string): boolean =>
  a !== undefined && stageKey(a) === stageKey(b);

function firstAppointment(
  { record, activities, before = [] }: DealHistory,
  moves: readonly StageChange[],
  settings: Settings,
  asOf: number,
): Moment | undefined {
  const held = [...activities, ...before].filter((a) => a.milestone === 'first-appointment' && isHeld(a));
  const times = held.map(({ at }) => known(at, asOf)).filter((at) => at !== undefined);
  return earliest([...times, ...entries(moves, settings.firstAppointmentStage, record, settings)]);
}

/** Rules 33, 86: lost in a stage that means nobody decided; what is said of its own pipeline comes first. */
export function isUndecided({ deal, closed, stage }: DealFacts, settings: Settings): boolean {
  if (closed?.outcome !== 'lost') return false;
  // What its page calls lost is judged by where it is; what only the stage says, by where it stood at asOf.
  const at = deal.outcome === 'open' ? stage : deal.stage;
  const said = outcomeOfStage(deal.pipeline, at, settings);
  if (said) return said === 'no-decision';
  return (settings.nonDecisionStages ?? []).some((name) => isStage(at, name));
}
