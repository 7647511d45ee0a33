import type { Sighting } from '../contract/coverage.ts';
import { agree, type Moment } from '../contract/moment.ts';
import type { Deal, Lead } from '../contract/records.ts';
import type { Telling } from './database.ts';
import { same } from './merge.ts';

type Row = Record<string, unknown>;

/** What a record keeps of how the page told it. */
export function tellingOf({ coverage }: Sighting): Telling {
  const labelled = Object.entries(coverage.by ?? {}).flatMap(([field, by]) =>
    by === 'label' ? [field] : [],
  );
  const locale = coverage.locale?.split('-')[0];
  return { ...(locale && { locale }), ...(labelled.length > 0 && { labelled }) };
}

/** The same record on a page in another language. Where one of them is not known, nobody says so. */
export const isTranslated = (old: Telling = {}, now: Telling = {}): boolean =>
  old.locale !== undefined && now.locale !== undefined && old.locale !== now.locale;

/** What stays as it is for as long as the record is there; of all else the newer value holds, however it was found. */
const STEADY = ['createdAt', 'source', 'type'];

const contradict = (field: string, a: unknown, b: unknown): boolean =>
  field === 'createdAt' ? agree(a as Moment, b as Moment) === null : !same(a, b);

/**
 * Where a label contradicts a name of the CRM's own, the name's value stays or takes its place. Changes `merged`, and
 * returns which of its fields a label alone has told so far.
 */
export function keepSurer(
  merged: Lead | Deal,
  before: Lead | Deal,
  seen: Lead | Deal,
  told: Telling | undefined,
  telling: Telling,
): Telling {
  const [row, old, now] = [merged, before, seen] as unknown as [Row, Row, Row];
  const [wasLabel, isLabel] = [new Set(told?.labelled), new Set(telling.labelled)];
  for (const field of STEADY) {
    if (old[field] === undefined || now[field] === undefined || wasLabel.has(field) === isLabel.has(field))
      continue;
    if (contradict(field, old[field], now[field])) row[field] = isLabel.has(field) ? old[field] : now[field];
  }
  const labelled = [...new Set([...wasLabel, ...isLabel])].filter((field) =>
    isLabel.has(field) && now[field] !== undefined
      ? wasLabel.has(field) || old[field] === undefined || !same(row[field], old[field])
      : wasLabel.has(field) && now[field] === undefined,
  );
  const locale = telling.locale ?? told?.locale;
  return { ...(locale && { locale }), ...(labelled.length > 0 && { labelled: labelled.sort() }) };
}
