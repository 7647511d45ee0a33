import type { RawActivity, RawField, RawRecord } from '../../../contract/raw.ts';
import { all, text, visible } from '../../flat.ts';

/** Objects that are leads, deals and tickets here. */
export const KINDS: Record<string, RawRecord['kind']> = {
  Lead: 'lead',
  Opportunity: 'deal',
  Case: 'ticket',
};

export interface Target {
  scope: string;
  kind: RawRecord['kind'];
  /** Address of the installation, without what stands behind its "#". */
  home: string;
}

/** The application's own field name → the contract's. */
const FIELDS: Record<string, string> = {
  name: 'name',
  account: 'company',
  accountName: 'company',
  stage: 'stage',
  status: 'status',
  amount: 'amount',
  probability: 'probability',
  closeDate: 'closeDate',
  leadSource: 'source',
  source: 'source',
  assignedUser: 'owner',
  createdAt: 'createdAt',
};

/** Shown, also where a saved page has lost the style sheet that hides what bears this mark. */
export const shows = (el: Element): boolean => visible(el) && !el.closest('.hidden');

export const MORE = ':is([data-action=showMore], [data-action=groupShowMore])';

/** A list, panel or column that goes on behind its button. */
export const goesOn = (el: Element): boolean => all(el, MORE).some(shows);

const CONTROL = 'input:not([type=checkbox]), select, textarea, [contenteditable=true]';
export const isEdited = (el: Element): boolean => el.querySelector(CONTROL) !== null;

/** Every field of a page, row or card that is known by its machine name; `selector` finds their holders. */
export function fieldsIn(holder: Element, selector: string): RawRecord['fields'] {
  const fields: RawRecord['fields'] = {};
  for (const [own, name] of Object.entries(FIELDS)) {
    const el = all(holder, `${selector}[data-name="${own}"]`).find(shows);
    const field = el && fieldOf(el, name);
    if (field) fields[name] ??= field;
  }
  return fields;
}

function fieldOf(el: Element, name: string): RawField | undefined {
  if (isEdited(el)) return { text: '', by: 'api', unread: 'is being edited' };
  const shown = name === 'createdAt' ? timeOf(el).text : shownIn(el);
  if (!shown) return undefined;
  return { text: shown, by: 'api' };
}

/** What a field shows; its own mark for "nothing" is no value. */
export const shownIn = (el: Element | undefined | null): string => text(el, { without: '.none-value' });

/** A short time has the longer one as its title; titles without a number are of something else. */
export function timeOf(el: Element): RawField {
  const titled = [el, ...el.querySelectorAll('[title]')].map((e) => e.getAttribute('title') ?? '');
  const longer = titled.find((title) => /\p{Nd}/u.test(title));
  return longer ? { text: longer, by: 'machine' } : { text: shownIn(el), by: 'api' };
}

/** A link to a record in the application: its object and id. */
export function linkOf(el: Element | null): { scope: string; id: string } | undefined {
  const [, scope, id] = /#(\w+)\/view\/([\w-]+)/.exec(el?.getAttribute('href') ?? '') ?? [];
  return scope && id ? { scope, id } : undefined;
}

/** A status's colour says in every language what became of what was planned. */
export function outcomeOf(el: Element | null | undefined): Pick<RawActivity, 'result'> {
  if (!el) return {};
  const has = (style: string) =>
    el.matches(`[class*="-${style}"]`) || el.querySelector(`[class*="-${style}"]`) !== null;
  const result = has('danger') ? 'cancelled' : has('success') ? 'held' : shownIn(el);
  return result ? { result } : {};
}
