import * as z from 'zod/mini';
import { sighting } from './contract/coverage.ts';
import { raw } from './contract/raw.ts';
import { records } from './contract/records.ts';

/**
 * Every message once: name → schema. The receiver parses what it gets and looks at who sent it.
 * - `page`: content script → background, a reading. Reply: whether to go on watching.
 * - `read`: popup → content script of a tab, read again now.
 */
export const messages = {
  page: z.object({ type: z.literal('page'), raw }),
  read: z.object({ type: z.literal('read') }),
} as const;

export type PageReply = { live: boolean };
export type Message = { [K in keyof typeof messages]: z.infer<(typeof messages)[K]> }[keyof typeof messages];

/**
 * What the background keeps of a tab for as long as the browser runs (session storage, key `tab:<id>`): the faces
 * follow the tab through it. `preview` holds the records of a page whose CRM is not enabled yet; they stand nowhere else.
 */
export const tabState = z.object({
  enabled: z.boolean(),
  /** Match pattern to ask for when the user enables this CRM. */
  origin: z.string(),
  sighting,
  preview: z.optional(records),
});
export type TabState = z.infer<typeof tabState>;
