import { detail, RESULTS } from './activity-state.ts';
import { meaning, mentions, type resultIn, resultSaid, says } from './dictionary.ts';
import { BEFORE, headingOf, parted } from './headings.ts';
import { type Kind, kindOf } from './kind.ts';
import type { RawActivity } from './raw.ts';

/* HubSpot's meetings, calls and tasks may bear their status as a tag that stands by itself, in the heading or beside it. */

type Status = 'called off' | 'moved' | 'planned' | 'done' | NonNullable<ReturnType<typeof resultIn>>;

const BEARERS = ['meeting', 'call', 'task'] as const satisfies Kind[];
type Bearer = (typeof BEARERS)[number];

/** What a text that is nothing but a status says of an item of this kind. */
function statusIn(kind: Bearer, text: string): Status | undefined {
  if (says('calledOff', text)) return 'called off';
  const result = resultSaid(text, RESULTS[kind] ?? []);
  if (result) return result;
  if (kind !== 'task' && says('cancelled', text)) return 'moved';
  if (says('completed', text)) return kind === 'meeting' ? 'held' : 'done';
  return says('upcoming', text) ? 'planned' : undefined;
}

/** An item with what its tags say, set where a named field would have said it; `undefined` where they contradict. */
export function withTags({ tags = [], within: _, ...row }: RawActivity): RawActivity | undefined {
  const kind = kindOf(row.type ?? '');
  if (!isBearer(kind)) return row;
  const named = row.result ?? detail(row, 'result');
  if (named !== undefined)
    return { ...row, ...(statusIn(kind, named) === 'planned' ? planned(row, kind) : {}) };
  const bare = tags.filter((tag) => !isValue(tag, row));
  const inHeading = kind === 'meeting' ? [behindKind(row.header ?? ''), row.subject ?? ''] : [];
  const found = new Map([...bare, ...inHeading].map((tag) => [statusIn(kind, tag), tag] as const));
  found.delete(undefined);
  const [[status, tag] = []] = found;
  if (found.size > 1) return undefined;
  const directed = kind === 'call' ? withDirection(row, bare) : row;
  if (status === undefined || tag === undefined) return directed;
  const { subject, ...rest } = directed;
  const title = subject?.endsWith(tag) ? subject.slice(0, -tag.length).trim() : subject;
  return { ...rest, ...(title ? { subject: title } : {}), ...told(row, kind, status, tag) };
}

/** "Canceled" of "Meeting - Canceled by Ada Finch". */
function behindKind(header: string): string {
  const words = parted(header).rest.split(' ');
  const end = words.findIndex((word) => BEFORE.has(word.toLowerCase()));
  return words.slice(0, end < 0 ? undefined : end).join(' ');
}

/** "Inbound" by itself, as if it stood behind the name that files have for it. */
function withDirection(row: RawActivity, bare: string[]): RawActivity {
  const tag = bare.find((text) => says('inbound', text));
  return tag ? { ...row, details: [...(row.details ?? []), { label: 'direction', text: tag }] } : row;
}

const told = (row: RawActivity, kind: Bearer, status: Status, tag: string): Partial<RawActivity> => {
  if (status === 'planned') return planned(row, kind);
  return status === 'done' ? { done: true, planned: false } : { result: tag };
};

/** Outside of what is to come the day of a plan has gone by. */
function planned(row: RawActivity, kind: Bearer): Partial<RawActivity> {
  if (row.done || row.planned !== undefined) return {};
  const isPast = kind !== 'task' && !mentions('upcoming', row.section ?? '');
  return { planned: true, ...(isPast ? { overdue: true } : {}) };
}

const isBearer = (kind: Kind): kind is Bearer => BEARERS.some((bearer) => bearer === kind);

/** Behind a name of its own it is a field's value, maybe of something else. */
const isValue = (tag: string, { details = [] }: RawActivity): boolean =>
  details.some(
    ({ label, text }) => text === tag && (/[:：]$/u.test(label) || meaning('labels', label) !== undefined),
  );

/** A heading without the tag at its end or beginning; what stands behind a dash or a word for "by" is a part of it. */
export function withoutTag(row: RawActivity): RawActivity {
  const { header = '', type = '', within = [], names = [] } = row;
  const kind = kindOf(type);
  const kinds = type === 'untold' ? BEARERS : BEARERS.filter((bearer) => bearer === kind);
  if (kinds.length === 0 || headingOf(header).to !== undefined) return row;
  for (const tag of within) {
    if (!kinds.some((bearer) => statusIn(bearer, tag))) continue;
    const rest = besides(header, tag);
    if (rest)
      return {
        ...row,
        header: rest,
        names: names.filter((name) => name !== tag),
        tags: [...(row.tags ?? []), tag],
      };
  }
  return row;
}

function besides(header: string, tag: string): string | undefined {
  const before = header.endsWith(tag) ? header.slice(0, -tag.length).trim() : '';
  const last = /\S+$/u.exec(before)?.[0] ?? '';
  if (before && !/^[-–—:：]$|[:：]$/u.test(last) && !BEFORE.has(last.toLowerCase())) return before;
  const after = header.startsWith(tag) ? header.slice(tag.length).trim() : '';
  return after && !/^[-–—:：]/u.test(after) ? after : undefined;
}
