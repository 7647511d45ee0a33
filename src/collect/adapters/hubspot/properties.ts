import type { RawField, RawRecord } from '../../../contract/raw.ts';
import { all, text, visible } from '../../flat.ts';
import { type Kind, PROPERTIES } from './property-names.ts';

/** Skeletons and loading marks; while one stands in a place, that place is not empty but not there yet. */
export const LOADING =
  '[data-test-id*="skeleton"], [class*="Skeleton"], [data-test-loading="true"], [data-test-id="timeline-event-container-loading-state"]';

const CONTROLS =
  'input:not([type="hidden"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
/** Tools and trimmings around a value. */
export const TRIMMINGS =
  'label, [role="button"], [aria-hidden="true"], [data-test-id="hover-content-wrapper"], [data-test-id="dropdown-caret"], [data-test-id="badge"]';

export const isLoading = (el: Element): boolean =>
  el.matches(LOADING) || all(el, LOADING).some((mark) => visible(mark));

/** The value in an element. Some stand in a button of their own; beside any other value a button is a tool. */
export const shownIn = (el: Element): string =>
  text(el, { without: TRIMMINGS }) || text(el, { without: 'label', buttons: true });

/** The value as a field, unread while it loads or is being edited: then the page shows what is not stored. */
export function fieldIn(el: Element, shown = shownIn(el)): RawField {
  if (isLoading(el)) return { text: '', by: 'api', unread: 'still loading' };
  if (el.matches(CONTROLS) || all(el, CONTROLS).some(visible))
    return { text: '', by: 'api', unread: 'being edited' };
  const machine = all(el, 'time[datetime]')[0]?.getAttribute('datetime');
  return { text: shown, by: 'api', ...(machine ? { machine } : {}) };
}

/** Owners print as "Name (e-mail)" in some places. */
export const ownerName = (shown = ''): string => shown.replace(/\s*\([^()]*@[^()]*\)$/u, '');

/** A property as some place of the page shows it; the same one may stand in several. */
export type Found = [property: string, field: RawField, label?: string];

const isEmpty = (field: RawField): boolean => /^[-–—\s]*$/u.test(field.text);
export const worth = (field: RawField | undefined): number =>
  !field ? -1 : field.unread ? 1 : isEmpty(field) ? 0 : 2;

/** Properties → fields: of several showings of one, the first that says something. */
export function toFields(found: Found[], language: string, kind: Kind): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  for (const [property, name] of Object.entries(PROPERTIES[kind]))
    for (const [p, field] of found)
      if (p === property && worth(field) > worth(fields[name])) fields[name] = field;
  const name = fullName(found, language);
  if (name && worth(fields.name) < 2) fields.name = name;
  const reopened = found.find(([property]) => property === 'hs_ticket_reopened_at')?.[1];
  if (kind === 'ticket' && worth(reopened) === 2) fields.reopened = { text: 'true', by: 'api' };
  for (const field of ['owner', 'by'])
    if (fields[field]) fields[field] = { ...fields[field], text: ownerName(fields[field].text) };
  return withCurrency(fields, found);
}

/** A sign that several currencies share is told apart by the code in a property of its own. */
function withCurrency(fields: RawRecord['fields'], found: Found[]): RawRecord['fields'] {
  const code = found.find(([property]) => property === 'deal_currency_code')?.[1].text ?? '';
  const { amount } = fields;
  if (!amount?.text || amount.unread || !/^[A-Z]{3}$/.test(code) || /\p{Lu}{2}|[€£]/u.test(amount.text))
    return fields;
  return { ...fields, amount: { ...amount, text: `${code} ${amount.text}` } };
}

/** Languages that put the family's name first. */
const FAMILY_FIRST = /^(?:ja|zh|ko|hu)\b/;

/** Contacts have no name of their own but two halves; one half alone is not taken for the whole. */
function fullName(found: Found[], language: string): RawField | undefined {
  const half = (property: string) => found.find(([p]) => p === property)?.[1];
  const halves = [half('firstname'), half('lastname')];
  if (FAMILY_FIRST.test(language)) halves.reverse();
  const shown = halves.filter((h) => h !== undefined);
  if (shown.length === 0) return undefined;
  const unread = shown.find((h) => h.unread)?.unread ?? (shown.length < 2 ? 'only half of it is shown' : '');
  if (unread) return { text: '', by: 'api', unread };
  // The column of names shows the whole name beside a column of a half.
  const whole = shown.find((a) => shown.every((b) => ` ${a.text} `.includes(` ${b.text} `)));
  if (whole) return whole;
  return { text: shown.flatMap((h) => (isEmpty(h) ? [] : h.text)).join(' '), by: 'api' };
}
