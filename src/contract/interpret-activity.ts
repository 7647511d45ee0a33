import { beginsWith, headingOf, meaning, mentions, resultIn, says } from './dictionary.ts';
import { clean, definedOnly, shownText } from './field.ts';
import { derivedId } from './identity.ts';
import type { Desk } from './interpret.ts';
import { steady, takeChange } from './interpret-change.ts';
import { type Kind, kindOf } from './kind.ts';
import { type Moment, start } from './moment.ts';
import { personalize } from './personalize.ts';
import type { RawActivity } from './raw.ts';
import type { Activity, Deal, Lead, Records, Subject } from './records.ts';
import { parseTime } from './time.ts';
import { latinDigits } from './words.ts';

/** One item of a timeline → an activity, or a change of stage or owner where that is what it shows. */
export function interpretActivity(shown: RawActivity, desk: Desk, into: Records): void {
  const on = subjectOf(shown, desk, into);
  if (!on) return;
  const row = withSection(withField({ ...shown, id: clean(shown.id ?? '') || undefined }));
  const at = timeOf(row, desk);
  if (at === undefined && (row.planned !== true || row.change)) {
    desk.missed = true;
    return;
  }
  const heading = headingOf(row.header ?? '');
  const by = shownText(row.by ?? heading.by) ?? (row.mine ? desk.me : undefined);
  if (at !== undefined && takeChange({ row, on, at, by, heading }, desk, into)) return;
  // A list of changes is no timeline: what it says of other fields is no activity.
  if (row.type === 'history') return;
  into.activities.push(activityOf(row, on, at, by, desk, into));
}

/** A history of changes may name the field by its label, in the page's language. */
const withField = ({ change, ...row }: RawActivity): RawActivity =>
  change ? { ...row, change: { ...change, field: meaning('labels', change.field) ?? change.field } } : row;

/** What the heading above an item, or its own, says of its being planned or done. */
function withSection(row: RawActivity): RawActivity {
  const done =
    row.done ??
    (kindOf(row.type ?? '') === 'task' && mentions('completed', row.header ?? '') ? true : undefined);
  if (done) return { ...row, done, planned: false };
  return row.planned === undefined && mentions('upcoming', row.section ?? '')
    ? { ...row, planned: true }
    : row;
}

function subjectOf(row: RawActivity, desk: Desk, into: Records): Subject | undefined {
  const { kind, id } = row.on ?? {};
  if (id !== undefined && (kind === 'lead' || kind === 'deal')) return { kind, id: clean(id) };
  if (kind) return unowned(desk);
  const [lead] = into.leads;
  const [deal] = into.deals;
  if (desk.raw.kind === 'record' && lead) return { kind: 'lead', id: lead.id };
  if (desk.raw.kind === 'record' && deal) return { kind: 'deal', id: deal.id };
  return unowned(desk);
}

function unowned(desk: Desk): undefined {
  desk.unread.push({ field: 'activity', why: 'belongs to no record of this page' });
}

/** The year in a heading: "October • 2025". */
function yearIn(heading: string): number | undefined {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(latinDigits(heading))?.[0];
  return year === undefined ? undefined : Number(year);
}

function timeOf(row: RawActivity, desk: Desk): Moment | undefined {
  const text = shownText(row.time?.machine ?? row.time?.text);
  if (!text) {
    if (!row.planned) desk.unread.push({ field: 'activity.at', why: 'no time shown' });
    return undefined;
  }
  const upcoming = row.planned === true && !row.overdue;
  const parsed = parseTime(text, { ...desk.time, upcoming, year: yearIn(row.section ?? '') });
  if ('moment' in parsed) return parsed.moment;
  desk.unread.push({ field: 'activity.at', why: parsed.why });
  return undefined;
}

