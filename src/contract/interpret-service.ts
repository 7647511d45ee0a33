import { clean, definedOnly } from './clean.ts';
import { idWithoutContacts } from './contacts.ts';
import { says } from './dictionary.ts';
import { shownText } from './field.ts';
import { derivedId } from './identity.ts';
import type { Desk } from './interpret.ts';
import { steady } from './interpret-change.ts';
import type { RawRecord } from './raw.ts';
import type { Quote, Records, Ticket } from './records.ts';
import { type Fields, flagOf, idOf, momentOf, numberOf, readable } from './values.ts';

/**
 * One row or page of a ticket → its record. Without its beginning nothing can be counted of it; a label may name that as
 * any record's ("Create date").
 */
export function interpretTicket(row: RawRecord, desk: Desk, into: Records): void {
  const fields = readable(row, desk);
  const openedAt = momentOf(fields.openedAt ? 'openedAt' : 'createdAt', fields, desk);
  if (openedAt === undefined) {
    desk.unread.push({ field: 'ticket', why: 'a row without the time at which it was opened' });
    return;
  }
  const id = clean(row.id ?? '');
  const name = shownText(fields.name?.text);
  if (!id && !name) {
    desk.unread.push({ field: 'ticket', why: 'a row without a name or an id' });
    return;
  }
  into.tickets.push(
    definedOnly<Ticket>({
      org: desk.raw.org,
      id: id || derivedId('ticket', name, steady(openedAt)),
      derived: id ? undefined : true,
      owner: shownText(fields.owner?.text),
      openedAt,
      firstReplyAt: momentOf('firstReplyAt', fields, desk),
      resolvedAt: momentOf('resolvedAt', fields, desk),
      agentReplies: numberOf('agentReplies', fields, desk, (n) => Number.isInteger(n) && n >= 0),
      reopened: flagOf('reopened', fields, desk),
      levelOne: flagOf('levelOne', fields, desk),
      complaint: complaintOf(fields),
      rating: numberOf('rating', fields, desk, (n) => n >= 1 && n <= 5),
      customer: customerOf(fields),
    }),
  );
}

const customerOf = ({ customer }: Fields): string | undefined => {
  const id = idOf(customer);
  return id && idWithoutContacts('customer', id);
};

/** A type of ticket may say that it is a complaint; another type does not say that it is none. */
function complaintOf({ complaint }: Fields): boolean | undefined {
  const text = complaint?.machine ?? complaint?.text ?? '';
  if (says('complaint', text) || says('yes', text)) return true;
  return says('no', text) ? false : undefined;
}

/** One row or page of a quote → its record; on a deal's own page it is that deal's. */
export function interpretQuote(row: RawRecord, desk: Desk, into: Records): void {
  const fields = readable(row, desk);
  const [only] = desk.raw.kind === 'record' ? into.deals : [];
  const deal = idOf(fields.deal) ?? only?.id;
  const id = clean(row.id ?? '');
  const name = shownText(fields.name?.text);
  if (!deal || !(id || name)) {
    const why = deal ? 'a row without a name or an id' : 'belongs to no deal';
    desk.unread.push({ field: 'quote', why });
    return;
  }
  into.quotes.push(
    definedOnly<Quote>({
      org: desk.raw.org,
      id: id || derivedId('quote', deal, name),
      derived: id ? undefined : true,
      deal,
      requestedAt: momentOf(fields.requestedAt ? 'requestedAt' : 'createdAt', fields, desk),
      sentAt: momentOf('sentAt', fields, desk),
      by: shownText((fields.by ?? fields.owner)?.text),
    }),
  );
}
