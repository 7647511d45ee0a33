import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Line, measured, type Result, type Rig } from '../test/bench/line.ts';
import { comparePeer } from '../test/bench/peer.ts';
import { said, tableOf } from '../test/bench/table.ts';
import { build } from './build.ts';

type Files = Record<string, { lines: Record<string, Line> }>;
const files = import.meta.glob('../test/bench/lines/*.ts', { eager: true }) as Files;
const LINES = Object.assign({}, ...Object.values(files).map(({ lines }) => lines)) as Record<string, Line>;

const OPTIONS = {
  only: { type: 'string' },
  quick: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  peer: { type: 'string' },
} as const;

/** Measures everything beside its floor: a table for people on stderr, JSON on stdout. */
export default async function main(args: string[]): Promise<number> {
  const { only, quick, write, peer } = parseArgs({ args, options: OPTIONS }).values;
  if (peer !== undefined) {
    await build('chrome');
    const outcomes = await comparePeer(peer);
    for (const { who, page, right, wrong, missing, ms, bytes } of outcomes)
      console.error(
        `${who}, ${page}: ${right} fields right, ${wrong} wrong, ${missing} missing, ${ms} ms, ${bytes} bytes`,
      );
    process.stdout.write(`${JSON.stringify(outcomes, null, 2)}\n`);
    return 0;
  }
  const ids = Object.keys(LINES).filter(
    (id) => only?.split(',').some((name) => id === name || id.startsWith(`${name}-`)) ?? true,
  );
  if (ids.length === 0) {
    console.error(
      `--only: "${only}" begins no line of the bench. Known are: ${Object.keys(LINES).join(', ')}.`,
    );
    return 2;
  }
  await build('firefox');
  await build('chrome');
  const results = await inTurn(ids, quick);
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (write) writeTable();
  return 0;
}

/** One line after the other; what several of them use is opened once. A line that fails is told, and the rest go on. */
async function inTurn(ids: string[], quick: boolean): Promise<Result[]> {
  const open = new Map<string, Promise<{ close(): Promise<unknown> }>>();
  const rig: Rig = {
    quick,
    shared: (name, make) => {
      const known = open.get(name) ?? make();
      open.set(name, known);
      return known as ReturnType<typeof make>;
    },
  };
  const results: Result[] = [];
  for (const id of ids) {
    try {
      const result = await measured(id, LINES[id] as Line, rig);
      console.error(said(result));
      results.push(result);
      if (!quick) keep(result);
    } catch (error) {
      console.error(`✗ ${id}:`, error);
    }
  }
  for (const one of open.values()) await one.then((it) => it.close()).catch(() => undefined);
  return results;
}

const KEPT = '.cache/bench/results.json';
const kept = (): Record<string, Result> => (existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {});

/** The last figures of each line; some lines take so long that they are measured by themselves. */
function keep(result: Result): void {
  mkdirSync('.cache/bench', { recursive: true });
  writeFileSync(KEPT, JSON.stringify({ ...kept(), [result.id]: result }, null, 2));
}

const README = 'README.md';
const [BEGIN, END] = ['<!-- speed -->', '<!-- /speed -->'];

function writeTable(): void {
  const all = kept();
  const table = tableOf(Object.keys(LINES).flatMap((id) => all[id] ?? []));
  const readme = readFileSync(README, 'utf8');
  const [before, rest] = readme.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after === undefined) throw new Error(`${README} has no ${BEGIN} … ${END}`);
  writeFileSync(README, `${before}${BEGIN}\n${table}\n${END}${after}`);
}
