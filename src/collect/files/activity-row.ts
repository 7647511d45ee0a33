import { meanings, mentions, says } from '../../contract/dictionary.ts';
import { shownText } from '../../contract/field.ts';
import { interpretActivity } from '../../contract/interpret-activity.ts';
import { kindOf } from '../../contract/kind.ts';
import type { RawActivity } from '../../contract/raw.ts';
import { type Activity, noRecords } from '../../contract/records.ts';
import type { Register } from './register.ts';
import { collectFaults, countAlike, fault, fieldOf, type Line } from './sheet.ts';
import { namingField, subjectIn } from './subject.ts';

/** A row of tasks, events, calls, e-mails … → its activity; `undefined` (and a fault) where it is none. */
export function takeActivity(line: Line, register: Register): Activity | undefined {
  const { sheet } = line;
  const subject = subjectIn(line, register);
  if (typeof subject === 'string') {
    fault(line, namingField(line), subject);
    return undefined;
  }
  const { on, record } = subject;
  // Only what is asked of: the records of all files would be looked through for each row.
  const own = noRecords();
  if (record) Object.assign(own, on.kind === 'lead' ? { leads: [record] } : { deals: [record] });
  const org = record?.org ?? sheet.org;
  const [contact] = line.texts('contact').filter((name) => /\s/.test(name));
  const raw = { ...sheet.desk.raw, org, customers: contact ? [contact] : [] };
  const desk = { ...sheet.desk, raw, unread: [] };
  interpretActivity(rawOf(line, on), desk, own);
  sheet.desk.unread = desk.unread;
  collectFaults(line);
  const [activity] = own.activities;
  if (!activity) return undefined;
  return setApart(activity, line);
}

/** The same id on another line, of this file or of one record, is not the same deed where no id was given. */
function setApart(activity: Activity, line: Line): Activity | undefined {
  const { ids } = line.sheet;
  const first = ids.get(activity.id);
  if (first !== undefined && !activity.derived) {
    fault(line, 'id', `stands already on line ${first}`);
    return undefined;
  }
  const n = countAlike(line, activity.id);
  const id = n > 0 ? `${activity.id}-${n}` : activity.id;
  ids.set(id, line.row.line);
  return { ...activity, id };
}

function rawOf(line: Line, on: RawActivity['on']): RawActivity {
  const kind = kindIn(line);
  const { planned, done } = stateIn(line, kind);
  const time =
    (done ? fieldOf(line, 'completedAt') : undefined) ??
    fieldOf(line, 'at') ??
    fieldOf(line, 'completedAt') ??
    (planned ? undefined : fieldOf(line, 'loggedAt'));
  const state = line.text('state') ?? '';
  const bounced = mentions('bounced', state) ? 'bounced' : undefined;
  const result = bounced ?? shownText(line.text('result')) ?? (says('cancelled', state) ? state : undefined);
  const duration = durationOf(line);
  const direction = directionOf(line);
  const readable = time?.unread ? undefined : time;
  if (time?.unread) line.sheet.desk.unread.push({ field: 'at', why: time.unread });
  const optional = {
    id: shownText(line.text('id')),
    time: readable,
    by: shownText(line.text('by')),
    subject: shownText(line.text('subject')),
    body: line.texts('body').join('\n') || undefined,
    ...{ planned, done, direction, duration, result },
  };
  const said = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { on, type: kind, ...said };
}

/** What it is: the kind of the whole file, else what its columns say, else of a deed done the subject's first word. */
function kindIn(line: Line): string {
  const { kind } = line.sheet.mapping;
  if (kind) return kind;
  const told = line.texts('kind').map(kindOf);
  const [telling] = told.filter((word) => word !== 'system' && word !== 'task');
  if (telling) return telling;
  const [first = ''] = (line.text('subject') ?? '').split(/\s*[:–—-]\s/u);
  const [known] = mentions('completed', line.text('state') ?? '') ? meanings('kinds', first).keys() : [];
  return known ?? 'task';
}

/** Words of machines for what is still to be done; of a task without any word nothing says that it was. */
const AHEAD = /^(?:not.?started|in.?progress|waiting\b.*|deferred|scheduled|open|queued|draft)$/i;

function stateIn(line: Line, kind: string): { planned?: boolean; done?: boolean } {
  const state = shownText(line.text('state')) ?? shownText(line.text('result')) ?? '';
  if (mentions('completed', state) || line.text('completedAt')) return { done: true, planned: false };
  if (AHEAD.test(state) || mentions('upcoming', state)) return { planned: true };
  const isOver = says('cancelled', state) || mentions('bounced', state) || line.text('result') !== undefined;
  return kind === 'task' && !isOver ? { planned: true } : {};
}

function directionOf(line: Line): 'in' | 'out' | 'none' | undefined {
  const text = [line.text('direction'), ...line.texts('kind')].join(' ').replace(/_/g, ' ');
  if (mentions('inbound', text)) return 'in';
  return /\binternal\b/i.test(text) ? 'none' : undefined;
}

/** Seconds, as the contract writes them. */
function durationOf(line: Line): string | undefined {
  for (const [field, unit] of [
    ['seconds', 1],
    ['milliseconds', 1000],
    ['duration', 1],
  ] as const) {
    const text = fieldOf(line, field)?.text;
    if (text?.includes(':')) return text;
    const n = text === undefined ? Number.NaN : Number(text);
    if (n >= 0) return `${Math.round(n / unit)} s`;
  }
  return undefined;
}
