import { withoutContacts } from './contacts.ts';

/** What a text may not bring in: controls, overrides of its direction, halves of characters, more than 1,000 characters. */
export const clean = (s: string): string =>
  s
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 1000)
    // Half a character, where the cut went through one.
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** They tell records apart and lead to them, and are nobody's address or number; see contacts.ts for those that are. */
const IDS = new Set(['org', 'id', 'url', 'deal', 'lead', 'customer', 'mergedInto']);

/** A row as it may be kept: texts clean and without contacts; absent is absent, so that stored rows compare. */
export function definedOnly<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(row).flatMap(([k, v]) =>
      v === undefined
        ? []
        : [[k, typeof v === 'string' ? (IDS.has(k) ? clean(v) : withoutContacts(clean(v))) : v]],
    ),
  ) as { [K in keyof T]: Exclude<T[K], undefined> };
}
