import { existsSync, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { step } from '../../scripts/step.ts';

/* The same figures as a user of two well-known libraries would write them, from the same file. */

export type Figures = Record<'sales' | 'average' | 'winRate' | 'response', number>;
export interface Span {
  from: number;
  to: number;
}

const HOME = '.cache/bench';
const PACKAGES = ['arquero@7.2.1', '@duckdb/node-api@1.5.6-r.1'];

/** Installed for the bench alone, when it first asks: DuckDB is 80 MB. */
export async function install(): Promise<void> {
  if (PACKAGES.every((name) => existsSync(`${HOME}/node_modules/${name.replace(/@[^@]*$/, '')}`))) return;
  mkdirSync(HOME, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quiet = ['--no-save', '--package-lock=false', '--ignore-scripts', '--no-audit', '--no-fund'];
  await step(
    'installing Arquero and DuckDB',
    [npm, 'install', '--prefix', HOME, ...quiet, ...PACKAGES, '--loglevel=error'],
    { shell: process.platform === 'win32' },
  );
}

const nodeImport = new Function('file', 'return import(file)') as (file: string) => Promise<unknown>;
/** Node's own import, from the project's folder: such files are not built with the bench. */
export const importOf = (file: string) => nodeImport(pathToFileURL(`${process.cwd()}/${file}`).href);
const load = (file: string) => importOf(`${HOME}/node_modules/${file}`);

/** Nobody of it is waited for, so none is graded. */
const COLD = 'outbound';

interface Duck {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, number>[] }>;
  closeSync(): void;
}

/** Half of the leads are answered by then: Kaplan and Meier's median, of which unanswered leads are censored. */
const SQL = (file: string, { from, to }: Span) => `
WITH history AS (SELECT * FROM read_json('${file}', maximum_object_size = 500000000)),
leads AS (SELECT unnest(leads, recursive := true) FROM history),
deals AS (SELECT unnest(deals, recursive := true) FROM history),
touches AS (SELECT a."on".id AS lead, a.at AS at FROM (SELECT unnest(activities) AS a FROM history)
  WHERE a.state = 'done' AND a.at <= ${to}
  AND (a.kind = 'meeting' OR (a.direction = 'out' AND a.kind IN ('email', 'call')))),
closed AS (SELECT outcome, amount FROM deals WHERE closedAt >= ${from} AND closedAt < ${to}),
waits AS (SELECT l.id, l.createdAt, min(t.at) AS answer, least(any_value(coalesce(l.closedAt, ${to})), ${to}) AS until
  FROM leads l LEFT JOIN touches t ON t.lead = l.id AND t.at >= l.createdAt
  WHERE l.createdAt >= ${from} AND l.createdAt < ${to} AND l.source <> '${COLD}' GROUP BY l.id, l.createdAt),
times AS (SELECT (least(coalesce(answer, until), until) - createdAt) / 1000 AS t,
  answer IS NOT NULL AND answer <= until AS answered FROM waits),
steps AS (SELECT t, count(*) FILTER (answered) AS d, sum(count(*)) OVER (ORDER BY t DESC) AS n FROM times GROUP BY t),
curve AS (SELECT t, d, exp(sum(CASE WHEN d < n THEN ln(1 - d / n) ELSE -1e9 END) OVER (ORDER BY t)) AS s FROM steps)
SELECT (SELECT sum(amount) FROM closed WHERE outcome = 'won') AS sales,
  (SELECT avg(amount) FROM closed WHERE outcome = 'won') AS average,
  (SELECT count(*) FILTER (outcome = 'won') / count(*) FROM closed) AS "winRate",
  (SELECT min(t) FROM curve WHERE s <= 0.5 + 1e-12 AND d > 0) AS response`;

export async function inDuckdb(): Promise<(file: string, span: Span) => Promise<Figures>> {
  const { DuckDBInstance } = (await load('@duckdb/node-api/lib/index.js')) as Duck;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return async (file, span) => {
    const [row] = (await connection.runAndReadAll(SQL(file, span))).getRowObjectsJson();
    return Object.fromEntries(
      Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]),
    ) as Figures;
  };
}

interface Lead {
  id: string;
  source: string;
  createdAt: number;
  closedAt?: number;
}
interface Touch {
  on: { id: string };
  kind: string;
  direction: string;
  state: string;
  at: number;
}
/** Its verbs take functions that it reads as text; their types say nothing here. */
type Row = Record<string, number>;
type Verb = (...args: unknown[]) => Table;
type Table = {
  [K in 'filter' | 'derive' | 'groupby' | 'rollup' | 'orderby' | 'join_left' | 'params']: Verb;
} & {
  objects(): Row[];
  object(): Row;
};
interface Arquero {
  from(rows: unknown[]): Table;
  op: Record<string, (...columns: unknown[]) => unknown>;
  desc(column: string): unknown;
  rolling(expression: string): unknown;
}

export async function inArquero(): Promise<(text: string, span: Span) => Figures> {
  const { from: tableOf, op, desc, rolling } = (await load('arquero/src/index.js')) as Arquero;
  return (text, { from, to }) => {
    const { leads, deals, activities } = JSON.parse(text) as {
      leads: Lead[];
      deals: unknown[];
      activities: Touch[];
    };
    const closed = tableOf(deals)
      .params({ from, to })
      .filter('(d, $) => d.closedAt >= $.from && d.closedAt < $.to');
    const sold = closed.filter("d => d.outcome === 'won'").rollup({
      sales: 'd => op.sum(d.amount)',
      average: 'd => op.mean(d.amount)',
      won: 'd => op.count()',
    });
    const all = closed.rollup({ n: op.count?.() }).object();
    const answers = tableOf(
      activities.map(({ on, kind, direction, state, at }) => ({ lead: on.id, kind, direction, state, at })),
    )
      .params({ to })
      .filter(
        "(d, $) => d.state === 'done' && d.at <= $.to && (d.kind === 'meeting' || (d.direction === 'out' && (d.kind === 'email' || d.kind === 'call')))",
      )
      .groupby('lead')
      .rollup({ answer: 'd => op.min(d.at)' });
    const times = tableOf(
      leads.map(({ id, source, createdAt, closedAt }) => ({ id, source, createdAt, closedAt })),
    )
      .params({ from, to, cold: COLD })
      .filter('(d, $) => d.createdAt >= $.from && d.createdAt < $.to && d.source !== $.cold')
      .join_left(answers, ['id', 'lead'])
      .params({ to })
      .derive({ until: '(d, $) => d.closedAt < $.to ? d.closedAt : $.to' })
      .derive({
        answered: 'd => d.answer <= d.until ? 1 : 0',
        t: 'd => ((d.answer <= d.until ? d.answer : d.until) - d.createdAt) / 1000',
      })
      .groupby('t')
      .rollup({ d: 'd => op.sum(d.answered)', count: 'd => op.count()' })
      .orderby(desc('t'))
      .derive({ n: rolling('d => op.sum(d.count)') })
      .orderby('t')
      .objects();
    let left = 1;
    const half = times.find(({ d = 0, n = 1 }) => {
      left *= 1 - d / n;
      return d > 0 && left <= 0.5 + 1e-12;
    });
    const { sales = Number.NaN, average = Number.NaN, won = Number.NaN } = sold.object();
    return { sales, average, winRate: won / (all.n ?? Number.NaN), response: half?.t ?? Number.NaN };
  };
}
