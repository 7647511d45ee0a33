import * as z from 'zod/mini';
import { sighting } from './contract/coverage.ts';
import { raw } from './contract/raw.ts';
import { records, subject } from './contract/records.ts';

/** What the chip on a record's page shows, in ready words; it knows no language and works nothing out. */
export const chip = z.object({
  /** Of the page that it is about; under another address it shows nothing. */
  url: z.string(),
  /** Which record that is: the user can hide it there. */
  record: z.string(),
  /** The four Ps as they are drawn. */
  letters: z.array(z.string()),
  response: z.string(),
  warning: z.optional(z.string()),
  state: z.enum(['calm', 'waiting', 'due-soon', 'breached']),
  /** All of it in a sentence, for the ear. */
  label: z.string(),
  hide: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  /** Epoch ms from which on it has to be asked for anew; absent when time does not change it. */
  until: z.optional(z.number()),
});
export type Chip = z.infer<typeof chip>;

/**
 * Every message once: name → schema. The receiver parses what it gets and looks at who sent it.
 * - `page`: content script → background, a reading. Reply: whether to go on watching.
 * - `look`: a face → background, read this tab now, by the access that the click on the icon gave.
 * - `settings`: a face → background, change these settings; a key set to null goes back to its default.
 * - `forget`: a face → background, delete everything that is stored.
 * - `forget-person`: a face → background, delete the person of these names, wherever they stand.
 * - `import`: a face → background, merge the History that waits in db/staging.ts into what is stored.
 * - `read`: a face → content script, read again now.
 * - `pause`: the background → content script and chip, fall silent and go.
 * - `chip`: the background → chip, show this, or nothing; from the chip, that its time is up. Reply: that there is one.
 * - `open`: the chip → background, show the popup, or the panel.
 * - `snooze`: a face → background, put off the notices of one who waits.
 * - port `whole`: a face → content script, open and read the whole record; it tells its progress, closing is the stop.
 * - `sample`: a face → background, which brings the sampler into the tab and passes the message on. Reply: the page's
 *   structure without its content.
 */
export const messages = {
  page: z.object({ type: z.literal('page'), raw }),
  look: z.object({ type: z.literal('look'), tab: z.number() }),
  settings: z.object({ type: z.literal('settings'), patch: z.record(z.string(), z.unknown()) }),
  forget: z.object({ type: z.literal('forget') }),
  'forget-person': z.object({
    type: z.literal('forget-person'),
    names: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  }),
  import: z.object({ type: z.literal('import') }),
  read: z.object({ type: z.literal('read') }),
  sample: z.object({ type: z.literal('sample'), tab: z.number() }),
  pause: z.object({ type: z.literal('pause') }),
  chip: z.object({ type: z.literal('chip'), chip: z.optional(z.nullable(chip)) }),
  open: z.object({ type: z.literal('open') }),
  snooze: z.object({
    type: z.literal('snooze'),
    org: z.string(),
    ...subject.shape,
    until: z.enum(['hour', 'tomorrow']),
    reason: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
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
/** A page that could not be kept so far, and why; session storage, key `unkept:<org> <page>`. */
export const unkept = z.object({
  why: z.enum(['full', 'newer', 'locked', 'failed']),
  /** In the browser's own words. */
  text: z.string(),
  at: z.number(),
});
export type Unkept = z.infer<typeof unkept>;
export const UNKEPT = 'unkept:';

export type TabState = z.infer<typeof tabState>;
