import { end, isExact, type Moment, start } from '../contract/moment.ts';
import type { Settings } from '../contract/settings.ts';
import { cyclesOf } from './cycles.ts';
import { scoreCycle } from './four-p.ts';
import { type RecordHistory, withMerged } from './histories.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { closedAt } from './outcome.ts';
import { ownerAt } from './owners.ts';
import { RUBRIC } from './rubric.ts';
import type { LeadScore, Letter } from './score.ts';
import { type Unanswered, unansweredOf } from './waiting.ts';

/** What a roll-up needs of one record, so that a change of it costs that record's rows and no other's. */
export interface Digest extends Lineage {
  id: string;
  owner?: string | null;
  /** Its first hand-raise and the four Ps of that; absent without one. */
  raise?: Moment;
  letters?: Record<'promptness' | 'persistence' | 'personalization' | 'performance', Letter | null>;
  score?: Pick<LeadScore, 'gpa' | 'provisional'> & Pick<LeadScore['promptness'], 'state'>;
  waits?: Unanswered;
  /** Epoch ms from which on time alone may have changed it; absent when it never will. */
  until?: number;
}

export function digestOf(history: RecordHistory, settings: Settings, asOf: number): Digest {
  const cycles = cyclesOf(history, settings, asOf);
  const [first] = cycles;
  const score = first && scoreCycle(first, settings, asOf);
  const owner = ownerAt(history, asOf);
  const waits = unansweredOf(history, cycles, settings, asOf);
  const until = changesAt(history, settings, asOf, first?.raise);
  return {
    ...lineageOf(history),
    id: history.record.id,
    ...(owner !== undefined && { owner }),
    ...(score && first && { raise: first.raise, letters: lettersOf(score), score: finalOf(score) }),
    ...(waits && { waits }),
    ...(until !== undefined && { until }),
  };
}

const lettersOf = ({ promptness, persistence, personalization, performance }: LeadScore) => ({
  promptness: promptness.grade,
  persistence: persistence.grade,
  personalization: personalization.grade,
  performance: performance.grade,
});

const finalOf = ({ gpa, provisional, promptness }: LeadScore) => ({
  gpa,
  provisional,
  state: promptness.state,
});

/** The next instant at which something of it becomes known, too old or final; now, while a pair reaches into the future. */
function changesAt(
  history: RecordHistory,
  settings: Settings,
  asOf: number,
  raise: Moment | undefined,
): number | undefined {
  const moments = [
    ...history.activities.map(({ at }) => at),
    ...history.ownerChanges.map(({ at }) => at),
    // By a move a deal may come to the stage that ends it.
    ...(settings.stageOutcomes ? (history.stageChanges ?? []).map(({ at }) => at) : []),
    ...withMerged(history).flatMap((record) => [
      record.createdAt,
      closedAt(record, settings),
      ...('raisedAt' in record ? [record.raisedAt] : []),
      ...('assignedAt' in record ? [record.assignedAt] : []),
    ]),
  ].filter((at) => at !== undefined);
  if (moments.some((at) => !isExact(at) && start(at) <= asOf && end(at) > asOf)) return asOf;
  const ages =
    raise === undefined ? [] : [RUBRIC.neverAfter, RUBRIC.finalAfter].map((s) => end(raise) + s * 1000);
  const ahead = [...moments.map(start), ...ages].filter((at) => at > asOf);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}
