import Papa from 'papaparse';
import { rest } from './text.ts';

export interface Row {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
  /** What is wrong with how the row is written. */
  why?: string;
}

/** No row is as long: a quotation mark was not closed. In characters. */
const LONGEST = 4 << 20;
const OPEN = 'a quotation mark is opened and not closed';

/** So many rows are given at a time; a page that reads a file can be drawn, and stopped, in between. */
const BATCH = 500;

/** Pieces of text → rows. */
export async function* rowsOf(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row[]> {
  let [text, line] = ['', 1];
  for await (const piece of pieces) {
    const taken = take(text + piece, line, delimiter, false);
    ({ text, line } = taken);
    yield* batches(taken.rows);
  }
  if (text) yield* batches(take(text, line, delimiter, true).rows);
}

async function* batches(rows: Row[]): AsyncGenerator<Row[]> {
  for (let at = 0; at < rows.length; at += BATCH) {
    if (at > 0) await rest();
    yield rows.slice(at, at + BATCH);
  }
}

interface Taken {
  rows: Row[];
  /** What is left: the beginning of a row that goes on in the next piece. */
  text: string;
  line: number;
}

function take(text: string, line: number, delimiter: string, isLast: boolean): Taken {
  const rows: Row[] = [];
  let at = line;
  let left = text;
  for (;;) {
    const parser = new Papa.Parser({ delimiter, newline: '\n' });
    const parsed = parser.parse(left, 0, true) as Papa.ParseResult<string[]>;
    for (const cells of parsed.data) {
      rows.push({ line: at, cells });
      at += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    }
    left = left.slice(parsed.meta.cursor);
    if (!isLast && left.length <= LONGEST) return { rows, text: left, line: at };
    if (left === '') return { rows, text: '', line: at };
    const [whole] = isLast ? lastRow(left, delimiter) : [];
    if (whole) return { rows: [...rows, { line: at, cells: whole }], text: '', line: at };
    // Nothing behind such a row is to be lost with it: the mark is taken to close where the line ends.
    const end = left.indexOf('\n');
    const [cells = []] = lastRow(`${end < 0 ? left : left.slice(0, end)}"`, delimiter);
    rows.push({ line: at, cells, why: OPEN });
    left = end < 0 ? '' : left.slice(end + 1);
    at += 1;
  }
}

/** The row at the end of the file, which no newline ends; none where its quotation mark is not closed. */
function lastRow(text: string, delimiter: string): string[][] {
  const parsed = new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, false) as Papa.ParseResult<
    string[]
  >;
  return parsed.errors.some((e) => e.code === 'MissingQuotes') ? [] : parsed.data;
}

/** The delimiter that cuts the first rows into the same number of cells, more than one. */
export function delimiterOf(text: string): string {
  const told = /^sep=(.)\n/i.exec(text)?.[1];
  if (told) return told;
  const { meta } = Papa.parse(text, { preview: 30, delimitersToGuess: [',', ';', '\t', '|'] });
  return meta.delimiter;
}
