import { parent, up } from '../../flat.ts';

/** Marks of the parts of a timeline's card. */
export const CARD =
  '[data-selenium-test="timeline-card"], [data-test-id="collapsible-event-accordion"], [data-selenium-test="timeline-task"]';
export const COMMENT =
  '[data-test-id^="comment"], [data-test-id^="compact-comment"], [data-test-id^="callComments"]';
export const STAMP = '[data-test-id="event-timestamp"]';
export const BODY = '[data-test-id="rte-content"], [class*="SanitizedText"]';
/** The message, and what a folded card shows of its beginning: that is not it, and no title either. */
export const TEXT = `${BODY}, [data-test-id*="body"], [class*="ExpandableText"]`;
/** Within a person's words, which may hold a copy of anything. */
export function isWritten(el: Element): boolean {
  const outer = parent(el);
  return outer !== null && up(outer, BODY) !== undefined;
}
