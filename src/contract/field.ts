import { withoutContacts } from './contacts.ts';
import { meaning, says } from './dictionary.ts';
import type { RawField, RawRecord } from './raw.ts';

/** What a text may not bring in: controls, overrides of its direction, halves of characters, more than 1,000 characters. */
export const clean = (s: string): string =>
  s
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 1000)
    // Half a character, where the cut went through one.
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

const EMPTY = /^(?:[-–—\s]*|(?:\*\s*){3,}|(?:•\s*){3,})$/u;

/** The text of a field, `undefined` where the page shows it empty, masked or as "--". */
export function shownText(text: string | undefined): string | undefined {
  const cleaned = clean(text ?? '');
  return EMPTY.test(cleaned) || says('empty', cleaned) ? undefined : cleaned;
}

/** A record's fields: those found by name or structure, then what labels alone can add. */
export function fieldsOf(record: RawRecord): Record<string, RawField> {
  const fields = { ...record.fields };
  for (const { label, text } of record.labelled ?? []) {
    const name = meaning('labels', label);
    if (name && !fields[name]) fields[name] = { text, by: 'label' };
  }
  return fields;
}

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
