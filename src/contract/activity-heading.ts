import { meaning, meanings, mentions } from './dictionary.ts';
import { shownText } from './field.ts';
import { callerBehind, titleBehind } from './heading-tail.ts';
import { headingOf, kindInHeading, parted, titledHeading, toOneOf } from './headings.ts';
import type { Desk } from './interpret.ts';
import { isMessage, type Kind, kindOf } from './kind.ts';
import type { RawActivity } from './raw.ts';
import type { Records } from './records.ts';

/* What an item's heading says, set where a page with fields of its own would have shown it. */

/** What the page has no type for is what a known sentence says, in its heading or below a heading of several. */
export function typed(row: RawActivity, desk: Desk, into: Records): RawActivity {
  if (row.type !== 'untold') return row;
  const { subject, header = '', sentence = '', ...rest } = row;
  // Read with its heading in front, it would begin with another name.
  if (kindInHeading(sentence) === 'system') return { ...rest, header: sentence, type: 'system' };
  const type =
    kindInHeading(header) ??
    kindInHeading(titledHeading(header, namesIn(row, desk, into)).header) ??
    kindBefore(header, desk.raw.people);
  if (type) return { ...rest, ...openTask(row, type), header, type };
  const isMove = kindInHeading(subject ?? '') === 'system';
  return isMove ? { ...rest, header: subject, type: 'system' } : row;
}

/** "Meeting - Roof inspection" says enough, for a meeting has no direction; of an e-mail the addressee must tell it. */
function kindBefore(header: string, people: readonly string[]): string | undefined {
  const kinds = meanings('kinds', parted(header).kind);
  if (kinds.has('meeting')) return 'meeting';
  return kinds.has('email') && toOneOf(header, people) ? 'email' : undefined;
}

/** A task is still to be done unless the page says more; outside of what is to come its day has gone by. */
function openTask(row: RawActivity, type: string): Pick<RawActivity, 'planned' | 'overdue'> {
  if (type !== 'task' || row.planned !== undefined || row.done) return {};
  return { planned: true, overdue: row.overdue ?? !mentions('upcoming', row.section ?? '') };
}

const namesIn = ({ names = [] }: RawActivity, { raw }: Desk, { leads }: Records): string[] => [
  ...names,
  ...raw.people,
  ...raw.customers,
  ...leads.flatMap(({ name }) => name ?? []),
  // A person without a name is called by the address.
  ...raw.records.flatMap(({ kind, fields }) => (kind === 'lead' ? (shownText(fields.name?.text) ?? []) : [])),
];

/** The title in a heading, and who did it, where no known sentence tells; both by the names that the page shows. */
export function titled(row: RawActivity, desk: Desk, into: Records): RawActivity {
  const { header = '' } = row;
  const kind = kindOf(row.type ?? '');
  if (!header || kind === 'system' || row.by !== undefined) return row;
  const { by } = headingOf(header);
  if (by !== undefined && !isPartner(by, row, desk)) return row;
  const names = namesIn(row, desk, into).filter((name) => !isPartner(name, row, desk));
  const { title, ...found } = titledHeading(header, names);
  if (title || found.by) return { ...row, ...found, ...(title ? { subject: title } : {}) };
  const stranger = isMessage(kind) ? toOneOf(header, desk.raw.people) : undefined;
  return stranger ? received(row, stranger) : { ...row, ...found, ...tailOf(row, kind, names, desk) };
}

/** What a heading that is no known sentence says behind its kind. */
function tailOf(row: RawActivity, kind: Kind, names: string[], { raw }: Desk): Partial<RawActivity> {
  const { header = '', subject } = row;
  const shown = row.names?.filter((name) => !raw.customers.includes(name)) ?? [];
  const by = kind === 'call' ? callerBehind(header, { people: raw.people, shown }) : undefined;
  const isTitled = subject === undefined && (kind === 'meeting' || kind === 'task');
  const title = isTitled ? titleBehind(header, kind, names) : undefined;
  return { ...(by ? { by } : {}), ...(title ? { subject: title } : {}) };
}

/**
 * Salesforce begins a sentence with who did it: with a contact or lead that it links further on it was done. Only of a
 * message a known sentence may say that it is from them.
 */
export const isPartner = (name: string | undefined, { header = '', type = '' }: RawActivity, { raw }: Desk) =>
  name !== undefined &&
  raw.adapter === 'salesforce' &&
  !/email/.test(type) &&
  !header.startsWith(name) &&
  raw.customers.some((customer) => customer !== '' && name.includes(customer));

/** A message to one of the firm, from somebody of whom the page says no more. */
const received = (row: RawActivity, { title, by }: { title?: string; by?: string }): RawActivity => ({
  ...row,
  direction: row.direction ?? 'in',
  ...(by ? { by } : {}),
  ...(title ? { subject: row.subject ?? title } : {}),
});

/** A history of changes may name the field by its label, in the page's language. */
export const withField = ({ change, ...row }: RawActivity): RawActivity =>
  change ? { ...row, change: { ...change, field: meaning('labels', change.field) ?? change.field } } : row;
