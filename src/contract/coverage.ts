import * as z from 'zod/mini';
import { strategy } from './raw.ts';
import { moment, subject } from './records.ts';

/** What a page showed of what there is; see `read` in the README. */
export const coverage = z.object({
  seen: z.record(z.string(), z.number()),
  announced: z.record(z.string(), z.nullable(z.number())),
  complete: z.boolean(),
  collapsed: z.number(),
  filter: z.nullable(z.string()),
  locale: z.nullable(z.string()),
  timeZone: z.string(),
  /** How that zone is known; see page-zone.ts. */
  zone: z.optional(z.enum(['proved', 'setting', 'browser', 'contradicted'])),
  /** By field, the weakest way in which any record's was found: a label is a word that may mean something else. */
  by: z.optional(z.record(z.string(), strategy)),
  readAt: moment,
});

export const unread = z.object({ field: z.string(), why: z.string() });

/** One page as it was last read: what the faces show as freshness and gaps. */
export const sighting = z.object({
  org: z.string(),
  page: z.string(),
  url: z.string(),
  adapter: z.string(),
  kind: z.enum(['record', 'list', 'board', 'other']),
  /** The record that the page is about, where it is about one. */
  subject: z.optional(subject),
  /** The leads and deals that it shows; of a very long list the first. */
  shown: z.optional(z.array(subject)),
  coverage,
  unread: z.array(unread),
  people: z.array(z.string()),
});

export type Coverage = z.infer<typeof coverage>;
export type Unread = z.infer<typeof unread>;
export type Sighting = z.infer<typeof sighting>;
