import { clean } from './clean.ts';
import { meaning, says } from './dictionary.ts';
import type { RawField, RawRecord } from './raw.ts';

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
