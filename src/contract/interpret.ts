import type { Coverage, Sighting, Unread } from './coverage.ts';
import { mentions } from './dictionary.ts';
import { clean, shownText } from './field.ts';
import { interpretActivity } from './interpret-activity.ts';
import { interpretRecord } from './interpret-record.ts';
import { timeContext } from './locale.ts';
import { end, start } from './moment.ts';
import type { Raw } from './raw.ts';
import { type Activity, noRecords, type Records, type StageChange } from './records.ts';
import type { TimeContext } from './time.ts';

export interface Options {
  /** The user's own names as the CRM writes them; stands for "You". */
  me?: readonly string[];
  /** Zone of the page where the user set one; else the browser's. */
  zone?: string | undefined;
}

export interface Reading {
  records: Records;
  sighting: Sighting;
}

/** All that turning one page into records needs to know, and where it reports what it could not read. */
export interface Desk {
  raw: Raw;
  time: TimeContext;
  me: string | undefined;
  unread: Unread[];
}

/** Raw rows → records, by the rules that `read` and the extension share. Pure; message texts end here. */
export function interpret(raw: Raw, options: Options = {}): Reading {
  const zone = options.zone ?? raw.timeZone;
  const names = options.me ?? [];
  const desk: Desk = {
    raw,
    time: timeContext(raw, zone),
    me: names.length === 1 ? names[0] : undefined,
    unread: raw.unread.map(({ field, why }) => ({ field, why })),
  };
  const records = raw.unready ? noRecords() : read(desk);
  if (raw.unready) desk.unread.unshift({ field: 'page', why: raw.unready });
  const [first] = [
    ...records.leads.map((l) => ['lead', l] as const),
    ...records.deals.map((d) => ['deal', d] as const),
  ];
  const sighting: Sighting = {
    org: raw.org,
    page: raw.page,
    url: raw.url,
    adapter: raw.adapter,
    kind: raw.kind,
    ...(raw.kind === 'record' && first ? { subject: { kind: first[0], id: first[1].id } } : {}),
    coverage: coverageOf(raw, records, desk.time),
    unread: desk.unread.map(({ field, why }) => ({ field: clean(field), why: clean(why) })),
    people: [...new Set(raw.people.flatMap((name) => shownText(name) ?? []))],
  };
  return { records, sighting };
}

function read(desk: Desk): Records {
  const { raw } = desk;
  const records = noRecords();
  for (const row of raw.records) interpretRecord(row, desk, records);
  for (const row of raw.activities) interpretActivity(row, desk, records);
  records.leads = unique(apart(records.leads, desk), (l) => l.id);
  records.deals = unique(apart(records.deals, desk), (d) => d.id);
  records.activities = unique(records.activities, (a) => a.id);
  records.ownerChanges = unique(records.ownerChanges, (c) => c.id);
  records.stageChanges = unique(records.stageChanges, (c) => c.id);
  for (const deal of records.deals) {
    const closing =
      deal.outcome === 'open' ? undefined : closingChange(records.stageChanges, deal.id, deal.stage);
    if (closing) deal.closedAt = closing.at;
  }
  if (raw.adapter === 'hubspot' && isComplete(raw, records)) raiseByFirstForm(records);
  return records;
}

/** Rows without an id that look alike may be one record or two: what cannot be told apart is left out. */
function apart<T extends { id: string; derived?: boolean | undefined; name?: string | undefined }>(
  rows: T[],
  desk: Desk,
): T[] {
  const alike = (row: T) => row.derived === true && rows.filter((other) => other.id === row.id).length > 1;
  for (const name of new Set(rows.filter(alike).map((row) => row.name)))
    desk.unread.push({ field: 'record', why: `several rows look alike: "${name ?? ''}"` });
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
  raw.filter && !mentions('unfiltered', raw.filter) ? clean(raw.filter) : null;

function isComplete(raw: Raw, records: Records): boolean {
  const seen = counts(records);
  const short = Object.entries(raw.announced).some(([table, n]) => n === null || n > (seen[table] ?? 0));
  return !raw.unready && !raw.more && filterOf(raw) === null && !short;
}

function coverageOf(raw: Raw, records: Records, time: TimeContext): Coverage {
  return {
    seen: counts(records),
    announced: raw.announced,
    complete: isComplete(raw, records),
    collapsed: raw.collapsed,
    filter: filterOf(raw),
    locale: time.locales[0] ?? null,
    timeZone: time.zone,
    readAt: raw.readAt,
  };
}
