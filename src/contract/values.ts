import { meanings, says } from './dictionary.ts';
import { fieldsOf, shownText } from './field.ts';
import type { Desk } from './interpret.ts';
import type { Moment } from './moment.ts';
import { parseMoney, parseNumber } from './money.ts';
import type { RawField, RawRecord } from './raw.ts';
import { parseTime } from './time.ts';

export type Fields = Record<string, RawField>;

/** The fields of a row that can be read; the others are reported. */
export function readable(row: RawRecord, desk: Desk): Fields {
  const shown = Object.entries(fieldsOf(row));
  for (const [name, field] of shown) if (field.unread) desk.unread.push({ field: name, why: field.unread });
  nameUnknownLabels(row, Object.fromEntries(shown), desk);
  return Object.fromEntries(shown.filter(([, field]) => !field.unread));
}

/** What the text behind a label looks like, and the fields that it may then be. */
const LOOKS: [like: (text: string, desk: Desk) => boolean, fields: string[]][] = [
  [(text, { time }) => 'moment' in parseTime(text, time), ['closeDate', 'createdAt']],
  [(text, { time }) => parseMoney(text, time.locales)?.currency !== undefined, ['amount']],
  [
    (text, { raw }) => raw.people.includes(text) || (raw.kind === 'board' && !/\p{Nd}/u.test(text)),
    ['owner'],
  ],
];
const OF_DEALS = new Set(['closeDate', 'amount']);

/** A label that no dictionary has may name what is missing; it is said once a page. */
function nameUnknownLabels({ kind, labelled = [] }: RawRecord, fields: Fields, desk: Desk): void {
  if (kind !== 'lead' && kind !== 'deal') return;
  for (const { label, text } of labelled) {
    const value = shownText(text);
    const why = `label not known: "${label.slice(0, 60)}"`;
    if (!value || desk.unread.some((other) => other.why === why)) continue;
    if (meanings('labels', label).size > 0 || meanings('columns', label).size > 0) continue;
    const possible = LOOKS.find(([like]) => like(value, desk))?.[1] ?? [];
    const missing = possible.find((name) => !fields[name] && (kind === 'deal' || !OF_DEALS.has(name)));
    if (missing) desk.unread.push({ field: missing, why });
  }
}

/** The moment of a field, `undefined` where it is empty or (reported) cannot be told. */
export function momentOf(name: string, fields: Fields, desk: Desk): Moment | undefined {
  const field = fields[name];
  const text = shownText(field?.machine ?? field?.text);
  if (!text) return undefined;
  const parsed = parseTime(text, desk.time);
  if ('moment' in parsed) return parsed.moment;
  desk.unread.push({ field: name, why: parsed.why });
  return undefined;
}

export const countOf = (field: RawField | undefined): number | undefined =>
  /^\d+$/.test(field?.text ?? '') ? Number(field?.text) : undefined;

/** A number that has to lie within limits; anything else is reported. */
export function numberOf(
  name: string,
  fields: Fields,
  desk: Desk,
  fits: (n: number) => boolean,
): number | undefined {
  const text = shownText(fields[name]?.machine ?? fields[name]?.text);
  if (!text) return undefined;
  const n = parseNumber(text, desk.time.locales);
  if (n !== undefined && fits(n)) return n;
  desk.unread.push({ field: name, why: `not understood: "${text.slice(0, 60)}"` });
  return undefined;
}

/** Whether a box is ticked, or a word says so; what says neither is reported. */
export function flagOf(name: string, fields: Fields, desk: Desk): boolean | undefined {
  const text = shownText(fields[name]?.machine ?? fields[name]?.text);
  if (!text) return undefined;
  if (says('yes', text)) return true;
  if (says('no', text)) return false;
  desk.unread.push({ field: name, why: `yes or no? "${text.slice(0, 60)}"` });
  return undefined;
}

/** An id: the machine value, for the text may be a name. */
export const idOf = (field: RawField | undefined): string | undefined =>
  shownText(field?.machine ?? field?.text);