function activityOf(
  row: RawActivity,
  on: Subject,
  at: Moment | undefined,
  by: string | undefined,
  desk: Desk,
  into: Records,
): Activity {
  const kind = row.change ? 'system' : kindOf(row.type ?? '');
  const subject = kind === 'note' ? undefined : shownText(row.subject);
  const record = [...into.leads, ...into.deals].find((r) => r.id === on.id);
  const id = row.id ?? derivedId(on.kind, on.id, kind, steady(at), subject);
  const message = kind === 'email' || kind === 'sms' || kind === 'chat' || kind === 'social';
  const direction = row.direction ?? directionOf(kind, row, by, [...desk.raw.customers, record?.name]);
  return definedOnly({
    org: desk.raw.org,
    id,
    derived: row.id ? undefined : true,
    on,
    kind,
    direction,
    at,
    by,
    automated: row.automated ?? (message && isAutomatic(row) ? true : undefined),
    state: stateOf(row, at, desk.raw.readAt),
    result: resultOf(kind, row),
    seconds: secondsOf(row.duration ?? detail(row, 'duration')),
    subject,
    milestone: kind === 'meeting' && isFirst(row) ? 'first-appointment' : undefined,
    personal: message && direction === 'out' ? personalOf(row, by, record, on, desk) : undefined,
  });
}

/** Only a type says so: a title may speak of another meeting. */
const isFirst = (row: RawActivity): boolean =>
  [detail(row, 'meetingType'), detail(row, 'type'), row.type].some(
    (text) => text !== undefined && says('firstAppointment', text),
  );

/** A logged call or e-mail is the rep's unless the page says that it came in. */
function directionOf(
  kind: Kind,
  row: RawActivity,
  by: string | undefined,
  customers: readonly (string | undefined)[],
): Activity['direction'] {
  if (kind === 'form') return 'in';
  if (kind === 'task' || kind === 'note' || kind === 'system' || kind === 'meeting') return 'none';
  if (by !== undefined && customers.includes(by)) return 'in';
  return mentions('inbound', row.header ?? '') ? 'in' : 'out';
}

/** A heading names the machine; a subject only begins with the word, for people write about automation too. */
const isAutomatic = (row: RawActivity): boolean =>
  mentions('automatic', row.header ?? '') || beginsWith('autoReply', row.subject ?? '');

function stateOf(row: RawActivity, at: Moment | undefined, now: number): Activity['state'] {
  const ahead = at !== undefined && start(at) > now;
  if (ahead || (row.planned && !row.done)) return 'planned';
  if (row.result === 'bounced') return 'bounced';
  if (mentions('bounced', row.header ?? '') || beginsWith('bounced', row.subject ?? '')) return 'bounced';
  return row.result && says('cancelled', row.result) ? 'cancelled' : 'done';
}

/** What each kind may come to: a completed call is no held meeting. */
const RESULTS: Partial<Record<Kind, NonNullable<Activity['result']>[]>> = {
  call: ['connected', 'voicemail', 'no-answer'],
  meeting: ['held', 'no-show'],
  email: ['replied', 'clicked', 'opened'],
};

const detail = (row: RawActivity, name: string): string | undefined =>
  row.details?.find(({ label }) => meaning('labels', label) === name)?.text;

function resultOf(kind: Kind, row: RawActivity): Activity['result'] | undefined {
  if (row.planned && !row.done) return undefined;
  const told = row.result ?? detail(row, 'result');
  const result = resultIn(told ?? (kind === 'call' ? row.header : undefined) ?? '');
  return result && RESULTS[kind]?.includes(result) ? result : undefined;
}

function secondsOf(duration: string | undefined): number | undefined {
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(duration?.trim() ?? '');
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const plain = /^(\d+)\s*s$/.exec(duration?.trim() ?? '');
  return plain ? Number(plain[1]) : undefined;
}

function personalOf(
  row: RawActivity,
  by: string | undefined,
  record: Lead | Deal | undefined,
  on: Subject,
  { raw }: Desk,
): Activity['personal'] {
  if (!row.body || !record) return undefined;
  // A deal's name, and a lead's in some CRMs, is what it is about; the person has a name of their own.
  const contact = shownText(raw.records[0]?.fields.contact?.text);
  const isPerson = on.kind === 'lead' && !contact;
  const names = isPerson ? [record.name] : contact ? [contact] : raw.customers;
  const words = [record.company, record.source, isPerson ? undefined : record.name];
  return personalize({ body: row.body, lead: { name: names.join(' '), words }, sender: by });
}
