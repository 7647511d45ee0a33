import { tellsOfBirth } from './headings.ts';
import type { Desk } from './interpret.ts';
import { end, type Moment, start } from './moment.ts';
import type { Records } from './records.ts';

/** A page without the time at which a record was created may tell it in the record's timeline. */
export function addBirths(records: Records, desk: Desk): void {
  for (const row of records.leads) addBirth('lead', row, records, desk);
  for (const row of records.deals) addBirth('deal', row, records, desk);
}

/** Only the oldest item can be that: one with older ones below it tells of another record. */
function addBirth(
  kind: 'lead' | 'deal',
  row: { id: string; createdAt?: Moment | undefined },
  { activities }: Records,
  { headers }: Desk,
): void {
  if (row.createdAt !== undefined) return;
  const own = activities.filter(({ on }) => on.kind === kind && on.id === row.id);
  const told = own.filter((a) => a.kind === 'system' && tellsOfBirth(headers?.get(a) ?? ''));
  const [at, ...others] = told.flatMap((a) => a.at ?? []);
  if (at === undefined || others.length > 0) return;
  if (own.every((a) => a.at === undefined || end(a.at) >= start(at))) row.createdAt = at;
}
