import type { Subject } from '../../contract/records.ts';
import type { Entry, Register } from './register.ts';
import type { Line } from './sheet.ts';

const NAMING = ['lead', 'contact', 'deal', 'related'];

/** The column by which a row says what it is about. */
export const namingField = (line: Line): string => NAMING.find((field) => line.text(field)) ?? 'related';

/**
 * The lead or deal that a row is about, by ids and then by names, or why there is none. A lead comes before a deal:
 * how leads are followed up is what is counted, and who is a customer's contact is often in the leads' export too.
 */
export function subjectIn(line: Line, register: Register): Entry | string {
  const named = NAMING.flatMap((field) =>
    line.texts(field).flatMap((text) => parts(text).map((part) => [field, part] as const)),
  );
  const [known] = named.flatMap(([, text]) => register.byId(text) ?? []).sort(leadsFirst);
  if (known) return known;
  const company = line.text('company');
  const [called] = named
    .flatMap(([field, text]) => register.byName(text, kindOf(field), company) ?? [])
    .sort(leadsFirst);
  if (called) return called;
  const [first] = named;
  return first
    ? `belongs to no lead or deal of these files, or to several: "${first[1].slice(0, 60)}"`
    : 'names no lead or deal';
}

const leadsFirst = (a: Entry, b: Entry): number =>
  Number(a.on.kind === 'deal') - Number(b.on.kind === 'deal');

const kindOf = (field: string): Subject['kind'] | undefined =>
  field === 'deal' ? 'deal' : field === 'related' ? undefined : 'lead';

/** A cell may name several, as it is or one after the other: "101;102", "Ann Lee (ann@example.com)". */
function parts(text: string): string[] {
  const all = text.split(/\s*;\s*/);
  return [...new Set([text, ...all, ...all.map((part) => part.replace(/\s*\([^()]*\)$/, ''))])].filter(
    Boolean,
  );
}
