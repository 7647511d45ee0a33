import { isPartner, titled, typed, withField } from './activity-heading.ts';
import { detail, resultOf, secondsOf, stateOf, toldDirection, withSection } from './activity-state.ts';
import { withoutTag, withTags } from './activity-tag.ts';
import { AUTOMATIC } from './automatic.ts';
import { clean, definedOnly } from './clean.ts';
import { nameIn, withoutContacts } from './contacts.ts';
import { beginsWith, meaning, mentions, says } from './dictionary.ts';
import { shownText } from './field.ts';
import { addresseeOf, headingOf, parted, wording } from './headings.ts';
import { derivedId } from './identity.ts';
import type { Desk } from './interpret.ts';
import { isUntoldMove, steady, takeChange } from './interpret-change.ts';
import { isMessage, type Kind, kindOf } from './kind.ts';
import type { Moment } from './moment.ts';
import { personalize } from './personalize.ts';
import type { RawActivity } from './raw.ts';
import type { Activity, Deal, Lead, Records, Subject } from './records.ts';
import { parseTime } from './time.ts';
import { latinDigits } from './words.ts';

/** One item of a timeline → an activity, or a change of stage or owner where that is what it shows. */
export function interpretActivity(shown: RawActivity, desk: Desk, into: Records): void {
  const on = subjectOf(shown, desk, into);
  if (!on) return;
  const told = titled(typed(withoutTag(shown), desk, into), desk, into);
  if (told.type === 'untold') {
    desk.unread.push({ field: 'activities', why: 'of no known form' });
    desk.missed = true;
    return;
  }
  const tagged = withTags(told);
  if (!tagged) {
    desk.unread.push({ field: 'activity.state', why: 'several states are shown' });
    desk.missed = true;
    return;
  }
  const { header } = tagged;
  const said = withoutNames(header, told, desk);
  const row = {
    ...withSection({ ...withField(tagged), header: said }),
    header,
    id: clean(shown.id ?? '') || undefined,
  };
  const at = timeOf(row, desk);
  if (at === undefined && (row.planned !== true || row.change)) {
    desk.missed = true;
    return;
  }
  const heading = headingOf(header ?? '');
  const actor = shownText(row.by ?? (isPartner(heading.by, row, desk) ? undefined : heading.by));
  const isUser = actor === undefined ? row.mine : says('you', actor);
  const by = isUser ? desk.me : actor;
  if (at !== undefined && takeChange({ row, on, at, by, heading }, desk, into)) {
    if (row.folded) desk.foldedMoves = (desk.foldedMoves ?? 0) + 1;
    return;
  }
  // A list of changes is no timeline: what it says of other fields is no activity.
  if (row.type === 'history') return;
  if (isUntoldMove(row, on, heading)) {
    desk.unread.push({
      field: 'stageChange',
      why: `not understood: "${clean(row.header ?? '').slice(0, 60)}"`,
    });
    desk.missed = true;
    return;
  }
  const activity = activityOf({ ...row, said }, on, at, by, desk, into);
  desk.headers?.set(activity, `${row.header ?? ''} ${row.besides ?? ''}`.trim());
  into.activities.push(activity);
}

function subjectOf(row: RawActivity, desk: Desk, into: Records): Subject | undefined {
  const { kind } = row.on ?? {};
  const id = clean(row.on?.id ?? '');
  if (id && (kind === 'lead' || kind === 'deal')) return { kind, id };
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
  const isAhead = row.planned === true || (row.done && mentions('upcoming', row.section ?? ''));
  const upcoming = isAhead === true && !row.overdue;
  const parsed = parseTime(text, { ...desk.time, upcoming, year: yearIn(row.section ?? '') });
  if ('moment' in parsed) return parsed.moment;
  desk.unread.push({ field: 'activity.at', why: parsed.why });
  return undefined;
}

/** A word of an outcome may be somebody's name. */
const withoutNames = (header = '', { names = [] }: RawActivity, { raw }: Desk): string =>
  wording(header, [...names, ...raw.people, ...raw.customers]);

