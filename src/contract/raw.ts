import * as z from 'zod/mini';
import './records.ts';

/**
 * What an adapter hands over: strings as the page shows them and how each was found. Nothing is parsed.
 * A value is long enough for any name; what is longer was no field and is refused.
 */
const shown = z.string().check(z.maxLength(20_000));
const opt = z.optional;

/** Where a text was found: the CRM's own field name, another machine value, the structure, or a label. */
export const strategy = z.enum(['api', 'machine', 'structure', 'label']);

export const rawField = z.object({
  text: shown,
  by: strategy,
  /** A value meant for machines that stands beside the text: an ISO instant, a plain number, an id. */
  machine: opt(shown),
  /** The field is a form control being edited, masked, or otherwise not to be read: why. */
  unread: opt(shown),
});

const kind = z.enum(['lead', 'deal', 'ticket', 'quote']);

export const rawRecord = z.object({
  kind,
  /** The CRM's own id; absent where the page shows none. */
  id: opt(shown),
  url: opt(shown),
  /**
   * By the contract's field names (`name`, `stage`, `owner`, `amount`, `createdAt` …; a ticket's `openedAt`, a quote's
   * `sentAt` …; `name` tells rows without an id apart). A field that holds an id (`deal`, `customer`) has it in
   * `machine`, else in `text`; a box that is ticked or not has `true` or `false` there; `complaint` may also be the ticket's type as shown. A quote on a deal's page needs
   * no `deal`.
   */
  fields: z.record(z.string(), rawField),
  /** Pairs that the page names by a label alone, in its own language; used for what no other way gave. */
  labelled: opt(z.array(z.object({ label: shown, text: shown }))),
  /** The page says so by a mark of its own, not by a word: a ribbon, a class, a stage's type. */
  closed: opt(z.enum(['won', 'lost', 'converted', 'disqualified'])),
  /** It was closed and left in its stage, which is one for open deals: no move to it closed it. */
  stageKept: opt(z.boolean()),
});

export const rawActivity = z.object({
  id: opt(shown),
  /** What it is an activity of; those of tickets and quotes have no place in a history. */
  on: opt(z.object({ kind, id: shown })),
  /** What the page calls it: an event type, an icon's name, an object prefix; `untold` where only its heading may tell. */
  type: opt(shown),
  /** Shows its preview only. */
  folded: opt(z.boolean()),
  /** The sentence or heading, and the item's own title. */
  header: opt(shown),
  subject: opt(shown),
  /** The sentence that seems to stand below a heading of its own ("Deal activity"). */
  sentence: opt(shown),
  /** What it says besides: it only tells two of one minute apart. */
  besides: opt(shown),
  /** What the heading sets apart by links or in bold: names of people, mostly. */
  names: opt(z.array(shown)),
  time: opt(rawField),
  by: opt(shown),
  /** The author is the signed-in user ("You"). */
  mine: opt(z.boolean()),
  /** Heading of the part of the timeline in which it stands ("Upcoming"). */
  section: opt(shown),
  /** Short texts with an element of their own, beside the heading and within it: a status may be among them. */
  tags: opt(z.array(shown)),
  within: opt(z.array(shown)),
  /** Named pairs of an opened item. */
  details: opt(z.array(z.object({ label: shown, text: shown }))),
  /** Planned and past its day, as a mark of the page says. */
  overdue: opt(z.boolean()),
  /** Where the page itself tells the direction or state, by section, icon or checkbox. */
  direction: opt(z.enum(['out', 'in', 'none'])),
  planned: opt(z.boolean()),
  done: opt(z.boolean()),
  result: opt(shown),
  duration: opt(shown),
  automated: opt(z.boolean()),
  /** A change of a field, as the page's history shows it. */
  change: opt(z.object({ field: shown, from: opt(shown), to: opt(shown) })),
  /** Text of the message where it is visible. It is counted and dropped; see interpret.ts. */
  body: opt(shown),
});

export const raw = z.object({
  adapter: z.string(),
  /** Address as shown, and the account it belongs to (`hubspot:1234567`). */
  url: z.string(),
  org: z.string(),
  kind: z.enum(['record', 'list', 'board', 'other']),
  /** What stands still when the same page is opened again: `Opportunity/006…`, `list/0-3/all`. */
  page: z.string(),
  readAt: z.number(),
  timeZone: z.string(),
  /** Language of the page, where it says so, and of the browser. */
  language: opt(z.string()),
  languages: z.array(z.string()),
  /** The content itself proves that it is of the record in the address. */
  proved: opt(z.boolean()),
  /** Why the page is not to be read yet (or at all); then records and activities are empty. */
  unready: opt(z.string()),
  records: z.array(rawRecord),
  activities: z.array(rawActivity),
  /** Counts that the page announces, null when it only says "more". */
  announced: z.record(z.string(), z.nullable(z.number())),
  collapsed: z.number(),
  filter: z.nullable(z.string()),
  /** Something on the page hides records: a "View more", a loading row, an unopened tab. */
  more: z.boolean(),
  /** Exact names of people of the firm that the page shows as owners or users. */
  people: z.array(z.string()),
  /** Names of people on the customer's side; they tell which way a message went, and are not stored. */
  customers: z.array(z.string()),
  unread: z.array(z.object({ field: z.string(), why: z.string() })),
});

export type Strategy = z.infer<typeof strategy>;
export type RawField = z.infer<typeof rawField>;
export type RawRecord = z.infer<typeof rawRecord>;
export type RawActivity = z.infer<typeof rawActivity>;
export type Raw = z.infer<typeof raw>;
/** What an adapter returns; the collector adds the rest. */
export type RawPage = Omit<Raw, 'adapter' | 'url' | 'org' | 'readAt' | 'timeZone' | 'language' | 'languages'>;
