import { parseArgs } from 'node:util';
import { parseHistory, recordsOf } from '../src/contract/history.ts';
import { repsOf } from '../src/metrics/peers.ts';
import { reportFrom, reportOf } from '../src/metrics/report.ts';
import { factsOf } from '../src/metrics/scene.ts';
import { bigHistory } from '../test/bench/history.ts';

/** One line of the table: what is measured beside its floor, in the same run, and how many times the floor it may take. */
interface Line {
  name: string;
  limit: number;
  floor: () => unknown;
  ours: () => unknown;
}

const ASOF = Date.UTC(2026, 3, 1);
const LEADS = 10_000;
const REPS = 50;

const LINES: Record<string, () => Line> = {
  report: () => {
    const text = JSON.stringify(bigHistory(LEADS, REPS, ASOF));
    const read = () => parseHistory(JSON.parse(text));
    const history = read().value;
    if (!history) throw new Error('the made-up history is not valid');
    const records = recordsOf(history);
    return {
      name: 'Report over 100,000 activities / JSON.parse and validation of the same file',
      limit: 1,
      floor: read,
      ours: () => reportOf(records, history.settings, { asOf: ASOF }),
    };
  },

  growth: () => {
    const small = recordsOf(bigHistory(LEADS / 10, REPS, ASOF));
    const large = recordsOf(bigHistory(LEADS, REPS, ASOF));
    return {
      // Ten of the small one: a run that is as long as the other meets as much of whatever else the machine does.
      name: 'Report over 100,000 activities / ten Reports over 10,000',
      limit: 1.1,
      floor: () => Array.from({ length: 10 }, () => reportOf(small, {}, { asOf: ASOF })),
      ours: () => reportOf(large, {}, { asOf: ASOF }),
    };
  },

  people: () => {
    const records = recordsOf(bigHistory(LEADS, REPS, ASOF));
    return {
      name: 'Reports of the team and of each of its 50 reps, from the same facts / Report of the team',
      limit: 5,
      floor: () => reportOf(records, {}, { asOf: ASOF }),
      ours: () => {
        const facts = factsOf(records, {}, ASOF);
        return [null, ...repsOf(facts)].map((rep) => reportFrom(facts, { rep }));
      },
    };
  },
};

/** Prints every figure as a ratio to its floor: a table for people on stderr, JSON on stdout. */
export default async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: 'string' }, quick: { type: 'boolean' } } });
  const names = Object.keys(LINES).filter((name) => values.only === undefined || name === values.only);
  if (names.length === 0) {
    console.error(
      `--only: "${values.only}" is no line of the bench. Known are: ${Object.keys(LINES).join(', ')}.`,
    );
    return 2;
  }
  const results = names.map((id) => measured(id, LINES[id]?.() as Line, values.quick ? 3 : 9));
  for (const { name, ratio, limit, ours, floor } of results)
    console.error(
      `${ratio.median <= limit ? '✓' : '✗'} ${ratio.median.toFixed(2)} × (at most ${limit} ×; ${ratio.min.toFixed(2)} … ${ratio.max.toFixed(2)})  ${name}: ${ours.toFixed(0)} / ${floor.toFixed(0)} ms`,
    );
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return 0;
}

/** Floor and ours in turn, so that a slow moment of the machine strikes both. */
function measured(id: string, { name, limit, floor, ours }: Line, runs: number) {
  for (let i = 0; i < 2; i++) [floor, ours].forEach((run) => void timeOf(run));
  const pairs = Array.from({ length: runs }, () => ({ floor: timeOf(floor), ours: timeOf(ours) }));
  const ratios = pairs.map((pair) => pair.ours / pair.floor).sort((a, b) => a - b);
  const middle = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    id,
    name,
    limit,
    runs,
    ratio: { min: ratios[0] ?? Number.NaN, median: middle(ratios), max: ratios.at(-1) ?? Number.NaN },
    ours: middle(pairs.map((pair) => pair.ours)),
    floor: middle(pairs.map((pair) => pair.floor)),
  };
}

function timeOf(run: () => unknown): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}
