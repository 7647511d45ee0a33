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

/** One history per lead and deal that survives; what hangs on merged ones is found in it (rules 5, 77). */
export function historiesOf(records: Records): RecordHistory[] {
  const entries: Entry[] = [
    ...records.leads.map((record) => ({ kind: 'lead', record }) as const),
    ...records.deals.map((record) => ({ kind: 'deal', record }) as const),
  ];
  const homeOf = survivors(entries);
  const home = ({ kind, record }: Entry) => homeOf(record.org, kind, record.id);
  const activities = groupBy(records.activities, ({ org, on }) => homeOf(org, on.kind, on.id));
  const changes = groupBy(records.ownerChanges, ({ org, on }) => homeOf(org, on.kind, on.id));
  const stages = groupBy(records.stageChanges, ({ org, deal }) => homeOf(org, 'deal', deal));
  const quotes = groupBy(records.quotes, ({ org, deal }) => homeOf(org, 'deal', deal));
  const merged = groupBy(entries.filter(isMerged), home);
  const became = conversions(entries, homeOf);
  const dealsOf = groupBy(became, ([lead]) => lead);
  const leadsOf = groupBy(became, ([, deal]) => deal);
  return entries
    .filter((entry) => !isMerged(entry))
    .map((entry) => {
      const key = home(entry);
      const keys = new Set([key, ...(dealsOf.get(key) ?? []).map(([, deal]) => deal)]);
      const leads = new Set((leadsOf.get(key) ?? []).map(([lead]) => lead));
      return {
        ...entry,
        activities: [...keys].flatMap((k) => activities.get(k) ?? []),
        ownerChanges: changes.get(key) ?? [],
        merged: (merged.get(key) ?? []).map(({ record }) => record),
        ...(entry.kind === 'deal' && {
          stageChanges: stages.get(key) ?? [],
          quotes: quotes.get(key) ?? [],
          before: [...leads].flatMap((k) => activities.get(k) ?? []),
        }),
      };
    });
}

const isMerged = ({ record }: Entry): boolean => record.mergedInto !== undefined;

type HomeOf = (org: string, kind: Kind, id: string) => string;

/** From a record to the key of the one it was merged into, through any number of merges. */
function survivors(entries: readonly Entry[]): HomeOf {
  const into = new Map<string, string>();
  for (const { kind, record } of entries) {
    const { org, id, mergedInto } = record;
    if (mergedInto !== undefined) into.set(keyOf(org, kind, id), keyOf(org, kind, mergedInto));
  }
  return (org, kind, id) => {
    let key = keyOf(org, kind, id);
    const passed = new Set<string>(); // records that name each other must not hang us
    for (let next = into.get(key); next !== undefined && !passed.has(next); next = into.get(key)) {
      passed.add(next);
      key = next;
    }
    return key;
  };
}

/** Pairs of a lead's key and the key of the deal it became, whichever of the two names the other. */
function conversions(entries: readonly Entry[], homeOf: HomeOf): [lead: string, deal: string][] {
  return entries.flatMap(({ record }): [string, string][] => {
    const { org, id } = record;
    if ('deal' in record && record.deal) return [[homeOf(org, 'lead', id), homeOf(org, 'deal', record.deal)]];
    if ('lead' in record && record.lead) return [[homeOf(org, 'lead', record.lead), homeOf(org, 'deal', id)]];
    return [];
  });
}

/** The record and those merged into it. */
export const withMerged = (history: RecordHistory): (Lead | Deal)[] => [
  history.record,
  ...(history.merged ?? []),
];

function groupBy<T>(rows: readonly T[], keyFor: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyFor(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