function activityOf(
  row: RawActivity & { said: string },
  on: Subject,
  at: Moment | undefined,
  by: string | undefined,
  desk: Desk,
  into: Records,
): Activity {
  const kind = row.change ? 'system' : kindOf(row.type ?? '');
  const subject = kind === 'note' || isMark(row) ? undefined : shownText(row.subject);
  const record = [...into.leads, ...into.deals].find((r) => r.id === on.id);
  // What the page tells of itself has no title: its sentence is what tells two of one minute apart.
  const told = kind === 'system' ? [shownText(row.header), row.change?.field, row.change?.to] : [];
  const title = subject ?? (told.filter(Boolean).join(' · ') || undefined);
  const id = row.id ?? derivedId(on.kind, on.id, kind, steady(at), title);
  const message = isMessage(kind);
  const direction = row.direction ?? directionOf(kind, row, by, [...desk.raw.customers, record?.name], desk);
  return definedOnly({
    org: desk.raw.org,
    id,
    derived: row.id ? undefined : true,
    on,
    kind,
    direction,
    at,
    by: by && nameIn(by),
    automated: row.automated ?? (message && isAutomatic(row, direction) ? true : undefined),
    state: stateOf({ ...row, header: row.said }, at, desk.raw.readAt),
    result: resultOf(kind, { ...row, header: row.said }),
    seconds: secondsOf(row.duration ?? detail(row, 'duration')),
    subject,
    milestone: kind === 'meeting' && isFirst(row) ? 'first-appointment' : undefined,
    personal: message && direction === 'out' ? personalOf(row, by, record, on, desk) : undefined,
  });
}

/** The first line may be a named pair, or a mark that only tells the state. */
const isMark = ({ subject = '', details = [] }: RawActivity): boolean =>
  says('bounced', subject) ||
  details.some(
    ({ label, text }) =>
      meaning('labels', label) !== undefined &&
      [joined(label), joined(label + text)].includes(joined(subject)),
  );
const joined = (s: string): string => s.replace(/[\s:：]/gu, '');

/** Only a type says so: a title may speak of another meeting. */
const isFirst = (row: RawActivity): boolean =>
  [detail(row, 'meetingType'), detail(row, 'type'), row.type].some(
    (text) => text !== undefined && says('firstAppointment', text),
  );

/** A logged call or e-mail is the rep's unless the page says that it came in. */
function directionOf(
  kind: Kind,
  row: RawActivity & { said: string },
  by: string | undefined,
  customers: readonly (string | undefined)[],
  { raw: { people } }: Desk,
): Activity['direction'] {
  if (kind === 'form') return 'in';
  if (kind === 'task' || kind === 'note' || kind === 'system' || kind === 'meeting') return 'none';
  if (by !== undefined && (customers.includes(by) || customers.includes(withoutContacts(by)))) return 'in';
  if ([row.said, toldDirection(row)].some((text) => mentions('inbound', text ?? ''))) return 'in';
  // From somebody unknown to one of the firm.
  const isStranger = by !== undefined && !row.mine && !people.includes(by);
  const to = isStranger && isMessage(kind) ? addresseeOf(row.header ?? '') : undefined;
  return to !== undefined && people.includes(to) ? 'in' : 'out';
}

/**
 * A heading names the machine; a subject only begins with the word, for people write about automation too. A rep may
 * sell "Out of office furniture": of what went out the word stands alone, or before a mark.
 */
const isAutomatic = ({ header = '', subject = '' }: RawActivity, direction: Activity['direction']): boolean =>
  mentions('automatic', header) ||
  AUTOMATIC.has(header) ||
  (direction === 'in' && !subject && beginsWith('autoReply', parted(header).rest)) ||
  (beginsWith('autoReply', subject) &&
    (direction === 'in' || /[:：\]]/u.test(subject) || says('autoReply', subject)));

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
