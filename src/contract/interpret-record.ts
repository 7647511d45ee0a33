import { clean, definedOnly } from './clean.ts';
import { closeDateOf } from './close-date.ts';
import { linkWithoutContacts } from './contacts.ts';
import { meaning, mentions, says } from './dictionary.ts';
import { shownText } from './field.ts';
import { derivedId } from './identity.ts';
import type { Desk } from './interpret.ts';
import { start } from './moment.ts';
import { parseMoney, parseNumber } from './money.ts';
import type { RawRecord } from './raw.ts';
import type { Deal, Lead, Records } from './records.ts';
import { countOf, type Fields, momentOf, readable } from './values.ts';
import { dayMoment } from './zone.ts';

/** One row or page of a lead or deal → a record, put into its table. */
export function interpretRecord(row: RawRecord, desk: Desk, into: Records): void {
  const fields = readable(row, desk);
  const common = commonOf(row, fields, desk);
  if (!common.name && common.derived) {
    desk.unread.push({ field: row.kind, why: 'a row without a name or an id' });
    desk.missed = true;
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
    url: /^https?:\/\//i.test(row.url ?? '') ? linkWithoutContacts(row.url ?? '') : undefined,
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

/** Outcomes that a status names, the first that it says; "Closed - Duplicate" is one too. */
const OUTCOMES = {
  converted: 'converted',
  duplicate: 'duplicate',
  unreachable: 'unreachable',
  optedOut: 'opted-out',
  spam: 'spam',
  disqualified: 'disqualified',
} as const;

function leadOutcome(row: RawRecord, status = ''): Lead['outcome'] {
  const reason = status.replace(/^[^-–—:(]+\s?[-–—:(]\s*/u, '');
  const said = (Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).find(
    (list) => says(list, status) || (reason !== status && list !== 'converted' && says(list, reason)),
  );
  if (row.closed === 'converted' || row.closed === 'won') return 'converted';
  if (said) return OUTCOMES[said];
  return row.closed ? 'disqualified' : 'open';
}

function dealOf(row: RawRecord, fields: Fields, desk: Desk, common: Common): Deal {
  const stage = shownText(fields.stage?.text);
  const outcome = dealOutcome(row, stage, fields.stage?.machine);
  const closeDate = closeDateOf(fields, desk, outcome === 'open');
  const lastDay = closeDate ? dayMoment(closeDate, desk.time.zone) : undefined;
  // A planned day that is still to come is not the day on which it was closed.
  const closingDay = lastDay && start(lastDay) <= desk.raw.readAt ? lastDay : undefined;
  const closedAt = outcome === 'open' ? undefined : (common.closedAt ?? closingDay);
  return definedOnly({
    ...common,
    pipeline: shownText(fields.pipeline?.text),
    stage,
    outcome,
    ...amountOf(row, fields, desk),
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

/**
 * Where the amount is shown rounded ("12.3k") or in words of its own, an exact one is better: that of a machine, or one
 * that only a label names.
 */
function amountOf(
  { labelled = [] }: RawRecord,
  fields: Fields,
  desk: Desk,
): Pick<Deal, 'amount' | 'amountInexact' | 'currency'> {
  const field = fields.amount;
  const text = shownText(field?.text);
  if (!field || !text) return {};
  const machine = /^-?\d+(\.\d+)?$/.test(field.machine ?? '') ? Number(field.machine) : undefined;
  const shown = parseMoney(text, desk.time.locales);
  const others =
    shown && !shown.inexact ? [] : labelled.filter(({ label }) => meaning('labels', label) === 'amount');
  const better = others
    .map((other) => parseMoney(shownText(other.text) ?? '', desk.time.locales))
    .find((other) => other && !other.inexact);
  const exact = machine ?? better?.amount;
  const amount = exact ?? shown?.amount;
  if (amount === undefined) {
    desk.unread.push({ field: 'amount', why: `not understood: "${text.slice(0, 60)}"` });
    return {};
  }
  return definedOnly({
    amount,
    amountInexact: exact === undefined ? shown?.inexact : undefined,
    currency: shown?.currency ?? better?.currency,
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
