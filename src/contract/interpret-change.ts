import { definedOnly } from './clean.ts';
import { shownText } from './field.ts';
import type { Heading } from './headings.ts';
import { derivedId } from './identity.ts';
import type { Desk } from './interpret.ts';
import { kindOf } from './kind.ts';
import { end, isExact, type Moment, start } from './moment.ts';
import type { RawActivity } from './raw.ts';
import type { Records, StageChange, Subject } from './records.ts';

/** An item of a timeline with what was understood of it. */
export interface Item {
  row: RawActivity;
  on: Subject;
  at: Moment;
  by: string | undefined;
  heading: Heading;
}

/** Takes an item that shows a change of stage or owner into its table; `false` when it shows neither. */
export function takeChange(item: Item, desk: Desk, into: Records): boolean {
  const { row, on, at, by } = item;
  const known = (what: string, to: string | null) => ({
    org: desk.raw.org,
    id: row.id ?? derivedId(on.kind, on.id, what, steady(at), to ?? undefined),
    derived: row.id ? undefined : true,
    at,
  });
  const stage = on.kind === 'deal' ? stageMove(item) : undefined;
  if (stage) {
    into.stageChanges.push(definedOnly({ ...known('stage', stage.to), deal: on.id, ...stage, by }));
    return true;
  }
  const owner = ownerMove(item);
  if (owner) into.ownerChanges.push(definedOnly({ ...known('owner', owner.to), on, ...owner }));
  return owner !== undefined;
}

/** What an id may be made of: a time that is told from now is another one at each reading, and is left out. */
export const steady = (at: Moment | undefined): string | undefined =>
  at === undefined || isExact(at) || Math.abs(at[1] - at[0] - 864e5) <= 2 * 36e5 ? at?.toString() : undefined;

/** A move to another stage; a row that keeps the stage is none. */
function stageMove({ row, heading }: Item): { from: string | undefined; to: string } | undefined {
  // Without a change shown as such, only a heading of the page itself tells of one; a message's may say anything.
  const isTold = row.change
    ? row.change.field === 'stage'
    : ['system', 'meeting'].includes(kindOf(row.type ?? ''));
  const from = shownText(row.change?.from ?? heading.from);
  const to = shownText(row.change?.to ?? heading.to);
  return isTold && to && from !== to ? { from, to } : undefined;
}

/** The page tells of a move to another stage, but not in a sentence that is known. */
export const isUntoldMove = (row: RawActivity, on: Subject, heading: Heading): boolean =>
  on.kind === 'deal' &&
  !row.change &&
  heading.to === undefined &&
  kindOf(row.type ?? '') === 'system' &&
  /stage/i.test(row.type ?? '') &&
  !/lifecycle/i.test(row.type ?? '');

/** A move to another owner, `null` when nobody owns it now. */
function ownerMove({ row, heading }: Item): { from: string | undefined; to: string | null } | undefined {
  const from = shownText(row.change?.from);
  const to = row.change?.field === 'owner' ? (shownText(row.change.to) ?? null) : shownText(heading.owner);
  return to === undefined || to === from ? undefined : { from, to };
}

/**
 * The stage before is in some lists that of the row below. Where the changes chain as they stand but not by their
 * times, the list stood in another order than it seemed, and nothing that was taken from its order is true.
 */
export function withoutMisordered(changes: StageChange[], desk: Desk): StageChange[] {
  return [...new Set(changes.map((c) => c.deal))].flatMap((deal) => {
    const shown = changes.filter((c) => c.deal === deal);
    const byTime = shown.toReversed().sort((a, b) => start(a.at) - start(b.at));
    if (!shown.some(isOlderThanNext) || chains(byTime) || !chains(shown.toReversed())) return shown;
    desk.unread.push({ field: 'stageChanges', why: 'not sorted by their date' });
    desk.missed = true;
    return [];
  });
}

const isOlderThanNext = ({ at }: StageChange, i: number, all: StageChange[]): boolean => {
  const next = all[i + 1]?.at;
  return next !== undefined && start(at) < start(next) && end(at) <= start(next);
};

/** Whether each change begins where the one before it ended. */
const chains = (changes: StageChange[]): boolean =>
  changes.slice(1).every(({ from }, i) => from === changes[i]?.to);
