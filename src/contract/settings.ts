import * as z from 'zod/mini';
import { warmth } from './records.ts';

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
/** Wall-clock windows by weekday (`"0-4"`, `"6"`; Monday is 0): `{"0-4": [["09:00", "17:00"]]}`. */
export const week = z.record(z.string().check(z.regex(/^[0-6](-[0-6])?$/)), z.array(z.tuple([clock, clock])));

export const settings = z.object({
  timeZone: z.optional(z.string()),
  week: z.optional(week),
  /** Local dates, `YYYY-MM-DD`. */
  holidays: z.optional(z.array(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))),
  /** Source → warmth; adds to and overrides the list in metrics/warmth.ts. */
  warmthOf: z.optional(z.record(z.string(), warmth)),
  defaultWarmth: z.optional(warmth),
  trustOpens: z.optional(z.boolean()),
  /** Who the user is, as the CRM writes the name. */
  me: z.optional(z.object({ names: z.array(z.string()) })),
  scoreDeals: z.optional(z.boolean()),
});
export type Settings = z.infer<typeof settings>;
export type Week = z.infer<typeof week>;
