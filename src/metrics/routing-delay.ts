import type { Cycle } from './cycles.ts';
import type { RecordHistory } from './histories.ts';
import { assignedAt, ownerAt } from './owners.ts';
import { between, earliest, known, type Wait } from './spans.ts';

/**
 * Hand-raise → first assignment, in calendar seconds, of a record's first cycle (rule 52); censored while it is
 * nobody's. `null` when it has an owner but no assignment is known, or when nothing is known of its owner.
 */
export function routingDelay(history: RecordHistory, first: Cycle, asOf: number): Wait | null {
  if (first.early) return null;
  const given = history.ownerChanges.filter((change) => change.to).map((change) => change.at);
  const times = [assignedAt(history), ...given].map((at) => known(at, asOf)).filter((at) => at !== undefined);
  const assigned = earliest(times);
  if (assigned !== undefined) return { seconds: between(first.raise, assigned), censored: false };
  const owner = ownerAt(history, asOf);
  if (owner !== null && owner !== '') return null;
  return { seconds: between(first.raise, first.until), censored: true };
}
