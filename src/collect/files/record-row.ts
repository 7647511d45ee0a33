import { idWithoutContacts } from '../../contract/contacts.ts';
import { meaning } from '../../contract/dictionary.ts';
import { shownText } from '../../contract/field.ts';
import { derivedId } from '../../contract/identity.ts';
import { interpretRecord } from '../../contract/interpret-record.ts';
import { interpretTicket } from '../../contract/interpret-service.ts';
import type { Mapping } from '../../contract/mapping.ts';
import type { RawField, RawRecord } from '../../contract/raw.ts';
import { type Deal, noRecords } from '../../contract/records.ts';
import { numberOf } from '../../contract/values.ts';
import { FIELDS } from './format.ts';
import type { Register } from './register.ts';
import { collectFaults, countAlike, fault, fieldOf, flagIn, type Line } from './sheet.ts';

const KINDS = { deals: 'deal', leads: 'lead', tickets: 'ticket' } as const;

export type RecordTable = keyof typeof KINDS;
export const isRecordTable = (table: Mapping['table']): table is RecordTable => table in KINDS;

/** Takes a row of deals, leads or tickets to its records; `false` (and a fault) where it is none. */
export function takeRecord(line: Line, table: RecordTable, register: Register): boolean {
  const { sheet } = line;
  const told = shownText(line.text('id'));
  const id = told === undefined ? idFrom(line, table) : idWithoutContacts(table, told);
  const first = sheet.ids.get(id);
  if (first !== undefined) {
    fault(line, 'id', `stands already on line ${first}`);
    return false;
  }
  sheet.ids.set(id, line.row.line);
  const fields = fieldsOf(line, table);
  const row: RawRecord = { kind: KINDS[table], id, fields, ...closedIn(line) };
  const own = noRecords();
  if (table === 'tickets') interpretTicket(row, sheet.desk, own);
  else interpretRecord(row, sheet.desk, own);
  const derived = told === undefined ? { derived: true } : {};
  for (const lead of own.leads) register.add('lead', Object.assign(lead, derived), line.text('email'));
  for (const deal of own.deals) register.add('deal', Object.assign(deal, derived, restOfDeal(line, fields)));
  for (const ticket of own.tickets) Object.assign(ticket, derived);
  sheet.into.leads.push(...own.leads);
  sheet.into.deals.push(...own.deals);
  sheet.into.tickets.push(...own.tickets);
  collectFaults(line);
  return own[table].length > 0;
}

/** Without an id: of what stays the same from one export to the next; the second that is alike gets another. */
function idFrom(line: Line, table: RecordTable): string {
  const name = nameIn(line);
  const { cells } = line.row;
  const parts = name
    ? [name, line.text('company'), line.text('customer'), line.text('createdAt'), line.text('openedAt')]
    : cells;
  const n = countAlike(line, derivedId(table, ...parts));
  return derivedId(table, ...parts, ...(n > 0 ? [n] : []));
}

/** A person's name may stand in two columns, or be known by the e-mail alone. */
function nameIn(line: Line): string | undefined {
  const parts = [line.text('firstName'), line.text('lastName')].flatMap((part) => shownText(part) ?? []);
  return shownText(line.text('name')) ?? (parts.length > 0 ? parts.join(' ') : shownText(line.text('email')));
}

function fieldsOf(line: Line, table: RecordTable): Record<string, RawField> {
  const fields: Record<string, RawField> = {};
  for (const name of FIELDS[table]) {
    const field = fieldOf(line, name);
    if (field) fields[name] = field;
  }
  const name = nameIn(line);
  if (name) fields.name = { text: name, by: 'label' };
  // "Negotiation (Sales Pipeline)": the pipeline has a column of its own.
  const pipeline = fields.pipeline?.text;
  if (pipeline && fields.stage?.text.endsWith(` (${pipeline})`))
    fields.stage.text = fields.stage.text.slice(0, -pipeline.length - 3);
  const currency = line.text('currency');
  if (fields.amount && currency && /^[A-Z]{3}$/.test(currency))
    fields.amount.text = `${currency} ${fields.amount.text}`;
  const escalated = flagIn(line, 'escalated');
  if (escalated !== undefined) fields.levelOne = { text: escalated ? 'false' : 'true', by: 'label' };
  if (table === 'leads' && fields.deal && !/^[^;,\s]+$/.test(fields.deal.text)) delete fields.deal;
  return fields;
}

/** Boxes that say how it ended. */
function closedIn(line: Line): Pick<RawRecord, 'closed'> {
  if (flagIn(line, 'converted')) return { closed: 'converted' };
  const won = flagIn(line, 'won');
  if (won) return { closed: 'won' };
  return won === false && flagIn(line, 'closed') ? { closed: 'lost' } : {};
}

/** What a page of a deal does not show, and a file may. */
function restOfDeal(line: Line, fields: Record<string, RawField>): Partial<Deal> {
  const units = numberOf('units', fields, line.sheet.desk, (n) => n >= 0);
  const customer = shownText(fields.customer?.text);
  const warmth = meaning('warmth', fields.warmth?.text ?? '');
  return {
    ...(units === undefined ? {} : { units }),
    ...(customer ? { customer: idWithoutContacts('customer', customer) } : {}),
    ...(warmth ? { warmth } : {}),
  };
}
