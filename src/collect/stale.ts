import type { RawActivity, RawPage, RawRecord } from '../contract/raw.ts';

/**
 * A CRM changes its address before it shows the next record, and the record that was left stays on the screen for a
 * while. Whatever is shown belongs to the address under which it first appeared, for as long as it stands there
 * without a break, and is read under no other. A page may prove whose record it shows; of a timeline none does.
 * The proof may be a name that both records have: it is believed once the same has stood there for a while, which
 * `readAgain` is asked to see. `told` are the prints of the activities, for they may be many.
 */
export function guardStale(readAgain: (wait: number) => void): (page: RawPage, told?: string[]) => RawPage {
  let owners = new Map<string, string>();
  let held: { page: string; since: number } | undefined;
  return (page, told = page.activities.map(printOfActivity)) => {
    if (page.kind !== 'record') {
      owners = new Map();
      return page;
    }
    if (page.unready) return page;
    const record = printOf(page);
    const known = owners;
    const owner = known.get(record);
    if (!page.proved || owner === undefined || owner === page.page) held = undefined;
    else if (held?.page !== page.page) {
      held = { page: page.page, since: Date.now() };
      readAgain(HELD + 100);
    } else if (Date.now() - held.since >= HELD) known.delete(record);
    const ownerOf = (print: string) => known.get(print) ?? page.page;
    const prints = [record, ...told];
    owners = new Map(prints.map((print) => [print, ownerOf(print)]));
    if (ownerOf(record) !== page.page)
      return { ...page, records: [], activities: [], unready: 'still shows the record that was left' };
    const activities = page.activities.filter((_, i) => ownerOf(told[i] ?? '') === page.page);
    const dropped = page.activities.length - activities.length;
    if (dropped === 0) return page;
    const why = `${dropped} shown since before the address changed`;
    const records = page.records.map(withoutTimelines);
    return { ...page, records, activities, more: true, unread: [...page.unread, { field: 'activity', why }] };
  };
}

/** Longer (ms) than a CRM takes from its new address to the record of it. */
const HELD = 2000;

/** What some pages tell by their timeline alone, and no field of theirs. */
const withoutTimelines = (record: RawRecord): RawRecord => {
  const { createdAt, closedAt, ...fields } = record.fields;
  const kept = Object.entries({ createdAt, closedAt }).flatMap(([name, field]) =>
    field && field.by !== 'structure' ? [[name, field] as const] : [],
  );
  return { ...record, fields: { ...fields, ...Object.fromEntries(kept) } };
};

/** Ids come from the address, so they say nothing of whose content this is. A page without a record is its activity. */
const printOf = ({ records, activities }: Pick<RawPage, 'records' | 'activities'>): string =>
  JSON.stringify(
    records.length > 0
      ? records.map(({ fields, labelled }) => [Object.entries(fields).map(([k, f]) => [k, f.text]), labelled])
      : activities.map(({ id: _, ...activity }) => activity),
  );

/**
 * Without what an adapter may tell from the record that it stands beside: whose name it is that a sentence holds, and
 * so which stage it names.
 */
export const printOfActivity = ({
  on: _,
  direction: __,
  automated: ___,
  type: ____,
  header: _____,
  body: ______,
  change: _______,
  ...rest
}: RawActivity): string => JSON.stringify(rest);
