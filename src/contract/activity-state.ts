import { beginsWith, meaning, meanings, mentions, resultIn, says } from './dictionary.ts';
import { parted } from './headings.ts';
import { type Kind, kindOf } from './kind.ts';
import { type Moment, start } from './moment.ts';
import type { RawActivity } from './raw.ts';
import type { Activity } from './records.ts';
import { latinDigits } from './words.ts';

/** What the heading above an item, its own, or a status says of its being planned or done. */
export function withSection(row: RawActivity): RawActivity {
  const status = kindOf(row.type ?? '') === 'task' ? (detail(row, 'status') ?? '') : '';
  if (row.done ?? isCompleted(row, status)) return { ...row, done: true, planned: false };
  const isAhead = mentions('upcoming', row.section ?? '') || says('upcoming', status);
  return row.planned === undefined && isAhead ? { ...row, planned: true } : row;
}

/** A task's heading or status says so; that of a planned call or e-mail begins with it, for people write about more. */
function isCompleted(row: RawActivity, status: string): boolean {
  const kind = kindOf(row.type ?? '');
  if (kind === 'task') return isCompletedTask(row.header ?? '') || says('completed', status);
  const isTask = row.planned === true && (kind === 'call' || kind === 'email');
  return isTask && beginsWith('completed', row.header ?? '');
}

/** Behind "Task - " there is a title, and people write about what is done: there the word stands alone or after it. */
function isCompletedTask(header: string): boolean {
  const { kind, rest } = parted(header);
  if (!meanings('kinds', kind).has('task')) return mentions('completed', header);
  const [title = '', ...more] = rest.split(/ [-–—] |[,،、] ?/u);
  return says('completed', title) || more.some((part) => beginsWith('completed', part));
}

export function stateOf(row: RawActivity, at: Moment | undefined, now: number): Activity['state'] {
  if (isCalledOff(row)) return 'cancelled';
  const ahead = at !== undefined && start(at) > now;
  if (ahead || (row.planned && !row.done)) return 'planned';
  if (row.result === 'bounced') return 'bounced';
  if (mentions('bounced', row.header ?? '') || beginsWith('bounced', row.subject ?? '')) return 'bounced';
  const marks = row.details?.flatMap(({ label, text }) => [label, text]) ?? [];
  if (kindOf(row.type ?? '') === 'email' && marks.some((mark) => says('bounced', mark))) return 'bounced';
  const result = row.result ?? detail(row, 'result');
  return result && isCancelled(kindOf(row.type ?? ''), result) ? 'cancelled' : 'done';
}

/** "Canceled: Kick-off": a calendar writes it before the title, also of what still lies ahead; so may an outcome. */
function isCalledOff(row: RawActivity): boolean {
  const kind = kindOf(row.type ?? '');
  const outcome = row.result ?? detail(row, 'result') ?? '';
  if (kind !== 'email' && says('calledOff', outcome)) return true;
  const mark = /^([^:：]{1,40})[:：]/u.exec(row.subject ?? '')?.[1];
  return mark !== undefined && kind === 'meeting' && says('calledOff', mark);
}

/** Accounts have outcomes of their own: "Cancelled by the customer". */
const isCancelled = (kind: Kind, result: string): boolean =>
  says('cancelled', result) ||
  (kind === 'meeting' && mentions('cancelled', result) && resultIn(result, RESULTS.meeting) === undefined);

/** What each kind may come to: a completed call is no held meeting. */
export const RESULTS: Partial<Record<Kind, NonNullable<Activity['result']>[]>> = {
  call: ['connected', 'voicemail', 'no-answer'],
  meeting: ['held', 'no-show'],
  email: ['replied', 'clicked', 'opened'],
};

export const detail = (row: RawActivity, name: string): string | undefined =>
  row.details?.find(({ label }) => meaning('labels', label) === name)?.text;

/** What an opened call says of its direction, under the name that exported files have for it. */
export const toldDirection = (row: RawActivity): string | undefined =>
  row.details?.find(({ label }) => meanings('columns', label).has('direction'))?.text;

export function resultOf(kind: Kind, row: RawActivity): Activity['result'] | undefined {
  if (row.planned && !row.done) return undefined;
  const told = row.result ?? detail(row, 'result');
  const possible = RESULTS[kind] ?? [];
  const result = resultIn(told ?? (kind === 'call' ? row.header : undefined) ?? '', possible) ?? tracked(row);
  return result && possible.includes(result) ? result : undefined;
}

/** What the counts below an e-mail say: a click says more than an opening. */
function tracked(row: RawActivity): 'clicked' | 'opened' | undefined {
  const isCounted = (name: string) => /^[1-9]\d*$/.test(latinDigits(detail(row, name)?.trim() ?? ''));
  if (isCounted('clicks')) return 'clicked';
  return isCounted('opens') ? 'opened' : undefined;
}

export function secondsOf(duration: string | undefined): number | undefined {
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(duration?.trim() ?? '');
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const plain = /^(\d+)\s*s$/.exec(duration?.trim() ?? '');
  return plain ? Number(plain[1]) : undefined;
}
