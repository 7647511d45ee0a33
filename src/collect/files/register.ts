import { plain } from '../../contract/match.ts';
import type { Deal, Lead, Records, Subject } from '../../contract/records.ts';

/** A record by which an activity of another file may be known. */
export interface Entry {
  on: Subject;
  record: Lead | Deal | undefined;
}

/** The leads and deals of all files that are imported together, by id and by name. */
export interface Register {
  add: (kind: Subject['kind'], record: Lead | Deal, email?: string) => void;
  /** By id; an id with the mark of a Salesforce lead or opportunity stands for one that no file has. */
  byId: (id: string) => Entry | undefined;
  /** By name or e-mail; `undefined` where none has it, or several have it that the company does not tell apart. */
  byName: (name: string, kind: Subject['kind'] | undefined, company: string | undefined) => Entry | undefined;
}

/** Salesforce writes its ids with 15 characters, or with three more that follow from them. */
const short = (id: string): string => (/^[a-zA-Z0-9]{18}$/.test(id) ? id.slice(0, 15) : id);
const MARKS: [RegExp, Subject['kind']][] = [
  [/^006[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/, 'deal'],
  [/^00Q[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/, 'lead'],
];

export function newRegister(): Register {
  const ids = new Map<string, Entry>();
  // Of those that are called alike two are enough to know that a name tells nobody apart.
  const names = new Map<string, Entry[]>();
  const keyOf = (name: string, kind: string | undefined, company: string | undefined) =>
    JSON.stringify([plain(name), kind, company === undefined ? company : plain(company)]);
  const note = (name: string | undefined, entry: Entry) => {
    for (const kind of name ? [entry.on.kind, undefined] : [])
      for (const company of [entry.record?.company ?? '', undefined]) {
        const key = keyOf(name ?? '', kind, company);
        const known = names.get(key) ?? [];
        if (known.length < 2) names.set(key, [...known, entry]);
      }
  };
  return {
    add(kind, record, email) {
      const entry = { on: { kind, id: record.id }, record };
      ids.set(short(record.id), entry);
      note(record.name, entry);
      if (email !== record.name) note(email, entry);
    },
    byId(id) {
      const known = ids.get(short(id));
      if (known) return known;
      const mark = MARKS.find(([form]) => form.test(id));
      return mark && { on: { kind: mark[1], id }, record: undefined };
    },
    byName(name, kind, company) {
      const found = names.get(keyOf(name, kind, undefined)) ?? [];
      const near = company === undefined ? [] : (names.get(keyOf(name, kind, company)) ?? []);
      const [only] = found.length === 1 ? found : near;
      return found.length === 1 || near.length === 1 ? only : undefined;
    },
  };
}

/** Exports that refer to each other are of one account: leads take the name of their deals' one. */
export function unite(records: Records): void {
  const deals = new Map(records.deals.map((deal) => [short(deal.id), deal]));
  const homes = new Map<string, string>();
  for (const lead of records.leads) {
    const deal = lead.deal ? deals.get(short(lead.deal)) : undefined;
    if (!deal) continue;
    lead.deal = deal.id;
    if (deal.org !== lead.org) homes.set(lead.org, deal.org);
  }
  for (const lead of records.leads) lead.org = homes.get(lead.org) ?? lead.org;
}
