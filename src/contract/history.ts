import * as z from 'zod/mini';
import { moment, type Records, records } from './records.ts';
import { settings } from './settings.ts';

/** A table that a file leaves out is empty; what else it holds is not ours and left alone. */
const table = <T extends z.ZodMiniType>(rows: T) => z._default(rows, [] as never);
const { leads, deals, activities, stageChanges, ownerChanges, quotes, tickets, customers } = records.shape;

/** History, version 1: all that was seen, as a file. */
export const history = z.object({
  format: z.literal('fourfold-history'),
  version: z.literal(1),
  exportedAt: z.optional(moment),
  leads: table(leads),
  deals: table(deals),
  activities: table(activities),
  stageChanges: table(stageChanges),
  ownerChanges: table(ownerChanges),
  quotes: table(quotes),
  tickets: table(tickets),
  customers: table(customers),
  settings: z._default(settings, {}),
});
export type History = z.infer<typeof history>;

/** One fault of a file: where it is (`leads[3].createdAt`), and what is wrong there. */
export interface Fault {
  where: string;
  why: string;
}

export type Parsed<T> = { value: T; faults?: never } | { value?: never; faults: Fault[] };

/** A History from what `JSON.parse` gave, or every fault of it. Nothing is repaired or left out in silence. */
export const parseHistory = (json: unknown): Parsed<History> => parsed(history, json);
export const parseSettings = (json: unknown): Parsed<z.infer<typeof settings>> => parsed(settings, json);

function parsed<T extends z.ZodMiniType>(schema: T, json: unknown): Parsed<z.infer<T>> {
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  return {
    faults: result.error.issues.map((issue) => {
      const { where, value } = placeOf(issue.path, json);
      return { where, why: whyOf(issue, value) };
    }),
  };
}

/** `deals[2] (006A1) .amount` is found by a program as well as by a person. */
function placeOf(path: readonly PropertyKey[], json: unknown): { where: string; value: unknown } {
  let at = json;
  const steps = path.map((key) => {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
    const id = typeof key === 'number' && (at as { id?: unknown } | undefined)?.id;
    return typeof key === 'number'
      ? `[${key}]${typeof id === 'string' ? ` (${id}) ` : ''}`
      : `.${String(key)}`;
  });
  return { where: steps.join('').replace(/^\./, '') || 'the file', value: at };
}

type Issue = z.core.$ZodIssue;

function whyOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `is missing; it must be ${issue.expected}` : `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'has none of the shapes it may have (a Moment is a whole number of milliseconds or a pair [from, to) that runs forward)';
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'invalid_format':
      return 'is not written as it must be';
    default:
      return issue.message;
  }
}

/** The records of a History alone. */
export const recordsOf = ({
  format: _,
  version: __,
  exportedAt: ___,
  settings: ____,
  ...rest
}: History): Records => rest;
