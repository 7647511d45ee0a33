import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { KPIS } from '../src/metrics/kpis.ts';

const FOLDER = 'src/metrics/kpis';
export const PAGE = 'docs/kpis.md';

/** Writes the reference of the KPIs from the comments and data of their files. */
export default async function main(): Promise<number> {
  writeFileSync(PAGE, reference());
  console.error(`✓ ${PAGE}`);
  return 0;
}

export function reference(): string {
  const ids = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  return [
    '# The KPIs',
    '',
    'Written by `npm run reference` from the files in `src/metrics/kpis`: change the file, then run it again.',
    'A figure below its minimum sample (ten, for a ratio, mean, median or quantile) is shown and marked as insufficient;',
    'one that cannot be said is null, with the reason.',
    '',
    ...ids.map((id) => `- [${id}](#${id})`),
    ...ids.flatMap((id) => ['', ...entry(id)]),
    '',
  ].join('\n');
}

function entry(id: string): string[] {
  const kpi = KPIS[id];
  const text = readFileSync(`${FOLDER}/${id}.ts`, 'utf8');
  const told = comment(text);
  if (!kpi || !told)
    throw new Error(`${FOLDER}/${id}.ts has no comment with @formula, @source, @fields and @missing.`);
  return [
    `## ${id}`,
    '',
    told.about,
    '',
    `| | |`,
    `|---|---|`,
    `| formula | ${told.formula} |`,
    `| unit | ${kpi.unit}; ${kpi.better} is better |`,
    `| fields | ${told.fields} |`,
    `| settings | ${kpi.settings.join(', ') || 'none'} |`,
    `| not computable when | ${told.missing} |`,
    `| minimum sample | ${kpi.sum ? 'none' : '10'} |`,
    `| source | ${told.source} |`,
  ];
}

/** The parts of the comment that stands before `export const kpi`. */
function comment(text: string) {
  const block = /\/\*\*([\s\S]*?)\*\/\s*export const kpi\b/.exec(text)?.[1];
  if (!block) return undefined;
  const plain = block
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [about = '', ...tags] = plain.split(/ ?@(?=formula|source|fields|missing)/);
  const told = Object.fromEntries(tags.map((tag) => tag.split(/ ([\s\S]*)/).slice(0, 2) as [string, string]));
  const { formula, source, fields, missing } = told;
  return formula && source && fields && missing
    ? { about, formula: cell(formula), source: cell(source), fields: cell(fields), missing: cell(missing) }
    : undefined;
}

const cell = (text: string): string => text.trim().replaceAll('|', '\\|');
