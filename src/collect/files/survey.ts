import { localesOf } from '../../contract/locale.ts';
import type { Mapping } from '../../contract/mapping.ts';
import { proposeMapping } from './columns.ts';
import { encodingAmong } from './encoding.ts';
import { type Evidence, noEvidence, noteNumber, noteTime, type Writing, writingOf } from './evidence.ts';
import { NUMBERS, TIMES } from './format.ts';
import type { Options } from './import.ts';
import { delimiterOf, type Row, rowsOf } from './rows.ts';
import { type ImportFile, OtherEncoding, textOf } from './text.ts';

/** What was learnt of a file before its rows are taken. */
export interface Survey {
  file: ImportFile;
  encoding: string | undefined;
  delimiter: string;
  headers: string[];
  /** Line of the headers; rows stand below it. */
  line: number;
  mapping: Mapping | undefined;
  locales: string[];
  /** By field. */
  writing: Map<string, Writing>;
}

/** Nothing is guessed of names that may come out wrong. */
export class UnknownEncoding extends Error {
  constructor(readonly file: string) {
    super(`${file}: nobody can tell in which encoding it is written; save it as UTF-8`);
  }
}

function otherwiseNone(error: unknown): undefined {
  if (!(error instanceof OtherEncoding)) throw error;
}

/** How many rows show what the columns of a file hold. */
const SAMPLE = 300;

/** Reads a file once, to learn how it is written; rows are not kept. */
export async function survey(file: ImportFile, options: Options): Promise<Survey> {
  try {
    return await surveyIn(file, undefined, options);
  } catch (error) {
    if (!(error instanceof OtherEncoding)) throw error;
    const { locale, languages = [] } = options;
    const encoding = await encodingAmong(file, [...(locale ? [locale] : []), ...languages]);
    const found = encoding && (await surveyIn(file, encoding, options).catch(otherwiseNone));
    if (!found) throw new UnknownEncoding(file.name);
    return found;
  }
}

async function surveyIn(file: ImportFile, encoding: string | undefined, options: Options): Promise<Survey> {
  const pieces = textOf(file, encoding);
  let head = '';
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    head += next.value;
    if (head.length > 1 << 18) break;
  }
  const delimiter = delimiterOf(head);
  const rows = rowsOf(joined(head, pieces), delimiter);
  let found: (Survey & { evidence: Map<number, Evidence> }) | undefined;
  let first: Row[] = [];
  for await (const batch of rows) {
    options.signal?.throwIfAborted();
    if (found) for (const row of batch) note(row, found);
    else {
      first = [...first, ...batch];
      if (first.length < SAMPLE) continue;
      found = begin(file, encoding, delimiter, first, options);
    }
    options.progress?.({ file: file.name, line: batch.at(-1)?.line ?? 0, pass: 'survey' });
  }
  return end(found ?? begin(file, encoding, delimiter, first, options), options);
}

async function* joined(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

/** The headers are the first of the fullest among the first rows: a title may stand above them. */
function headerOf(rows: readonly Row[]): Row {
  const first = rows.slice(0, 20);
  const most = Math.max(0, ...first.map((row) => row.cells.filter(isFilled).length));
  const isFull = (row: Row) => row.cells.filter(isFilled).length > most / 2;
  return first.find(isFull) ?? { line: 1, cells: [] };
}

/** Headers with a number behind those that stand there twice. */
function named(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const header = cell.trim();
    const n = (seen.get(header) ?? 0) + 1;
    seen.set(header, n);
    return n > 1 ? `${header} (${n})` : header;
  });
}

function begin(
  file: ImportFile,
  encoding: string | undefined,
  delimiter: string,
  rows: readonly Row[],
  options: Options,
): Survey & { evidence: Map<number, Evidence> } {
  const header = headerOf(rows);
  const headers = named(header.cells);
  const body = rows.filter((row) => row.line > header.line && row.cells.filter(isFilled).length > 1);
  const saved = options.mapping?.find((m) => {
    const names = Object.keys(m.columns);
    return names.length > 0 && names.every((name) => headers.includes(name));
  });
  const sample = body.slice(0, SAMPLE).map((row) => row.cells);
  const mapping = saved ?? proposed(headers, sample, options);
  const evidence = new Map(
    headers.flatMap((h, at) => {
      const field = mapping?.columns[h] ?? '';
      return [...TIMES, ...NUMBERS].includes(field) ? [[at, noEvidence()] as const] : [];
    }),
  );
  const begun = { file, encoding, delimiter, headers, line: header.line, mapping, evidence };
  const found = { ...begun, locales: [], writing: new Map<string, Writing>() };
  for (const row of body) note(row, found);
  return found;
}

function proposed(headers: string[], sample: string[][], { locale }: Options): Mapping | undefined {
  const found = proposeMapping(headers, sample);
  return found && locale ? { ...found, locale } : found;
}

function note(row: Row, { headers, mapping, evidence }: Survey & { evidence: Map<number, Evidence> }): void {
  for (const [at, proof] of evidence) {
    const text = row.cells[at]?.trim();
    if (!text) continue;
    const isTime = TIMES.includes(mapping?.columns[headers[at] ?? ''] ?? '');
    (isTime ? noteTime : noteNumber)(text, proof);
  }
}

function end({ evidence, ...found }: Survey & { evidence: Map<number, Evidence> }, options: Options): Survey {
  const { mapping, headers, delimiter } = found;
  if (!mapping) return found;
  const language = mapping.locale ?? options.locale;
  const locales = localesOf({ language, languages: [] });
  const all: Evidence = {
    ...noEvidence(),
    orders: new Set([...evidence.values()].flatMap((e) => [...e.orders])),
    decimals: new Set([...evidence.values()].flatMap((e) => [...e.decimals])),
  };
  const told = { dates: mapping.dates, delimiter, locale: language ? locales[0] : undefined };
  const writing = new Map(
    [...evidence].map(([at, proof]) => [
      mapping.columns[headers[at] ?? ''] ?? '',
      writingOf(proof, all, told),
    ]),
  );
  const [order] = all.orders;
  const proved = all.orders.size === 1 && order ? { dates: order } : {};
  return { ...found, mapping: { ...proved, ...mapping }, locales, writing };
}

/** Whether a file holds records, not what was done to those of other files. */
export const isOfRecords = ({ mapping }: Survey): boolean =>
  mapping !== undefined && !['activities', 'stageChanges'].includes(mapping.table);
