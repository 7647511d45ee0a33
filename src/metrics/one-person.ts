import type { Records } from '../contract/records.ts';

/** One who is written in several ways counts as one: every other name of theirs becomes the first. */
export function asOnePerson(records: Records, names: readonly string[]): Records {
  const [first, ...others] = names;
  if (first === undefined || others.length === 0) return records;
  const also = new Set(others);
  const renamed = (name: string): string => (also.has(name) ? first : name);
  const named = <T extends object>(rows: readonly T[], fields: readonly string[]): T[] =>
    rows.map((row) => {
      const found = Object.entries(row).filter(
        ([field, value]) => fields.includes(field) && typeof value === 'string' && also.has(value),
      );
      return found.length === 0
        ? row
        : { ...row, ...Object.fromEntries(found.map(([field, value]) => [field, renamed(String(value))])) };
    });
  return {
    ...records,
    leads: named(records.leads, ['owner']),
    deals: named(records.deals, ['owner']),
    activities: named(records.activities, ['by']),
    stageChanges: named(records.stageChanges, ['by']),
    ownerChanges: named(records.ownerChanges, ['from', 'to']),
    quotes: named(records.quotes, ['by']),
    tickets: named(records.tickets, ['owner']),
    customers: named(records.customers, ['owner']),
  };
}
