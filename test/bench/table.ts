import { mostOf, type Result, type Spread } from './line.ts';

const short = (n: number): string =>
  Math.abs(n) >= 100 ? n.toFixed(0) : n.toFixed(Math.abs(n) >= 10 ? 1 : 2);
const spread = ({ min, median, max }: Spread): string => `${short(median)} (${short(min)} … ${short(max)})`;

/** What the limit is counted in. */
const sign = ({ limit, unit }: Result): string => ('times' in limit ? '×' : unit);

/** What is kept as JSON has no infinity. */
const isLimited = ({ limit }: Result): boolean => Number.isFinite(mostOf(limit));
const most = (result: Result): string =>
  `${'more' in result.limit ? '+ ' : ''}${mostOf(result.limit)} ${sign(result)}`;
const mark = ({ holds }: Result): string => (holds ? '✓' : '✗');

/** One line for people. */
export function said(result: Result): string {
  const { score, what, beside, unit, ours, floor } = result;
  const figures = floor ? `: ${short(ours.median)} / ${short(floor.median)} ${unit}` : '';
  const line = `${spread(score)} ${sign(result)}`;
  const judged = isLimited(result) ? `${mark(result)} ${line}, at most ${most(result)}` : line;
  return `${judged}  ${what}${beside ? ` / ${beside}` : ''}${figures}`;
}

/** All lines as a table in Markdown, with when and where they were measured. */
export function tableOf(results: Result[]): string {
  const rows = results.map((result) => {
    const { what, beside = '–', unit, ours, floor, score } = result;
    const times = floor ? `${spread(score)} ${sign(result)}` : '';
    return [
      what,
      `${short(ours.median)} ${unit}`,
      beside,
      floor ? `${short(floor.median)} ${unit}` : '',
      times,
      isLimited(result) ? most(result) : '–',
      isLimited(result) ? mark(result) : '',
    ];
  });
  const head = ['what', 'takes', 'beside', 'takes', 'so that is', 'at most', ''];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const places = [...new Set(results.map(({ machine, date }) => `${date}: ${machine}`))];
  return [...lines, '', `Measured ${places.join('; ')}.`].join('\n');
}
