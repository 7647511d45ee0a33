import { addBirths } from './birth.ts';
import { clean } from './clean.ts';
import { withoutContacts } from './contacts.ts';
import type { Coverage, Sighting, Unread } from './coverage.ts';
import { deedsApart } from './deeds.ts';
import { beginsWith, mentions, says } from './dictionary.ts';
import { shownText } from './field.ts';
import { interpretActivity } from './interpret-activity.ts';
import { withoutMisordered } from './interpret-change.ts';
import { interpretRecord } from './interpret-record.ts';
import { interpretQuote, interpretTicket } from './interpret-service.ts';
import { timeContext } from './locale.ts';
import { end, start } from './moment.ts';
import type { Raw } from './raw.ts';
import { type Activity, noRecords, type Records, type StageChange, type Subject } from './records.ts';
import { strategiesOf } from './strategies.ts';

export interface Options {
  /** The user's own names as the CRM writes them; stands for "You". */
  me?: readonly string[];
  /** Zone of the page as the user set it; else, where the page proves none, the browser's. */
  zone?: string | undefined;
}

/** Nobody looks at more in one list. */
const MOST_SHOWN = 500;

export interface Reading {
  records: Records;
  sighting: Sighting;
}

/** All that turning one page into records needs to know, and where it reports what it could not read. */
export interface Desk {
  raw: Raw;
  time: ReturnType<typeof timeContext>;
  me: string | undefined;
  unread: Unread[];
  /** A row that the page shows was not understood: there is more than what was read. */
  missed?: boolean;
  /** What each activity's item is headed with. */
  headers?: Map<Activity, string>;
  /** Folded items that are no activities. */
  foldedMoves?: number;
}

/** Raw rows → records, by the rules that `read` and the extension share. Pure; message texts end here. */
export function interpret(raw: Raw, options: Options = {}): Reading {
  const names = options.me ?? [];
  const desk: Desk = {
    raw,
    time: timeContext(raw, options.zone),
    me: names.length === 1 ? names[0] : undefined,
    unread: raw.unread.map(({ field, why }) => ({ field, why })),
    headers: new Map(),
  };
  const records = raw.unready ? noRecords() : read(desk);
  if (raw.unready) desk.unread.unshift({ field: 'page', why: raw.unready });
  const shown: Subject[] = [
    ...records.leads.map(({ id }) => ({ kind: 'lead' as const, id })),
    ...records.deals.map(({ id }) => ({ kind: 'deal' as const, id })),
  ];
  const [first] = shown;
  const sighting: Sighting = {
    org: raw.org,
    page: raw.page,
    url: raw.url,
    adapter: raw.adapter,
    kind: raw.kind,
    ...(raw.kind === 'record' && first ? { subject: first } : {}),
    shown: shown.slice(0, MOST_SHOWN),
    coverage: coverageOf(desk, records),
    unread: desk.unread.map(({ field, why }) => ({ field: clean(field), why: withoutContacts(clean(why)) })),
    people: [...new Set(raw.people.flatMap((name) => shownText(withoutContacts(name)) ?? []))],
  };
  return { records, sighting };
}

function read(desk: Desk): Records {
  const { raw } = desk;
  const records = noRecords();
  for (const row of raw.records) {
    if (row.kind === 'ticket') interpretTicket(row, desk, records);
    else if (row.kind !== 'quote') interpretRecord(row, desk, records);
  }
  // The deal that a quote is of has to be known before.
  for (const row of raw.records) if (row.kind === 'quote') interpretQuote(row, desk, records);
  for (const row of raw.activities) interpretActivity(row, desk, records);
  addBirths(records, desk);
  records.leads = unique(apart(records.leads, desk), (l) => l.id);
  records.deals = unique(apart(records.deals, desk), (d) => d.id);
  records.tickets = unique(apart(records.tickets, desk), (t) => t.id);
  records.quotes = unique(apart(records.quotes, desk), (q) => q.id);
  records.activities = unique(deedsApart(records.activities, desk.headers), (a) => a.id);
  records.ownerChanges = unique(records.ownerChanges, (c) => c.id);
  records.stageChanges = withoutMisordered(
    unique(records.stageChanges, (c) => c.id),
    desk,
  );
  for (const deal of records.deals) {
    const rows = raw.records.filter((row) => clean(row.id ?? '') === deal.id);
    const isSaid = deal.closedAt !== undefined && rows.some((row) => row.fields.closedAt);
    // A page that gives the time itself knows better than its moves; some CRMs leave a lost deal in its stage.
    if (isSaid || rows.some((row) => row.stageKept)) continue;
    const closing =
      deal.outcome === 'open' ? undefined : closingChange(records.stageChanges, deal.id, deal.stage);
    if (closing) deal.closedAt = closing.at;
  }
  if (raw.adapter === 'hubspot' && isComplete(desk, records)) raiseByFirstForm(records);
  return records;
}

