import { mostOf, type Result, type Spread } from './line.ts';

const short = (n: number): string =>
  Math.abs(n) >= 100 ? n.toFixed(0) : n.toFixed(Math.abs(n) >= 10 ? 1 : 2);
const spread = ({ min, median, max }: Spread): string => `${short(median)} (${short(min)} … ${short(max)})`;

/** What the limit is counted in. */
const sign = ({ limit, unit }: Result): string => ('times' in limit ? '×' : unit);

/** One line for people. */
export function said(result: Result): string {
  const { holds, score, limit, what, beside, unit, ours, floor } = result;
  const most = `at most ${mostOf(limit)} ${sign(result)}`;
  const figures = floor ? `: ${short(ours.median)} / ${short(floor.median)} ${unit}` : '';
  return `${holds ? '✓' : '✗'} ${spread(score)} ${sign(result)}, ${most}  ${what}${beside ? ` / ${beside}` : ''}${figures}`;
}

/** All lines as a table in Markdown, with when and where they were measured. */
export function tableOf(results: Result[]): string {
  const rows = results.map((result) => {
    const { what, beside = '–', unit, ours, floor, score, limit, holds } = result;
    // What is kept as JSON has no infinity.
    const isLimited = Number.isFinite(mostOf(limit));
    const most = isLimited ? `${'more' in limit ? '+ ' : ''}${mostOf(limit)} ${sign(result)}` : '–';
    const times = floor ? `${spread(score)} ${sign(result)}` : '';
    return [
      what,
      `${short(ours.median)} ${unit}`,
      beside,
      floor ? `${short(floor.median)} ${unit}` : '',
      times,
      most,
      isLimited ? (holds ? '✓' : '✗') : '',
    ];
  });
  const head = ['what', 'takes', 'beside', 'takes', 'so that is', 'at most', ''];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const places = [...new Set(results.map(({ machine, date }) => `${date}: ${machine}`))];
  return [...lines, '', `Measured ${places.join('; ')}.`].join('\n');
}
