import { meaning, mentions, says } from './dictionary.ts';
import { clean, fieldsOf, shownText } from './field.ts';
import { derivedId } from './identity.ts';
import type { Desk } from './interpret.ts';
import { end, type Moment, start } from './moment.ts';
import { parseMoney, parseNumber } from './money.ts';
import type { RawField, RawRecord } from './raw.ts';
import type { Deal, Lead, Records } from './records.ts';
import { parseTime } from './time.ts';
import { dayMoment, wallAt } from './zone.ts';

type Fields = Record<string, RawField>;

/** One row or page of a lead or deal → a record, put into its table. */
export function interpretRecord(row: RawRecord, desk: Desk, into: Records): void {
  const shown = Object.entries(fieldsOf(row));
  for (const [name, field] of shown) if (field.unread) desk.unread.push({ field: name, why: field.unread });
  const fields: Fields = Object.fromEntries(shown.filter(([, field]) => !field.unread));
  const common = commonOf(row, fields, desk);
  if (!common.name && common.derived) {
    desk.unread.push({ field: row.kind, why: 'a row without a name or an id' });
    return;
  }
  if (row.kind === 'lead') into.leads.push(leadOf(row, fields, desk, common));
  else into.deals.push(dealOf(row, fields, desk, common));
}

type Common = ReturnType<typeof commonOf>;

function commonOf(row: RawRecord, fields: Fields, desk: Desk) {
  const value = (name: string) => shownText(fields[name]?.text);
  const id = clean(row.id ?? '');
  const owner = value('owner')?.replace(/\s*\([^()]*@[^()]*\)$/u, '');
  return definedOnly({
    org: desk.raw.org,
    id: id || derivedId(row.kind, value('name'), value('company')),
    derived: id ? undefined : true,
    // It becomes a link: nothing but an address.
    url: /^https?:\/\//i.test(row.url ?? '') ? row.url : undefined,
    name: value('name'),
    company: value('company'),
    owner,
    source: value('source'),
    place: value('place'),
    createdAt: momentOf('createdAt', fields, desk),
    closedAt: momentOf('closedAt', fields, desk),
  });
}

function leadOf(row: RawRecord, fields: Fields, desk: Desk, common: Common): Lead {
  const status = shownText(fields.status?.text);
  const source = common.source;
  return definedOnly({
    ...common,
    raisedAt: momentOf('raisedAt', fields, desk),
    assignedAt: momentOf('assignedAt', fields, desk),
    status,
    outcome: leadOutcome(row, status),
    warmth: meaning('warmth', fields.warmth?.text ?? ''),
    imported: source && mentions('imported', source) ? true : undefined,
    deal: shownText(fields.deal?.text),
  });
}

function leadOutcome(row: RawRecord, status: string | undefined): Lead['outcome'] {
  if (row.closed === 'converted' || (status && says('converted', status))) return 'converted';
  if (row.closed === 'won') return 'converted';
  if (row.closed === 'disqualified' || row.closed === 'lost' || (status && says('disqualified', status)))
    return 'disqualified';
  return 'open';
}

function dealOf(row: RawRecord, fields: Fields, desk: Desk, common: Common): Deal {
  const stage = shownText(fields.stage?.text);
  const outcome = dealOutcome(row, stage, fields.stage?.machine);
  const closeDate = closeDateOf(fields, desk);
  const lastDay = closeDate ? dayMoment(closeDate, desk.time.zone) : undefined;
  const closedAt = outcome === 'open' ? undefined : (common.closedAt ?? lastDay);
  return definedOnly({
    ...common,
    pipeline: shownText(fields.pipeline?.text),
    stage,
    outcome,
    ...amountOf(fields, desk),
    probability: shareOf('probability', fields, desk),
    closeDate,
    closedAt,
    type: meaning('type', fields.type?.text ?? ''),
    contacts: countOf(fields.contacts),
    nextStep: shownText(fields.nextStep?.text),
    lead: shownText(fields.lead?.text),
    lostReason: shownText(fields.lostReason?.text),
    competitor: shownText(fields.competitor?.text),
  });
}

function dealOutcome(
  row: RawRecord,
  stage: string | undefined,
  machine: string | undefined,
): Deal['outcome'] {
  if (row.closed === 'won' || machine === 'closedwon') return 'won';
  if (row.closed === 'lost' || machine === 'closedlost') return 'lost';
  // Beside a translated stage some pages have its untranslated name.
  const named = (list: 'won' | 'lost') => [stage, machine].some((name) => name && says(list, name));
  if (named('won')) return 'won';
  return named('lost') ? 'lost' : 'open';
}

function amountOf(fields: Fields, desk: Desk): Pick<Deal, 'amount' | 'amountInexact' | 'currency'> {
  const field = fields.amount;
  const text = shownText(field?.text);
  if (!field || !text) return {};
  const money = parseMoney(text, desk.time.locales);
  if (!money) {
    desk.unread.push({ field: 'amount', why: `not understood: "${text.slice(0, 60)}"` });
    return {};
  }
  const exact = /^-?\d+(\.\d+)?$/.test(field.machine ?? '') ? Number(field.machine) : undefined;
  return definedOnly({
    amount: exact ?? money.amount,
    amountInexact: exact === undefined ? money.inexact : undefined,
    currency: money.currency,
  });
}

function shareOf(name: string, fields: Fields, desk: Desk): number | undefined {
  const text = shownText(fields[name]?.text);
  const n = text === undefined ? undefined : parseNumber(text.replace(/\s*[%٪]/u, ''), desk.time.locales);
  if (n === undefined) return undefined;
  if (n >= 0 && n <= 100) return n / 100;
  desk.unread.push({ field: name, why: `not a share: "${text}"` });
  return undefined;
}

const countOf = (field: RawField | undefined): number | undefined =>
  /^\d+$/.test(field?.text ?? '') ? Number(field?.text) : undefined;

/** The moment of a field, `undefined` where it is empty or (reported) cannot be told. */
function momentOf(name: string, fields: Fields, desk: Desk): Moment | undefined {
  const field = fields[name];
  const text = shownText(field?.machine ?? field?.text);
  if (!text) return undefined;
  const parsed = parseTime(text, desk.time);
  if ('moment' in parsed) return parsed.moment;
  desk.unread.push({ field: name, why: parsed.why });
  return undefined;
}

function closeDateOf(fields: Fields, desk: Desk): string | undefined {
  const machine = /^\d{4}-\d{2}-\d{2}/.exec(fields.closeDate?.machine ?? '')?.[0];
  const moment = machine ? undefined : momentOf('closeDate', fields, desk);
  if (moment === undefined) return machine;
  // A relative text spans days: no one date then.
  const from = wallAt(start(moment), desk.time.zone);
  const to = wallAt(Math.max(start(moment), end(moment) - 1), desk.time.zone);
  if (from.day !== to.day || from.month !== to.month) return undefined;
  return [from.year, from.month, from.day].map((n) => String(n).padStart(2, '0')).join('-');
}

/** Absent is absent: a key whose value is `undefined` is left out, so that stored rows compare. */
export function definedOnly<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(row).flatMap(([k, v]) =>
      v === undefined ? [] : [[k, typeof v === 'string' ? clean(v) : v]],
    ),
  ) as { [K in keyof T]: Exclude<T[K], undefined> };
}
