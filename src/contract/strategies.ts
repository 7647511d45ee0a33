import { fieldsOf, shownText } from './field.ts';
import type { Raw, RawField, Strategy } from './raw.ts';

/** The surest first. */
const ORDER: readonly Strategy[] = ['api', 'machine', 'structure', 'label'];

/** How each field of a page was found, in the weakest way of all its records; times of activities as `activity.at`. */
export function strategiesOf(raw: Raw): Record<string, Strategy> {
  const found = new Map<string, Strategy>();
  const add = (name: string, field: RawField | undefined) => {
    if (!field || field.unread || !shownText(field.machine ?? field.text)) return;
    const known = found.get(name);
    if (!known || ORDER.indexOf(field.by) > ORDER.indexOf(known)) found.set(name, field.by);
  };
  for (const row of raw.records) for (const [name, field] of Object.entries(fieldsOf(row))) add(name, field);
  for (const { time } of raw.activities) add('activity.at', time);
  return Object.fromEntries([...found].sort(([a], [b]) => a.localeCompare(b, 'en')));
}
