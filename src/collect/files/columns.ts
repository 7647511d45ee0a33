import { languageOf, meanings } from '../../contract/dictionary.ts';
import { type Mapping, type Table, table as tableSchema } from '../../contract/mapping.ts';
import { byContent, lookAt } from './content.ts';
import { ALIASES, FIELDS, type Format, keyOf, NEEDED, SHARED, SIGNS } from './format.ts';

const modules = import.meta.glob<Record<string, Format>>('./*-csv.ts', { eager: true });
const formats: Format[] = Object.values(modules).flatMap((module) => Object.values(module));

/** A header as a person would write it: `close_date` and `CloseDate` are "close date". */
const spoken = (header: string): string =>
  header
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .replace(/_+/g, ' ')
    .replace(/\s*\([^)]*\)\s*$/u, '')
    .trim();

/** A field that a header may mean, and how sure that is: less is better. */
type Guess = [field: string, doubt: number];

function byFormat(header: string, table: Table, format: Format | undefined): Guess[] {
  const key = keyOf(header);
  return Object.entries(format?.tables[table] ?? {}).flatMap(([field, keys]): Guess[] =>
    keys.includes(key) ? [[field, keys.indexOf(key) / 100]] : [],
  );
}

/** A header and the keys under which dictionaries list it, with how far it is from being their usual word. */
interface Heard {
  header: string;
  words: Guess[];
}

const hear = (header: string): Heard => ({
  header,
  words: [header, spoken(header)].flatMap((text, looser) =>
    (['columns', 'labels'] as const).flatMap((list, i) =>
      [...meanings(list, text)].map(([word, place]): Guess => [word, 1 + i + looser / 4 + place / 100]),
    ),
  ),
});

const byWords = ({ words }: Heard, table: Table): Guess[] =>
  words.flatMap(([word, doubt]): Guess[] => {
    const field = ALIASES[table][word] ?? word;
    return FIELDS[table].includes(field) ? [[field, doubt + (word in ALIASES[table] ? 0.5 : 0)]] : [];
  });

/** Gives each header the field that it means most surely; a field that has a column already takes no other. */
function assign(
  heard: readonly Heard[],
  table: Table,
  format: Format | undefined,
): Map<string, [string, number]> {
  const guesses = heard.flatMap((one, at) =>
    [...byFormat(one.header, table, format), ...byWords(one, table)].map(
      ([field, doubt]) => [one.header, field, doubt, at] as const,
    ),
  );
  guesses.sort((a, b) => a[2] - b[2] || a[3] - b[3]);
  const columns = new Map<string, [string, number]>();
  const taken = new Set<string>();
  for (const [header, field, doubt] of guesses) {
    if (columns.has(header) || (taken.has(field) && !SHARED.includes(field))) continue;
    columns.set(header, [field, doubt]);
    taken.add(field);
  }
  return columns;
}

interface Proposal {
  table: Table;
  columns: Map<string, [field: string, doubt: number]>;
  kind: Mapping['kind'];
  /** How many headers were understood, the telling ones more than once. */
  score: number;
}

function proposal(heard: readonly Heard[], table: Table, format: Format | undefined): Proposal {
  const columns = assign(heard, table, format);
  const found = [...columns.values()];
  const fields = new Set(found.map(([field]) => field));
  const score = found.reduce((sum, [field, doubt]) => {
    const isSign = SIGNS[table].includes(field) && doubt % 1 < 0.5;
    return sum + (isSign ? (table === 'stageChanges' ? 8 : 3) : 1) + (doubt < 1 ? 1 : 0);
  }, 0);
  return { table, columns, kind: kindBy(heard, table, format), score: complete(table, fields) ? score : 0 };
}

const complete = (table: Table, fields: Set<string>): boolean =>
  NEEDED[table].every((group) => group.some((field) => fields.has(field)));

function kindBy(heard: readonly Heard[], table: Table, format: Format | undefined): Mapping['kind'] {
  if (table !== 'activities') return undefined;
  const keys = heard.map(({ header }) => keyOf(header));
  const counted = Object.entries(format?.kinds ?? {}).map(
    ([kind, words]) => [kind, words.filter((word) => keys.includes(word)).length] as const,
  );
  // A file with columns of several kinds names the kind of each row.
  const [only, ...others] = counted.filter(([, n]) => n > 0);
  return others.length === 0 ? (only?.[0] as Mapping['kind']) : undefined;
}

/** How the columns of a file are to be understood: by what their headers mean, and where they say nothing by content. */
export function proposeMapping(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): Mapping | undefined {
  // A header that says something, if not in this table, says more than its cells.
  const heard = headers.map(hear);
  const looks = heard.flatMap((one, at) => (isKnown(one) ? [] : [lookAt(one.header, at, sample)]));
  const proposals = [...formats, undefined]
    .flatMap((format) => tableSchema.options.map((table) => proposal(heard, table, format)))
    .map((found) => byContent(found, looks))
    .filter((p) => p.score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = proposals.filter((p) => !repeats(p, headers, sample));
  if (!best) return undefined;
  const columns = Object.fromEntries([...best.columns].map(([header, [field]]) => [header, field]));
  const locale = languageOf(headers);
  return {
    table: best.table,
    columns,
    ...(locale ? { locale } : {}),
    ...(best.kind ? { kind: best.kind } : {}),
  };
}

function isKnown({ header, words }: Heard): boolean {
  const key = keyOf(header);
  const inFormat = formats.some(({ tables }) =>
    Object.values(tables).some((fields) => Object.values(fields).some((keys) => keys.includes(key))),
  );
  return inFormat || words.length > 0;
}

/** A record has one line: where the same id stands on most of them, they are its history. */
function repeats(
  { table, columns }: Proposal,
  headers: readonly string[],
  sample: readonly (readonly string[])[],
) {
  const [header] = [...columns].find(([, [field]]) => field === 'id') ?? [];
  if (table === 'activities' || table === 'stageChanges' || header === undefined) return false;
  const at = headers.indexOf(header);
  const ids = sample.flatMap((cells) => cells[at] || []);
  return ids.length > 3 && new Set(ids).size < ids.length / 1.5;
}

export type { Proposal };

/** The field that a history report's row names: a label in some language, or the CRM's own name. */
export function fieldNamed(text: string): string | undefined {
  const [owner] = formats.flatMap((format) =>
    (['deals', 'leads'] as const).flatMap((table) => byFormat(text, table, format)),
  );
  const [word] = [...meanings('labels', text).keys(), ...meanings('labels', spoken(text)).keys()];
  return word ?? owner?.[0];
}
