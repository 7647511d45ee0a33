import { derivedId } from '../contract/identity.ts';
import { agree, end, isExact, start } from '../contract/moment.ts';
import type { Deal, Lead, OwnerChange, StageChange } from '../contract/records.ts';
import type { Stored } from './database.ts';

/** What a stamp from the future says of when something was seen: the machine's clock was set back since. */
export const sinceBegun = ({ createdAt }: Lead | Deal, now: number): number =>
  createdAt !== undefined && start(createdAt) < now ? start(createdAt) : 0;

/** A change noticed between two visits happened somewhere between them: `[last seen as before, now)`. */
const between = (old: { seenAt: number }, now: number) =>
  [old.seenAt, Math.max(now, old.seenAt + 1)] as const;

/** The stage change that two sightings of a deal prove, unless the page itself told of it. */
export function noticedStage(
  old: Stored<Deal>,
  seen: Deal,
  told: StageChange[],
  now: number,
): StageChange | undefined {
  if (seen.stage === undefined || old.stage === undefined || seen.stage === old.stage) return undefined;
  if (told.some((c) => c.to === seen.stage && end(c.at) >= old.seenAt)) return undefined;
  const id = derivedId(old.id, 'stage', old.stage, seen.stage, old.seenAt);
  return {
    org: old.org,
    id,
    derived: true,
    deal: old.id,
    from: old.stage,
    to: seen.stage,
    at: between(old, now),
  };
}

/** The owner change that two sightings of a record prove, unless the page itself told of it. */
export function noticedOwner(
  kind: 'lead' | 'deal',
  old: Stored<Lead | Deal>,
  seen: Lead | Deal,
  told: OwnerChange[],
  now: number,
): OwnerChange | undefined {
  if (seen.owner === undefined || old.owner === undefined || seen.owner === old.owner) return undefined;
  if (told.some((c) => c.to === seen.owner && end(c.at) >= old.seenAt)) return undefined;
  const id = derivedId(kind, old.id, 'owner', old.owner ?? '', seen.owner ?? '', old.seenAt);
  const on = { kind, id: old.id };
  return { org: old.org, id, derived: true, on, from: old.owner, to: seen.owner, at: between(old, now) };
}

/** Noticed changes that a change told by the page makes superfluous: the same move, at a time that agrees. */
export const superseded = <T extends StageChange | OwnerChange>(told: T, known: T[]): T[] =>
  known.filter(
    (c) =>
      c.derived === true &&
      c.id !== told.id &&
      c.to === told.to &&
      !isExact(c.at) &&
      agree(c.at, told.at) !== null &&
      (isExact(told.at) || end(told.at) - start(told.at) < end(c.at) - start(c.at)),
  );
