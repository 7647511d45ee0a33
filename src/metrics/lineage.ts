import type { Settings } from '../contract/settings.ts';
import { keyOf, type RecordHistory, withMerged } from './histories.ts';

/** What a record has to do with the leads around it. */
export interface Lineage {
  kind: 'lead' | 'deal';
  org: string;
  /** Its own key and those of the records merged into it. */
  keys: string[];
  /** The deals that a lead became. */
  became: string[];
  /** A deal names the lead it came from. */
  hasLead: boolean;
}

export function lineageOf(history: RecordHistory): Lineage {
  const { kind } = history;
  const records = withMerged(history);
  return {
    kind,
    org: history.record.org,
    keys: records.map(({ org, id }) => keyOf(org, kind, id)),
    became: records.flatMap((r) => ('deal' in r && r.deal ? [keyOf(r.org, 'deal', r.deal)] : [])),
    hasLead: records.some((r) => 'lead' in r && !!r.lead),
  };
}

/** Whether deals count among the leads of an account. */
export type ScoreDeals = (org: string) => boolean;

/** Rule 81: leads, and where the account's deals count those that no lead became. */
export function countAmong(all: readonly Lineage[], scoreDeals: ScoreDeals): (one: Lineage) => boolean {
  const became = new Set(all.flatMap((one) => one.became));
  const isOwn = ({ hasLead, keys }: Lineage) => !hasLead && !keys.some((key) => became.has(key));
  return (one) => one.kind === 'lead' || (scoreDeals(one.org) && isOwn(one));
}

/** As the user decided; where that is open, in the accounts in which no lead was seen. */
export function perAccount(all: readonly Lineage[], { scoreDeals }: Settings): ScoreDeals {
  const withLeads = new Set(all.filter(({ kind }) => kind === 'lead').map(({ org }) => org));
  return (org) => scoreDeals ?? !withLeads.has(org);
}

/** Rule 81 as a Report has it: deals only where the settings say so. */
export function scoredAmong(histories: readonly RecordHistory[], settings: Settings): RecordHistory[] {
  if (!settings.scoreDeals) return histories.filter(({ kind }) => kind === 'lead');
  const lineages = histories.map(lineageOf);
  const counts = countAmong(lineages, () => true);
  return histories.filter((_, i) => lineages[i] !== undefined && counts(lineages[i]));
}
