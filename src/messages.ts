import * as z from 'zod/mini';
import { raw } from './contract/raw.ts';

/**
 * Every message once: name → schema. The receiver parses what it gets and looks at who sent it.
 * - `page`: content script → background, a reading. Reply: whether to go on watching.
 * - `read`: popup → content script of a tab, read again now.
 * - `forget`: page → background, delete everything.
 */
export const messages = {
  page: z.object({ type: z.literal('page'), raw }),
  read: z.object({ type: z.literal('read') }),
} as const;

export type PageReply = { live: boolean };
export type Message = { [K in keyof typeof messages]: z.infer<(typeof messages)[K]> }[keyof typeof messages];
