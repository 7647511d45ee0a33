import { isExact, type Moment } from '../contract/moment.ts';
import { byEnd, isBefore } from './spans.ts';

/** Of an owner or a stage: one gives way to the next. */
interface Change {
  id: string;
  at: Moment;
  from?: string | null | undefined;
  to: string | null;
}

/**
 * Changes one after the other. Where their times leave the order open (two of one day), each follows the one it takes
 * over from; where that leaves it open too, `by` decides, and last the id.
 */
export function inSuccession<C extends Change>(
  changes: readonly C[],
  by: (a: Moment, b: Moment) => number,
): C[] {
  const rest = [...changes].sort((a, b) => by(a.at, b.at) || (a.id < b.id ? -1 : 1));
  if (rest.every(({ at }, i) => isBeforeNext(at, rest[i + 1]))) return rest;
  const ordered: C[] = [];
  for (let next = nextOf(rest); next; next = nextOf(rest, next)) {
    ordered.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return ordered;
}

/** Most often the times tell the whole order. */
const isBeforeNext = (at: Moment, next: Change | undefined): boolean =>
  next === undefined || (isExact(at) && isExact(next.at) && at < next.at);

function nextOf<C extends Change>(rest: readonly C[], last?: C): C | undefined {
  const [soonest] = [...rest].sort((a, b) => byEnd(a.at, b.at));
  const possible = rest.filter(({ at }) => soonest && !isBefore(soonest.at, at));
  const isFirst = ({ from }: C) => !possible.some((other) => other.from !== from && other.to === from);
  return possible.find(({ from }) => last && from === last.to) ?? possible.find(isFirst) ?? possible[0];
}
