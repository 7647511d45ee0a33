import { one } from '../../flat.ts';
import { scrollersOf } from '../../scroller.ts';
import { moreIn } from './chatter.ts';
import { MESSAGE } from './messages.ts';

/** Older messages come by the button below the thread, or by scrolling to it. A list's pages are left alone. */
export function unfold(doc: Document): { toggles: Element[]; scrollers: Element[] } {
  const thread = one(doc, '.o_form_view :is(.o-mail-Thread, .o_MessageList)');
  const more = thread && moreIn(thread);
  return more
    ? { toggles: [more], scrollers: scrollersOf(one(thread, MESSAGE)) }
    : { toggles: [], scrollers: [] };
}
