import { clean } from '../../contract/clean.ts';
import { says } from '../../contract/dictionary.ts';
import { shownText } from '../../contract/field.ts';
import type { Desk } from '../../contract/interpret.ts';
import type { Mapping } from '../../contract/mapping.ts';
import type { RawField } from '../../contract/raw.ts';
import type { Records } from '../../contract/records.ts';
import { type Plain, plainNumber, plainTime } from './evidence.ts';
import { FIELDS, NUMBERS, TIMES } from './format.ts';
import type { Fault, Options } from './import.ts';
import type { Row } from './rows.ts';
import type { Survey } from './survey.ts';

/** One file on its way to records. */
export interface Sheet extends Survey {
  mapping: Mapping;
  org: string;
  desk: Desk;
  into: Records;
  /** Positions of the columns that hold a field. */
  places: Map<string, number[]>;
  faults: Fault[];
  rows: number;
  skipped: number;
  /** A quotation mark was not closed: what follows may be the rest of a message and not rows. */
  isTorn: boolean;
  /** Ids and derived ids that were given, with the line of the first. */
  ids: Map<string, number>;
  /** How many rows without an id of their own gave the same one. */
  alike: Map<string, number>;
}

/** One row, its cells by field. */
export interface Line {
  row: Row;
  sheet: Sheet;
  /** The first filled cell of a field as it stands in the file; `undefined` where it is empty. */
  text: (field: string) => string | undefined;
  /** All filled ones. */
  texts: (field: string) => string[];
}

const nameOf = (file: string): string =>
  clean(file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')) || 'file';

export function openSheet(found: Survey & { mapping: Mapping }, options: Options, into: Records): Sheet {
  const { mapping, file, headers, locales } = found;
  const org = mapping.org ?? `csv:${nameOf(file.name)}`;
  const places = new Map<string, number[]>();
  for (const [header, field] of Object.entries(mapping.columns)) {
    const at = headers.indexOf(header);
    if (at >= 0 && FIELDS[mapping.table].includes(field))
      places.set(field, [...(places.get(field) ?? []), at]);
  }
  const now = options.now ?? Date.now();
  const zone = options.timeZone;
  const raw: Desk['raw'] = {
    ...{ adapter: 'csv', url: '', org, kind: 'list', page: file.name, readAt: now, timeZone: zone },
    ...{ languages: locales, records: [], activities: [], announced: {}, collapsed: 0, filter: null },
    ...{ more: false, people: [], customers: [], unread: [] },
  };
  // Cells are rewritten with the day first where they could be read in two ways.
  const time = { now, zone, locales, order: 'DM', zoneBy: 'setting' as const };
  const sheet = {
    ...found,
    org,
    into,
    places,
    faults: [],
    rows: 0,
    skipped: 0,
    isTorn: false,
    ids: new Map(),
    alike: new Map(),
  };
  return { ...sheet, desk: { raw, time, me: undefined, unread: [], missed: false } };
}

/** Columns of a mapping that the file does not have, or whose field its table does not have. */
export function wrongColumns({ mapping, headers, file }: Sheet): Fault[] {
  return Object.entries(mapping.columns).flatMap(([column, field]) =>
    FIELDS[mapping.table].includes(field) && headers.includes(column)
      ? []
      : [{ file: file.name, line: 1, column, why: `no column or no field of ${mapping.table}: "${field}"` }],
  );
}

export function lineOf(row: Row, sheet: Sheet): Line {
  const texts = (field: string) =>
    (sheet.places.get(field) ?? []).flatMap((at) => {
      const text = row.cells[at]?.trim();
      return text ? [text] : [];
    });
  return { row, sheet, texts, text: (field) => texts(field)[0] };
}

/** The raw field of a cell: its dates and numbers rewritten so that they can be read in one way only. */
export function fieldOf(line: Line, field: string): RawField | undefined {
  const text = line.text(field);
  if (text === undefined) return undefined;
  const plain = plainOf(field, text, line.sheet);
  return 'why' in plain ? { text, by: 'label', unread: plain.why } : { text: plain.text, by: 'label' };
}

function plainOf(field: string, text: string, { writing }: Sheet): Plain {
  const written = writing.get(field);
  if (!written) return { text };
  if (TIMES.includes(field)) return plainTime(text, written);
  if (!NUMBERS.includes(field)) return { text };
  const plain = plainNumber(text, written);
  if (field !== 'probability' || !written.isPart || 'why' in plain) return plain;
  return { text: String(Number(plain.text) * 100) };
}

/** A box that is ticked or not, as exports write it: true, 1, "Yes" in any language. */
export function flagIn(line: Line, field: string): boolean | undefined {
  const text = shownText(line.text(field));
  if (text === undefined) return undefined;
  if (text === '1' || says('yes', text)) return true;
  if (text === '0' || says('no', text)) return false;
  fault(line, field, `yes or no? "${text.slice(0, 60)}"`);
  return undefined;
}

/** How many rows above gave the same id without having one. */
export function countAlike({ sheet: { alike } }: Line, id: string): number {
  const n = alike.get(id) ?? 0;
  alike.set(id, n + 1);
  return n;
}

/** What the contract said of a row goes with its line and column to the file's faults. */
export function collectFaults(line: Line): void {
  for (const { field, why } of line.sheet.desk.unread) fault(line, field, why);
  line.sheet.desk.unread = [];
}

export function fault({ row, sheet, text }: Line, field: string, why: string): void {
  const name = field.replace(/^activity\./, '');
  const [at] = sheet.places.get(name) ?? [];
  const column = at === undefined ? '' : (sheet.headers[at] ?? '');
  const value = text(name)?.slice(0, 200);
  const found: Fault = { file: sheet.file.name, line: row.line, column, why };
  // A message's text is not for a list of faults.
  sheet.faults.push(value === undefined || name === 'body' ? found : { ...found, value });
}
