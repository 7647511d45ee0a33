import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Tally } from '../test/tally.ts';

const README = 'README.md';
const FOLDER = '.cache/tally';
const [BEGIN, END] = ['<!-- reliability -->', '<!-- /reliability -->'];

const number = (n: number | undefined): string => (n ?? 0).toLocaleString('en-US');

function sumOf(all: Tally[]): Tally {
  const sum = (key: 'tried' | 'lost' | 'wrong' | 'leaked') => all.reduce((n, t) => n + (t[key] ?? 0), 0);
  return {
    what: all[0]?.what ?? '',
    ...{ tried: sum('tried'), lost: sum('lost'), wrong: sum('wrong'), leaked: sum('leaked') },
  };
}

/** The README's reliability table, from what the last runs of the suites of trials counted themselves. */
export default function main(): number {
  const all = readdirSync(FOLDER)
    .sort()
    .map((file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Tally);
  const tallies = [...new Set(all.map(({ what }) => what))].map((what) =>
    sumOf(all.filter((t) => t.what === what)),
  );
  const rows = tallies.map(
    ({ what, tried, lost, wrong, leaked }) =>
      `| ${what} | ${number(tried)} | ${number(lost)} | ${number(wrong)} | ${number(leaked)} |`,
  );
  const table = ['| what was tried | times | lost | wrong | leaked |', '|---|--:|--:|--:|--:|', ...rows].join(
    '\n',
  );
  const readme = readFileSync(README, 'utf8');
  const [before, rest] = readme.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after === undefined) throw new Error(`${README} has no ${BEGIN} … ${END}`);
  writeFileSync(README, `${before}${BEGIN}\n${table}\n${END}${after}`);
  console.log(table);
  return tallies.some(({ lost, wrong, leaked }) => lost || wrong || leaked) ? 1 : 0;
}
