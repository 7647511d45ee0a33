import { text } from '../../flat.ts';

/** Contract's field name → Odoo's own, of `crm.lead`. */
export const FIELDS = {
  name: 'name',
  company: 'partner_name',
  contact: 'contact_name',
  owner: 'user_id',
  amount: 'expected_revenue',
  probability: 'probability',
  closeDate: 'date_deadline',
  createdAt: 'create_date',
  closedAt: 'date_closed',
  source: 'source_id',
  lostReason: 'lost_reason_id',
} as const;

/** What older versions call some of them: the amount up to 13, the reason up to 15. */
const OLD: Record<string, string> = { expected_revenue: 'planned_revenue', lost_reason_id: 'lost_reason' };

/** Up to version 15 what does not apply to a record is in the page, and hidden by a style sheet that a saved page lacks. */
export const APPLIES = ':not(.o_invisible_modifier, .o_invisible_modifier *)';

const ribbon = (colour: string) => `.ribbon :is(.text-bg-${colour}, .bg-${colour})${APPLIES}`;
/** The ribbons of what was won and of what was lost, in every language. */
export const WON = ribbon('success');
export const LOST = ribbon('danger');

/** A view with its control panel, which up to version 15 stands beside it. */
export const frameOf = (view: Element): Element =>
  view.closest('.o_action') ?? view.closest('.o_action_manager') ?? view;

/** A label without what stands behind it: a count, or how long the record has been in the stage. */
export function firstText(el: Element | null | undefined): string {
  const parts = [...(el?.childNodes ?? [])].map(
    (node) => text(node instanceof Element ? node : null) || (node instanceof Text ? node.data.trim() : ''),
  );
  return parts.find(Boolean) ?? '';
}

/** Every name that a field has had. */
export const namesOf = (own: string): string[] => [own, ...(OLD[own] ? [OLD[own]] : [])];

const CONTROL = 'input:not([type=checkbox]), textarea, button:is([data-field], .o_input)';

/** The live value of a form control, else the text; `undefined` when it shows nothing. */
export function shownIn(el: Element | undefined): string | undefined {
  if (!el) return undefined;
  const control = el.matches(CONTROL)
    ? (el as HTMLInputElement)
    : el.querySelector<HTMLInputElement>(CONTROL);
  // Dates are buttons: the short text leaves the year out, the value does not, nor what stands beside the pointer.
  return (control ? control.value || (control.dataset.tooltip ?? '') : text(el)).trim() || undefined;
}

/** "Firm, Person" is how a person of a firm is written; a legal form after the comma is none. */
export function companyOf(partner: string | undefined): string | undefined {
  const [, firm, rest = ''] = /^(.*), ([^,]+)$/u.exec(partner ?? '') ?? [];
  return firm && !/^(inc|llc|llp|ltd|corp|co|lp|gmbh|ag|kg|s\.?a|s\.?l|b\.?v|n\.?v)\b\.?$/iu.test(rest)
    ? firm
    : partner;
}

/** Icon classes of the stock activity types; anything else that was planned or done by hand is a task. */
const ICONS: Record<string, string> = {
  'fa-phone': 'call',
  'fa-envelope': 'email',
  'fa-users': 'meeting',
  'fa-calendar': 'meeting',
  'fa-whatsapp': 'whatsapp',
  'fa-linkedin': 'linkedin',
  'fa-mobile': 'sms',
};

export const typeOf = (icons: Iterable<Element>): string =>
  [...icons]
    .flatMap((icon) => [...icon.classList])
    .map((name) => ICONS[name])
    .find((type) => type !== undefined) ?? 'task';

export const titled = (subject: string | undefined) => (subject ? { subject } : {});

/** "Subject: Offer", "for Tomás": behind its label a value is a text of its own; a saved page runs the two together. */
export function behindLabel(el: Element | null): string | undefined {
  if (!el) return undefined;
  const own = el.childNodes.length > 1 ? el.lastChild?.textContent?.trim() : undefined;
  return own || /^[^:：]{1,40}[:：]\s*(.+)$/su.exec(text(el))?.[1];
}
