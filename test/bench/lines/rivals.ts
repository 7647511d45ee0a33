import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseHistory } from '../../../src/contract/history.ts';
import { bundle } from '../bundle.ts';
import { bigHistory } from '../history.ts';
import { type Line, timeOf } from '../line.ts';
import { type Figures, importOf, inArquero, inDuckdb, install, type Span } from '../rivals.ts';

const ASOF = Date.UTC(2026, 3, 1);
const SPAN: Span = { from: ASOF - 90 * 86_400_000, to: ASOF };
const FILE = '.cache/bench/history.json';
const BUILT = '.cache/bench/ours.mjs';
async function prepare(): Promise<string> {
  await install();
  const history = bigHistory(12_500, 50, ASOF);
  // What customers wrote would begin a second wait for an answer, which nobody would write in either of the two.
  const activities = history.activities.filter(({ direction }) => direction === 'out');
  const text = JSON.stringify({ ...history, activities, settings: { timeZone: 'UTC' } });
  if (!parseHistory(JSON.parse(text)).value) throw new Error('the made-up history is not valid');
  mkdirSync('.cache/bench', { recursive: true });
  writeFileSync(FILE, text);
  return text;
}

/** As it ships, in one file, as theirs are: the bench's own loader asks for each function anew at every call. */
async function built(): Promise<(text: string, span: Span) => Figures> {
  writeFileSync(BUILT, await bundle('test/bench/ours.ts'));
  const { ours } = (await importOf(BUILT)) as typeof import('../ours.ts');
  return ours;
}

/** What is faster at other figures is no faster. */
function compare(theirs: Figures, mine: Figures): void {
  for (const [name, value] of Object.entries(mine))
    if (!(Math.abs(theirs[name as keyof Figures] - value) <= 1e-6 * Math.abs(value)))
      throw new Error(`${name} is ${theirs[name as keyof Figures]} there and ${value} here`);
}

const beside = (name: string, open: () => Promise<(text: string) => Figures | Promise<Figures>>): Line => ({
  what: 'four KPIs over 100,000 activities, from a file to the figures',
  beside: `the same in ${name}`,
  unit: 'ms',
  limit: { times: 1 },
  open: async () => {
    const text = await prepare();
    const [theirs, ours] = [await open(), await built()];
    compare(await theirs(text), ours(text, SPAN));
    return {
      floor: () => timeOf(() => theirs(readFileSync(FILE, 'utf8'))),
      ours: () => timeOf(() => ours(readFileSync(FILE, 'utf8'), SPAN)),
    };
  },
});

export const lines: Record<string, Line> = {
  arquero: beside('Arquero', async () => {
    const run = await inArquero();
    return (text) => run(text, SPAN);
  }),
  duckdb: beside('DuckDB', async () => {
    const run = await inDuckdb();
    return () => run(FILE, SPAN);
  }),
};
