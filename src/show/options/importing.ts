import { type Fault, type Imported, importFiles } from '../../collect/files/import.ts';
import { UnknownEncoding } from '../../collect/files/survey.ts';
import { type ImportFile, OtherEncoding, textOf } from '../../collect/files/text.ts';
import { type History, parseHistory, recordsOf } from '../../contract/history.ts';
import type { Mapping } from '../../contract/mapping.ts';
import type { Settings } from '../../contract/settings.ts';
import { stage } from '../../db/staging.ts';
import { takeIn } from '../tell.ts';
import { language, t } from '../text.ts';

/** One export and how its columns are understood. */
export interface Sheet {
  name: string;
  headers: string[];
  /** Undefined where nobody, and nothing in it, said which records it holds. */
  mapping: Mapping | undefined;
  /** An older encoding that it is written in. */
  encoding: string | undefined;
}

/** What was read from files and is not taken in yet. */
export interface Read {
  sheets: Sheet[];
  history: History;
  faults: Fault[];
  rows: number;
  skipped: number;
}

export interface At {
  file: string;
  line: number;
  /** Lines of that file, once it was gone through. */
  of?: number | undefined;
}

interface How {
  settings: Settings;
  /** Mappings that the user corrected, by file; they go before saved ones. */
  mapping: ReadonlyMap<string, Mapping>;
  progress: (at: At) => void;
  signal: AbortSignal;
}

const isHistory = (file: File): boolean => /\.json$/i.test(file.name);

/** Reads files without keeping anything. Throws an AbortError when it is stopped, an Error with words for anything else. */
export async function readFiles(files: readonly File[], how: How): Promise<Read> {
  const [json, ...more] = files.filter(isHistory);
  if (json && (more.length > 0 || files.length > 1)) throw new Error('one History at a time');
  try {
    return await (json ? readHistory(json, how) : readSheets(files, how));
  } catch (error) {
    throw error instanceof UnknownEncoding
      ? new Error(t('import_encoding_unknown', { file: error.file }))
      : error;
  }
}

const streamed = (file: File): ImportFile => ({ name: file.name, stream: () => file.stream() });

async function readHistory(file: File, { progress, signal }: How): Promise<Read> {
  const pieces: string[] = [];
  try {
    for await (const piece of textOf(streamed(file))) {
      signal.throwIfAborted();
      pieces.push(piece);
      progress({ file: file.name, line: 1 });
    }
  } catch (error) {
    throw error instanceof OtherEncoding ? new UnknownEncoding(file.name) : error;
  }
  const { value, faults = [] } = parseHistory(JSON.parse(pieces.join('')));
  const [fault] = faults;
  if (!value) throw new Error(fault ? `${fault.where} ${fault.why}` : file.name);
  return { sheets: [], history: value, faults: [], rows: rowsOf(value), skipped: 0 };
}

export const rowsOf = (history: History): number =>
  Object.values(recordsOf(history)).reduce((sum, rows) => sum + rows.length, 0);

async function readSheets(files: readonly File[], how: How): Promise<Read> {
  const { settings, signal } = how;
  const lines = new Map<string, number>();
  const options = {
    timeZone: settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    mapping: mappings(how),
    languages: [language(), ...navigator.languages],
    signal,
    progress: ({ file, line, pass }: { file: string; line: number; pass: 'survey' | 'records' }) => {
      if (pass === 'survey') lines.set(file, line);
      how.progress({ file, line, of: pass === 'records' ? lines.get(file) : undefined });
    },
  };
  const imported = await importFiles(files.map(streamed), options);
  const writtenAt = Math.min(Date.now(), ...files.map((file) => file.lastModified));
  return {
    sheets: imported.surveys.map(({ file, headers, mapping, encoding }) => ({
      name: file.name,
      headers,
      mapping,
      encoding,
    })),
    history: historyOf(imported, writtenAt),
    faults: imported.faults,
    rows: imported.rows,
    skipped: imported.skipped,
  };
}

/** The more columns a mapping names, the surer it is meant for a file that has them all. */
const mappings = ({ mapping, settings }: How): Mapping[] => [
  ...[...mapping.values()]
    .filter(({ columns }) => Object.keys(columns).length > 0)
    .sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length),
  ...(settings.mappings ?? []),
];

const historyOf = ({ records }: Imported, exportedAt: number): History => ({
  format: 'fourfold-history',
  version: 1,
  exportedAt,
  ...records,
  settings: {},
});

/** Hands what was read to the background. Why it was refused, or nothing. */
export async function keep({ history }: Read): Promise<string | undefined> {
  await stage(history);
  return takeIn();
}

const sameColumns = (a: Mapping, b: Mapping): boolean =>
  Object.keys(a.columns).sort().join('\n') === Object.keys(b.columns).sort().join('\n');

/** The saved mappings with those that the user corrected this time in place of older ones for the same columns. */
export function withCorrected(saved: readonly Mapping[], corrected: readonly Mapping[]): Mapping[] {
  return [...corrected, ...saved.filter((old) => !corrected.some((one) => sameColumns(old, one)))];
}
