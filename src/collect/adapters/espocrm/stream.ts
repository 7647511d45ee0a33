import type { RawActivity } from '../../../contract/raw.ts';
import { all, text, up } from '../../flat.ts';
import { each, type Slices, those } from '../../slices.ts';
import { linkOf, shownIn, shows, timeOf } from './fields.ts';
import { isFolded, isShort, type Part, panelNamed } from './panels.ts';

type On = NonNullable<RawActivity['on']>;

/** Objects whose creation the stream tells of because they are deeds themselves. */
const DEEDS = ['Call', 'Meeting', 'Task', 'Email'];

/** What the stream tells: posts, messages, deeds that were written down, and changes of fields. */
export function* collectStream(detail: Element, on: On): Slices<Omit<Part, 'filter'>> {
  const panel = panelNamed(detail, 'stream');
  if (!panel)
    return {
      activities: [],
      more: isFolded(detail, 'stream'),
      unread: [{ field: 'stageChanges', why: 'the panel "stream" is not shown' }],
    };
  const notes = yield* those(all(panel, '.list-row[data-id]'), (note) => shows(note) && !up(note, POST));
  // A pinned note stands above the stream and in it.
  const apart = new Map(notes.map((note) => [note.getAttribute('data-id') ?? '', note]));
  const told = yield* each([...apart], ([id, note]) => rowsOf(note, id, on));
  const activities = told.flat();
  const isLacking = told.some((rows) => rows.length === 0);
  return {
    activities,
    more: isShort(panel) || isLacking || activities.some((a) => !a.time && !a.planned),
    unread: isLacking ? [{ field: 'activities', why: 'an item of the stream that was not understood' }] : [],
  };
}

const POST = '.cell-post, .stream-post-container';
/** Parts of a note; what a person wrote into it may look like them. */
const partsOf = (note: Element, selector: string): Element[] =>
  [...note.querySelectorAll(selector)].filter((el) => !up(el, POST));

function rowsOf(note: Element, id: string, on: On): RawActivity[] {
  const [message = null] = partsOf(note, '.stream-head-text-container .message');
  const [date] = partsOf(note, '.stream-date-container');
  const users = [...(message?.querySelectorAll('a[href*="#User/view/"]') ?? [])];
  const by = text(users.find((a) => !isNamed(a)));
  const base: RawActivity = {
    id,
    on,
    type: 'system',
    direction: 'none',
    ...(date ? { time: timeOf(date) } : {}),
    ...(by ? { by } : {}),
  };
  const changes = changesIn(note, message, users, on);
  if (changes.length > 0) return changes.map((change) => ({ ...base, change }));
  const deed = deedIn(note, message);
  if (deed) {
    // What was only planned has a time of its own, which is not the one at which it was written down.
    const time = deed.planned ? {} : { time: base.time };
    return [{ on, by: base.by, ...time, ...deed }];
  }
  if (isPost(note)) return [{ ...base, type: 'note' }];
  // A status belongs to a deed or to a change, and neither was found.
  return text(message) && !note.querySelector('.label') ? [{ ...base, header: text(message) }] : [];
}

/** Whom a sentence names besides who did it. */
const isNamed = (a: Element): boolean => a.getAttribute('data-scope') === 'User';

type Change = NonNullable<RawActivity['change']>;
const WATCHED: Record<string, string> = { stage: 'stage', status: 'status', assignedUser: 'owner' };

/**
 * Changed fields stand in a table that is folded away; a field whose values it leaves out says nothing. Other notes
 * only show the new status, or name the new owner.
 */
function changesIn(note: Element, message: Element | null, users: Element[], on: On): Change[] {
  const changes = partsOf(note, 'tr.row[data-name]').flatMap((row): Change[] => {
    const field = WATCHED[row.getAttribute('data-name') ?? ''];
    const from = shownIn(row.querySelector('.cell-was'));
    const to = shownIn(row.querySelector('.cell-became'));
    return field && (from || to) ? [{ field, ...(from ? { from } : {}), ...(to ? { to } : {}) }] : [];
  });
  const isTold = (field: string) => changes.some((change) => change.field === field);
  // A sentence about another record has that record's status beside it, and a post may mention anybody.
  if (namesAnother(message) || isPost(note)) return changes;
  const field = on.kind === 'deal' ? 'stage' : 'status';
  const status = shownIn(note.querySelector('.label-state'));
  if (status && !isTold(field)) changes.push({ field, to: status });
  const marked = users.filter(isNamed);
  const [owner, ...others] = users.length < 2 ? [] : marked.length > 0 ? marked : users.slice(1);
  if (owner && others.length === 0 && !isTold('owner')) changes.push({ field: 'owner', to: text(owner) });
  return changes;
}

const namesAnother = (message: Element | null): boolean =>
  [...(message?.querySelectorAll('a') ?? [])].some((a) => {
    const scope = linkOf(a)?.scope;
    return scope !== undefined && scope !== 'User';
  });

const isPost = (note: Element): boolean => text(note.querySelector(POST), { without: '.label' }) !== '';

/** A call, meeting, task or e-mail that the note is about. Its own id makes it one with the history's row. */
function deedIn(note: Element, message: Element | null): RawActivity | undefined {
  const [mail] = partsOf(note, '.stream-subject-container a[href]');
  const link = mail ?? [...(message?.querySelectorAll('a[href]') ?? [])].find((a) => isDeed(a));
  const target = linkOf(link ?? null);
  if (!link || !target || !isDeed(link)) return undefined;
  const deed = { id: target.id, type: target.scope, subject: text(link) };
  // Only of a message the sentence tells the way; of anything else it repeats the title.
  if (target.scope === 'Email') {
    const body = text(note.querySelector('.stream-post-container'), { lines: true });
    const header = text(message, { without: 'a' });
    return { ...deed, header, planned: false, ...(body ? { body } : {}) };
  }
  const status = note.querySelector('.label');
  if (status?.matches('[class*="-danger"]')) return { ...deed, planned: false, result: 'cancelled' };
  return { ...deed, planned: status !== null && !status.matches('[class*="-success"]') };
}

const isDeed = (a: Element): boolean => DEEDS.includes(linkOf(a)?.scope ?? '');
