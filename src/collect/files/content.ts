import { says } from '../../contract/dictionary.ts';
import type { Table } from '../../contract/mapping.ts';
import { start } from '../../contract/moment.ts';
import { parseMoney } from '../../contract/money.ts';
import { parseTime } from '../../contract/time.ts';
import type { Proposal } from './columns.ts';
import { NEEDED } from './format.ts';

const SALESFORCE_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
/** The first letters of Salesforce's ids say of what they are. */
const PREFIXES: Partial<Record<Table, RegExp>> = {
  deals: /^006/,
  leads: /^(?:00Q|003)/,
  tickets: /^500/,
  activities: /^00[TU]/,
};

/** What the cells of a column look like, worked out when first asked for. */
export interface Look {
  header: string;
  texts: string[];
  isTime: () => boolean;
  isMoney: () => boolean;
}
type Test = (look: Look, table: Table) => boolean;

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Cells that are looked at. */
const ENOUGH = 60;

export function lookAt(header: string, at: number, sample: readonly (readonly string[])[]): Look {
  const texts = sample.flatMap((cells) => cells[at]?.trim() || []).slice(0, ENOUGH);
  return {
    header,
    texts,
    isTime: once(() => all(texts, isTime)),
    isMoney: once(() => all(texts, isMoney)),
  };
}

const all = (texts: string[], fits: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.every(fits);
const context = { now: 0, zone: 'UTC', locales: ['en-GB', 'en'] };

/** When it was; of a numeric date any order will do here. */
function timeIn(text: string): number | undefined {
  const dated = text.replace(/(\d+)([./-])(\d+)/, (whole, a: string, mark: string, b: string) =>
    a.length <= 2 && Number(b) > 12 ? `${b}${mark}${a}` : whole,
  );
  const parsed = parseTime(dated, context);
  return 'moment' in parsed ? start(parsed.moment) : undefined;
}
const isTime = (text: string): boolean => /\d[./-]\d/.test(text) && timeIn(text) !== undefined;
const isMoney = (text: string): boolean =>
  /^[^\d]{0,4}[\d.,' \u00a0\u202f]+[^\d]{0,4}$/u.test(text) && parseMoney(text, ['en']) !== undefined;
const distinct = (texts: string[]): boolean => texts.length > 1 && new Set(texts).size === texts.length;

/** What a column must look like to be taken for a field, strictest first. */
const TESTS: [field: string, test: Test][] = [
  [
    'id',
    ({ texts }, table) =>
      all(texts, (t) => SALESFORCE_ID.test(t) && (PREFIXES[table]?.test(t) ?? false)) && distinct(texts),
  ],
  ['email', ({ texts }) => all(texts, (t) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(t))],
  ['stage', ({ texts }) => ['won', 'lost'].every((list) => texts.some((t) => says(list as 'won', t)))],
  [
    'id',
    ({ texts, isTime }) => all(texts, (t) => /^(?=.*\d)[\w-]{5,40}$/.test(t)) && distinct(texts) && !isTime(),
  ],
  ['amount', ({ texts, isMoney }) => isMoney() && texts.some((t) => /[.,]\d\d$|\p{Sc}|[A-Z]{3}/u.test(t))],
];

/** The times that a table has at its beginning and end: two columns of dates are taken for them, the earlier first. */
const SPANS: Record<Table, string[]> = {
  deals: ['createdAt', 'closeDate'],
  leads: ['createdAt'],
  tickets: ['openedAt', 'resolvedAt'],
  activities: ['at'],
  stageChanges: ['at'],
};

/** Adds to what headers say what the cells of the columns that they leave open show, where only one column does. */
export function byContent(found: Proposal, looks: readonly Look[]): Proposal {
  const { table } = found;
  const columns = new Map(found.columns);
  const has = (field: string) => [...columns.values()].some(([f]) => f === field);
  for (const [field, test] of TESTS) {
    if (has(field) || !allowed(table, field)) continue;
    const [only, ...others] = looks.filter((look) => !columns.has(look.header) && test(look, table));
    if (only && others.length === 0) columns.set(only.header, [field, 3]);
  }
  const times = looks.filter((look) => !columns.has(look.header) && look.isTime());
  const free = SPANS[table].filter((field) => !has(field));
  if (times.length === free.length)
    for (const [i, look] of inTime(times).entries()) columns.set(look.header, [free[i] ?? '', 3]);
  const fields = new Set([...columns.values()].map(([field]) => field));
  const isWhole = NEEDED[table].every((group) => group.some((field) => fields.has(field)));
  // What cells alone say is less than what a header says.
  const shown = 0.5 + (columns.size - found.columns.size) / 10;
  return { ...found, columns, score: isWhole ? Math.max(found.score, shown) : 0 };
}

const allowed = (table: Table, field: string): boolean =>
  field === 'id' ||
  (field === 'email' && (table === 'leads' || table === 'activities')) ||
  (table === 'deals' && (field === 'stage' || field === 'amount'));

function inTime(looks: Look[]): Look[] {
  const last = ({ texts }: Look) => Math.max(...texts.map((text) => timeIn(text) ?? 0));
  return [...looks].sort((a, b) => last(a) - last(b));
}
