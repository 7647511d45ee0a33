import { all, find, parent, text, up, visible } from '../../flat.ts';

/**
 * What Lightning's own style sheet hides. A saved page comes without that sheet, so that these classes have to say it
 * by themselves: panels of closed tabs (LWC and Aura) and the contents of closed sections.
 */
const HIDDEN =
  '.slds-hide, [hidden], .tabs__content.uiTab:not(.active), .slds-section.has-header:not(.slds-is-open) > .slds-section__content';

/** What people have written or pasted: whatever it looks like, it is no part of the page. */
const WRITTEN =
  'lightning-formatted-rich-text, emailui-rich-text-output, .forceOutputRichText, .uiOutputRichText, .feedBodyInner';

export const shown = (el: Element): boolean => visible(el) && !up(el, HIDDEN) && !isWritten(el);

function isWritten(el: Element): boolean {
  const outer = parent(el);
  return !!outer && !!up(outer, WRITTEN);
}

export const allShown = (scope: Element, selector: string): Element[] => all(scope, selector).filter(shown);
export const first = (scope: Element, selector: string): Element | undefined => find(scope, selector, shown);

/** Whether something around `el` is such a one, through every boundary. */
export function isWithin(el: Element, such: (outer: Element) => boolean): boolean {
  for (let at = above(el); at; at = above(at)) if (such(at)) return true;
  return false;
}
export const inside = (el: Element, outer: Element): boolean => isWithin(el, (at) => at === outer);

const above = (el: Element): Element | undefined => {
  if (el.parentElement) return el.parentElement;
  const root = el.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};

/** Help texts, hover triggers and edit buttons that stand inside a value. */
const NOISE =
  '.slds-assistive-text, .test-id__inline-edit-trigger, [data-action-edit], lightning-helptext, lightning-icon, records-hoverable-link button';

/** A value as shown; of a lookup only its link, for a name's preview stands beside it. */
export function valueText(value: Element | undefined, label = ':not(*)'): string {
  const link = value && all(value, RECORD_LINK).find(shown);
  return text(link ?? value, { without: `${NOISE}, ${label}` });
}

/** Links to records, of LWC and of Aura. */
export const RECORD_LINK = 'a[href*="/lightning/r/"], a.forceOutputLookup, a[data-recordid]';

/** The id of the record that a link leads to, or of its related list. */
export function linkedId(link: Element | undefined): string | undefined {
  const href = link?.getAttribute('href') ?? '';
  const found = /\/(?:r|sObject)\/(?:\w+\/)?([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)(?:\/|$)/.exec(href)?.[1];
  return found ?? link?.getAttribute('data-recordid') ?? undefined;
}

/** A moment for machines or a plain number; cells of custom types print "[object Object]". */
export const machineValue = (value: string | null): string | undefined =>
  value !== null && /^(?:-?\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)$/.test(value)
    ? value
    : undefined;
