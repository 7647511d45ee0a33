import { type Moment, start } from '../contract/moment.ts';
import type { Deal, Quote, StageChange } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { DealHistory } from './histories.ts';
import { endOf } from './outcome.ts';
import { ownerAt } from './owners.ts';
import { byEnd, byStart, earliest, known } from './spans.ts';
import { stageKey } from './stage-visits.ts';
import { inSuccession } from './succession.ts';
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
  const ended = endOf(deal, settings, asOf);
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
    proposals: [...entries(moves, settings.proposalStage), ...sent],
    ...(created !== undefined && { created }),
    ...(stage !== undefined && { stage }),
    ...(ended && { closed: { ...ended, outcome: deal.outcome === 'won' ? 'won' : 'lost' } }),
    ...(appointment !== undefined && { firstAppointment: appointment }),
  };
}

function movesOf({ stageChanges = [] }: DealHistory, asOf: number): StageChange[] {
  const seen = stageChanges.flatMap((change) => {
    const at = known(change.at, asOf);
    return at === undefined ? [] : [{ ...change, at }];
  });
  return inSuccession(seen, byEnd);
}

/** The stage at asOf: what a later move says it left, else what the deal says. */
function stageAt({ record, stageChanges = [] }: DealHistory, asOf: number): string | undefined {
  const [next] = inSuccession(
    stageChanges.filter(({ at }) => start(at) > asOf),
    byStart,
  );
  return next ? next.from : record.stage;
}

const entries = (moves: readonly StageChange[], stage: string | undefined): Moment[] =>
  stage === undefined ? [] : moves.filter((move) => isStage(move.to, stage)).map((move) => move.at);

export const isStage = (a: string | undefined, b: string): boolean =>
  a !== undefined && stageKey(a) === stageKey(b);

function firstAppointment(
  { activities, before = [] }: DealHistory,
  moves: readonly StageChange[],
  settings: Settings,
  asOf: number,
): Moment | undefined {
  const held = [...activities, ...before].filter((a) => a.milestone === 'first-appointment' && isHeld(a));
  const times = held.map(({ at }) => known(at, asOf)).filter((at) => at !== undefined);
  return earliest([...times, ...entries(moves, settings.firstAppointmentStage)]);
}

/** Rule 33: lost in a stage that means nobody decided. */
export const isUndecided = ({ deal, closed }: DealFacts, { nonDecisionStages = [] }: Settings): boolean =>
  closed?.outcome === 'lost' && nonDecisionStages.some((stage) => isStage(deal.stage, stage));
