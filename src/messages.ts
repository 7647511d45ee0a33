import * as z from 'zod/mini';
import { sighting } from './contract/coverage.ts';
import { raw } from './contract/raw.ts';
import { records } from './contract/records.ts';

/**
 * Every message once: name → schema. The receiver parses what it gets and looks at who sent it.
 * - `page`: content script → background, a reading. Reply: whether to go on watching.
 * - `look`: a face → background, read this tab now, by the access that the click on the icon gave.
 * - `settings`: a face → background, change these settings; a key set to null goes back to its default.
 * - `forget`: a face → background, delete everything that is stored.
 * - `read`: a face or the background → content script, read again now.
 * - port `whole`: a face → content script, open and read the whole record; it tells its progress, closing is the stop.
 * - `sample`: a face → background, which brings the sampler into the tab and passes the message on. Reply: the page's
 *   structure without its content.
 */
export const messages = {
  page: z.object({ type: z.literal('page'), raw }),
  look: z.object({ type: z.literal('look'), tab: z.number() }),
  settings: z.object({ type: z.literal('settings'), patch: z.record(z.string(), z.unknown()) }),
  forget: z.object({ type: z.literal('forget') }),
  read: z.object({ type: z.literal('read') }),
  sample: z.object({ type: z.literal('sample'), tab: z.number() }),
} as const;

/** What the port `whole` tells. */
export const progress = z.object({ opened: z.number(), done: z.boolean() });

export type MessageName = keyof typeof messages;
export type Message<K extends MessageName = MessageName> = { [N in K]: z.infer<(typeof messages)[N]> }[K];

/** Why a message was refused, or nothing. */
export type Reply = { error?: string };
export type SampleReply = Reply & { sample?: string };
export type PageReply = Reply & { live: boolean };

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
