import type { Activity, Deal, Lead, OwnerChange, Quote, Records, StageChange } from '../contract/records.ts';

/** A lead or a deal with all that is known to have happened to it; what every per-record metric takes. */
export interface RecordHistory {
  kind: 'lead' | 'deal';
  record: Lead | Deal;
  /** On the record and, for a lead, on the deal it became. In no particular order. */
  activities: Activity[];
  ownerChanges: OwnerChange[];
  /** Records that were merged into this one: their hand-raises are its own (rule 77). */
  merged?: (Lead | Deal)[];
  /** Of a deal alone: its way through the stages, its quotes, and what happened on the lead it came from. */
  stageChanges?: StageChange[];
  quotes?: Quote[];
  before?: Activity[];
}

export type DealHistory = RecordHistory & { record: Deal };
export const isDealHistory = (history: RecordHistory): history is DealHistory => history.kind === 'deal';

type Kind = RecordHistory['kind'];
type Entry = Pick<RecordHistory, 'kind' | 'record'>;

/** `<org>/<kind>/<id>`, the name of a record in a Report. */
export const keyOf = (org: string, kind: Kind, id: string): string => `${org}/${kind}/${id}`;

/** What is told of one record, whether that was seen itself or not. */
interface Home {
  activities: Activity[];
  ownerChanges: OwnerChange[];
  stageChanges: StageChange[];
  quotes: Quote[];
  merged: (Lead | Deal)[];
  /** Of a lead: the deals it became. Of a deal: the leads it came from. */
  others: Home[];
}

type HomeOf = (org: string, kind: Kind, id: string) => Home;

/** One history per lead and deal that survives; what hangs on merged ones is found in it (rules 5, 77). */
export function historiesOf(records: Records): RecordHistory[] {
  const entries: Entry[] = [
    ...records.leads.map((record) => ({ kind: 'lead', record }) as const),
    ...records.deals.map((record) => ({ kind: 'deal', record }) as const),
  ];
  const homeOf = homesOf(entries);
  for (const row of records.activities) homeOf(row.org, row.on.kind, row.on.id).activities.push(row);
  for (const row of records.ownerChanges) homeOf(row.org, row.on.kind, row.on.id).ownerChanges.push(row);
  for (const row of records.stageChanges) homeOf(row.org, 'deal', row.deal).stageChanges.push(row);
  for (const row of records.quotes) homeOf(row.org, 'deal', row.deal).quotes.push(row);
  for (const { kind, record } of entries) {
    joinConverted(record, homeOf);
    if (isMerged(record)) homeOf(record.org, kind, record.id).merged.push(record);
  }
  return entries
    .filter(({ record }) => !isMerged(record))
    .map((entry) => historyOf(entry, homeOf(entry.record.org, entry.kind, entry.record.id)));
}

function historyOf({ kind, record }: Entry, home: Home): RecordHistory {
  const { activities, ownerChanges, merged, stageChanges, quotes } = home;
  const elsewhere = home.others.length === 0 ? [] : home.others.flatMap((other) => other.activities);
  return kind === 'deal'
    ? { kind, record, activities, ownerChanges, merged, stageChanges, quotes, before: elsewhere }
    : { kind, record, activities: joined(activities, elsewhere), ownerChanges, merged };
}

/** Most leads became no deal: nothing is copied for them. */
const joined = <T>(a: T[], b: T[]): T[] => (b.length === 0 ? a : [...a, ...b]);

const isMerged = ({ mergedInto }: Lead | Deal): boolean => mergedInto !== undefined;

/** Ties a lead and the deal it became to each other, whichever of the two names the other. */
function joinConverted(record: Lead | Deal, homeOf: HomeOf): void {
  const { org, id } = record;
  if ('deal' in record && record.deal) tie(homeOf(org, 'lead', id), homeOf(org, 'deal', record.deal));
  if ('lead' in record && record.lead) tie(homeOf(org, 'lead', record.lead), homeOf(org, 'deal', id));
}

function tie(lead: Home, deal: Home): void {
  if (lead.others.includes(deal)) return;
  lead.others.push(deal);
  deal.others.push(lead);
}

/** Where to find what is told of a record: with the one that it was merged into. */
function homesOf(entries: readonly Entry[]): HomeOf {
  const survivorOf = survivors(entries);
  // Found by its parts: joining them for every activity would take longer than all the rest.
  const homes = new Map<string, Record<Kind, Map<string, Home>>>();
  // Rows of one record mostly follow each other.
  let last: { org: string; kind: Kind; id: string; home: Home } | undefined;
  return function homeOf(org, kind, id): Home {
    if (last?.id === id && last.kind === kind && last.org === org) return last.home;
    const home = findHome(org, kind, id);
    last = { org, kind, id, home };
    return home;
  };

  function findHome(org: string, kind: Kind, id: string): Home {
    const account = homes.get(org) ?? { lead: new Map(), deal: new Map() };
    const known = account[kind].get(id);
    if (known) return known;
    homes.set(org, account);
    const survivor = survivorOf(org, kind, id);
    const home = survivor === id ? newHome() : findHome(org, kind, survivor);
    account[kind].set(id, home);
    return home;
  }
}

const newHome = (): Home => ({
  activities: [],
  ownerChanges: [],
  stageChanges: [],
  quotes: [],
  merged: [],
  others: [],
});

/** From a record to the id of the one it was merged into, through any number of merges. */
function survivors(entries: readonly Entry[]): (org: string, kind: Kind, id: string) => string {
  const into = new Map<string, string>();
  for (const { kind, record } of entries)
    if (record.mergedInto !== undefined) into.set(keyOf(record.org, kind, record.id), record.mergedInto);
  return (org, kind, id) => {
    let last = id;
    const passed = new Set<string>(); // records that name each other must not hang us
    for (;;) {
      const next = into.get(keyOf(org, kind, last));
      if (next === undefined || passed.has(next)) return last;
      passed.add(next);
      last = next;
    }
  };
}

/** The record and those merged into it. */
export const withMerged = (history: RecordHistory): (Lead | Deal)[] => [
  history.record,
  ...(history.merged ?? []),
];
