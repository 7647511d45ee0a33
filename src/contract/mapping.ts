import * as z from 'zod/mini';
import { activity } from './records.ts';

/** The tables that rows of an exported file may go to; those of history reports hold moves of stages and owners. */
export const table = z.enum(['deals', 'leads', 'tickets', 'activities', 'stageChanges']);

/**
 * How the columns of a file are understood. It is proposed for each file, the user may correct and save it, and it then
 * holds for every file that has these columns. Columns that it does not name are left out.
 */
export const mapping = z.object({
  table,
  /** Header as the file has it → field; see collect/files/format.ts. */
  columns: z.record(z.string(), z.string()),
  /** Order of day and month in numeric dates. */
  dates: z.optional(z.enum(['DM', 'MD'])),
  /** Language and region of the file's texts, such as `de-DE`. */
  locale: z.optional(z.string()),
  /** CRM and account; `csv:` and the file's name where it is left out. */
  org: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  /** Kind of all activities of the file, where its headers tell. */
  kind: z.optional(activity.shape.kind),
});

export type Table = z.infer<typeof table>;
export type Mapping = z.infer<typeof mapping>;
