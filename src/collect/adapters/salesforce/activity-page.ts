import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import type { Slices } from '../../slices.ts';
import { allShown } from './dom.ts';
import { fieldsOf, type ShownField } from './fields.ts';
import { activeHost, foreign, isOfRecord, waiting } from './host.ts';
import { shortId, subjectOf, USER } from './objects.ts';

/** Records that are activities, by the prefix of their ids. */
const ACTIVITIES: Record<string, 'Task' | 'Event'> = { '00T': 'Task', '00U': 'Event' };
export const activityObject = (id: string): 'Task' | 'Event' | undefined => ACTIVITIES[id.slice(0, 3)];

/** Fields that hold the moment: when it starts, or the day that it is due. */
const TIMES = {
  Task: ['ActivityDate', 'ActivityDateTime'],
  Event: ['StartDateTime', 'ActivityDateTime', 'ActivityDate'],
};

/** A task's or event's own page: one activity of the lead or deal that it names. */
export function* collectActivityPage(
  doc: Document,
  object: 'Task' | 'Event',
  longId: string,
): Slices<RawPage> {
  const id = shortId(longId);
  const page = emptyPage('record', `${object}/${id}`);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible page' };
  const elsewhere = foreign(host, object, id);
  if (elsewhere) return { ...page, unready: elsewhere };
  const fields = fieldsOf(host, object);
  if ((yield* waiting(host)).some(isOfRecord) || fields.size === 0)
    return { ...page, unready: 'still loading' };
  const on = subjectOf(fields.get('WhatId')?.links) ?? subjectOf(fields.get('WhoId')?.links);
  if (!on) return { ...page, kind: 'other', more: !(fields.has('WhatId') && fields.has('WhoId')) };
  const unread = [...fields].flatMap(([api, f]) =>
    f.unread ? [{ field: `activity.${api}`, why: f.unread }] : [],
  );
  const owner = fields.get('OwnerId');
  const activity = activityOf(host, object, fields);
  // Whether a task is done is what it is about.
  if (activity.planned && !fields.get('Status')?.text)
    return {
      ...page,
      more: true,
      unread: [...unread, { field: 'activity.state', why: 'no status is shown' }],
    };
  return {
    ...page,
    activities: [{ id, on, ...activity }],
    people: owner?.text && owner.links?.startsWith(USER) ? [owner.text] : [],
    unread,
  };
}

function activityOf(host: Element, object: 'Task' | 'Event', fields: Map<string, ShownField>): RawActivity {
  const shown = (api: string) => fields.get(api)?.text || undefined;
  const time = TIMES[object].map((api) => fields.get(api)).find((field) => field?.text);
  const isCall = ['CallType', 'CallDisposition', 'CallDurationInSeconds'].some(shown);
  const type = object === 'Event' ? 'event' : isCall ? 'call' : typeOf(host, shown('TaskSubtype'));
  const [by, subject, seconds, result] = [
    shown('OwnerId'),
    shown('Subject'),
    shown('CallDurationInSeconds'),
    shown('CallDisposition'),
  ];
  return {
    type,
    // What the page says of its state and direction, for the dictionaries to tell.
    header: [shown('Status'), shown('CallType')].filter(Boolean).join(' · '),
    ...(subject ? { subject } : {}),
    ...(time ? { time: { text: time.text, by: 'api' } } : {}),
    ...(by ? { by } : {}),
    ...(type.startsWith('task') ? { planned: true } : {}),
    ...(seconds ? { duration: `${seconds} s` } : {}),
    ...(result ? { result } : {}),
  };
}

/** A call or an e-mail is a task of a kind of its own, which is a word of the firm's language; its icon is none. */
function typeOf(host: Element, subtype: string | undefined): string {
  const icons = allShown(host, '[class*="icon-standard-"]').map((el) => el.className.toString());
  if (icons.some((c) => /icon-standard-log-a-call/.test(c))) return 'call';
  if (icons.some((c) => /icon-standard-email/.test(c))) return 'email';
  return subtype ? `task:${subtype}` : 'task';
}
