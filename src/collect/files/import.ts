import { type Mapping, mapping as mappingSchema } from '../../contract/mapping.ts';
import { noRecords, type Records } from '../../contract/records.ts';
import { takeActivity } from './activity-row.ts';
import { chained, closeByHistory, takeChange } from './change-row.ts';
import { isRecordTable, takeRecord } from './record-row.ts';
import { newRegister, type Register, unite } from './register.ts';
import { type Row, rowsOf } from './rows.ts';
import { fault, lineOf, openSheet, type Sheet, wrongColumns } from './sheet.ts';
import { isOfRecords, type Survey, survey } from './survey.ts';
import { type ImportFile, textOf } from './text.ts';

export type { ImportFile } from './text.ts';

export interface Options {
  /** Zone (IANA) of the times in the files. */
  timeZone: string;
  /** Language and region of the files, where they are known. */
  locale?: string;
  /** Languages of whoever imports them, best first: they tell encodings apart that read a file alike well. */
  languages?: readonly string[];
  /** Mappings that the user corrected: the first whose columns a file has holds for it. */
  mapping?: readonly Mapping[];
  /** Epoch ms; the present where it is left out. */
  now?: number;
  progress?: (at: { file: string; line: number; pass: 'survey' | 'records' }) => void;
  signal?: AbortSignal;
}

/** A part of a file that could not be understood; all else of its row is kept. */
export interface Fault {
  file: string;
  /** From 1; the line on which the row begins. */
  line: number;
  /** Header of the column; '' where the whole row is meant. */
  column: string;
  value?: string;
  why: string;
}

export interface Imported {
  records: Records;
  /** What was learnt of each file, in their order. */
  surveys: Survey[];
  /** How each file was understood, by its name. */
  mapping: Record<string, Mapping>;
  faults: Fault[];
  /** Rows with content below the headers, and how many of them gave no record. */
  rows: number;
  skipped: number;
}

/**
 * Exports of CRMs (CSV) → records. Files are read twice and row by row; those of activities and histories come after
 * those of the leads and deals that they name. Bodies of messages are counted and dropped.
 */
export async function importFiles(files: readonly ImportFile[], options: Options): Promise<Imported> {
  for (const saved of options.mapping ?? []) mappingSchema.parse(saved);
  const records = noRecords();
  const register = newRegister();
  const found: Survey[] = [];
  const result: Imported = { records, surveys: found, mapping: {}, faults: [], rows: 0, skipped: 0 };
  for (const file of files) found.push(await survey(file, options));
  for (const one of found.filter(isOfRecords)) await take(one, options, register, result);
  unite(records);
  for (const one of found.filter((other) => !isOfRecords(other))) await take(one, options, register, result);
  closeByHistory(records);
  return result;
}

async function take(found: Survey, options: Options, register: Register, result: Imported): Promise<void> {
  const { file, encoding, delimiter, mapping } = found;
  if (!mapping) {
    const columns = found.headers.join(', ').slice(0, 200);
    const why = columns ? `which records are these? columns: ${columns}` : 'no columns found';
    result.faults.push({ file: file.name, line: found.line, column: '', why });
    return;
  }
  const sheet = openSheet({ ...found, mapping }, options, result.records);
  sheet.faults.push(...wrongColumns(sheet));
  const first = result.records.stageChanges.length;
  let footer: Row[] = [];
  for await (const rows of rowsOf(textOf(file, encoding), delimiter)) {
    options.signal?.throwIfAborted();
    for (const row of rows) footer = takeRow(row, footer, sheet, register);
    options.progress?.({ file: file.name, line: rows.at(-1)?.line ?? 0, pass: 'records' });
  }
  // Lines with one cell at the end are the report's own: its name, its copyright.
  sheet.rows += footer.length;
  sheet.skipped += footer.length;
  const { stageChanges } = result.records;
  for (const change of chained(stageChanges.splice(first), sheet)) stageChanges.push(change);
  result.mapping[file.name] = mapping;
  for (const one of sheet.faults) result.faults.push(one);
  result.rows += sheet.rows;
  result.skipped += sheet.skipped;
}

/** Takes one row; returns those of a single cell that may be the footer. */
function takeRow(row: Row, footer: Row[], sheet: Sheet, register: Register): Row[] {
  const filled = row.cells.filter((cell) => cell.trim() !== '').length;
  if (row.line <= sheet.line || filled === 0) return footer;
  if (filled === 1 && sheet.headers.length > 2 && !row.why) {
    footer.push(row);
    return footer;
  }
  for (const lone of footer) {
    fault(lineOf(lone, sheet), '', 'a row with one cell only');
    sheet.rows++;
    sheet.skipped++;
  }
  const line = lineOf(row, sheet);
  sheet.rows++;
  if (row.why) fault(line, '', row.why);
  sheet.isTorn ||= row.why !== undefined;
  if (sheet.isTorn && !row.why && row.cells.length !== sheet.headers.length) {
    fault(line, '', 'not as many cells as columns, below a quotation mark that is not closed');
    sheet.skipped++;
    return [];
  }
  const more = row.cells.slice(sheet.headers.length).find((cell) => cell.trim() !== '');
  if (more !== undefined && !row.why) fault(line, '', 'more cells than columns');
  if (!takeLine(line, sheet, register)) sheet.skipped++;
  return [];
}

function takeLine(line: ReturnType<typeof lineOf>, sheet: Sheet, register: Register): boolean {
  const { table } = sheet.mapping;
  if (table === 'stageChanges') return takeChange(line, register, sheet.into);
  if (!isRecordTable(table)) {
    const activity = takeActivity(line, register);
    if (activity) sheet.into.activities.push(activity);
    return activity !== undefined;
  }
  return takeRecord(line, table, register);
}