/** Rows without an id that look alike may be one record or two: what cannot be told apart is left out. */
function apart<T extends { id: string; derived?: boolean | undefined; name?: string | undefined }>(
  rows: T[],
  desk: Desk,
): T[] {
  const alike = (row: T) => row.derived === true && rows.filter((other) => other.id === row.id).length > 1;
  for (const name of new Set(rows.filter(alike).map((row) => row.name))) {
    desk.unread.push({ field: 'record', why: `several rows look alike: "${name ?? ''}"` });
    desk.missed = true;
  }
  return rows.filter((row) => !alike(row));
}

/** One deed shown twice is one; the showing that says more stays. */
function unique<T extends { id: string }>(rows: T[], key: (row: T) => string): T[] {
  const found = new Map<string, T>();
  for (const row of rows) {
    const other = found.get(key(row));
    if (!other || Object.keys(row).length > Object.keys(other).length) found.set(key(row), row);
  }
  return [...found.values()];
}

const closingChange = (changes: StageChange[], deal: string, stage: string | undefined) =>
  changes.filter((c) => c.deal === deal && c.to === stage).sort((a, b) => end(b.at) - end(a.at))[0];

/** A HubSpot contact raised its hand with its first form; without a complete timeline the first is not known. */
function raiseByFirstForm(records: Records): void {
  for (const lead of records.leads) {
    const forms = records.activities.filter(
      (a): a is Activity & { at: NonNullable<Activity['at']> } =>
        a.kind === 'form' && a.on.kind === 'lead' && a.on.id === lead.id && a.at !== undefined,
    );
    const [first] = forms.sort((a, b) => start(a.at) - start(b.at));
    if (first) lead.raisedAt = first.at;
  }
}

const counts = (records: Records): Record<string, number> =>
  Object.fromEntries(
    Object.entries(records).flatMap(([table, rows]) => (rows.length > 0 ? [[table, rows.length]] : [])),
  );

/** Pages show their filter also when it hides nothing. */
const filterOf = (raw: Raw): string | null =>
  raw.filter && (!isOfEverything(raw.filter) || raw.people.some((name) => name && raw.filter?.includes(name)))
    ? withoutContacts(clean(raw.filter))
    : null;

/** Of 24 types 24, or words that say so. Beside them a name of the firm's people still hides the others' items. */
function isOfEverything(filter: string): boolean {
  const [, chosen, of] = /(\d+)\s?\/\s?(\d+)/.exec(filter) ?? [];
  return of ? chosen === of : mentions('unfiltered', filter) || isOfAll(filter);
}

/** "Filter by: All", "Filters: Always • All activities • All types": each part begins with such a word, one alone is it. */
function isOfAll(filter: string): boolean {
  const parts = filter.replace(/^[^:：]*[:：]/u, '').split('•');
  const [only = '', ...others] = parts;
  return others.length === 0 ? says('everything', only) : parts.every((p) => beginsWith('everything', p));
}

function isComplete({ raw, missed }: Desk, records: Records): boolean {
  const seen = counts(records);
  const short = Object.entries(raw.announced).some(([table, n]) => n === null || n > (seen[table] ?? 0));
  return !raw.unready && !raw.more && !missed && filterOf(raw) === null && !short;
}

function coverageOf(desk: Desk, records: Records): Coverage {
  const { raw, time, foldedMoves = 0 } = desk;
  return {
    seen: counts(records),
    announced: raw.announced,
    complete: isComplete(desk, records),
    collapsed: raw.collapsed - foldedMoves,
    filter: filterOf(raw),
    locale: time.locales[0] ?? null,
    timeZone: time.zone,
    zone: time.zoneBy,
    by: raw.unready ? {} : strategiesOf(raw),
    readAt: raw.readAt,
  };
}
