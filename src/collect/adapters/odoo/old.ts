import { all, text } from '../../flat.ts';

/*
 * The chatter of versions 14 to 16. Nothing in it marks an account: who notes, plans and changes fields is one of the
 * staff, and so is the signed-in user.
 */

export const isOld = (el: Element): boolean => el.matches('.o_Message');

/** What a person wrote may hold anything, a name and a date of another message too. */
const OUTSIDE = ':not(.o-mail-Message-body *, .o_Message_prettyBody *)';

export const authorOf = (el: Element): string =>
  text(el.querySelector(`:is(.o-mail-Message-author, .o_Message_authorName)${OUTSIDE}`));

export const dateOf = (el: Element): Element | null =>
  el.querySelector(`:is(.o-mail-Message-date, .o_Message_date)${OUTSIDE}`);

export const staffOfOld = (thread: Element): string[] => [
  ...all(thread, '.o_Message:is(.o-notification, .o-not-discussion)').map(authorOf),
  text(thread.ownerDocument.querySelector('.oe_topbar_name')),
];

/** Mail of an address that nobody knows has a link to write back. */
export const isOfStranger = (el: Element): boolean => el.querySelector('a.o_Message_authorName') !== null;
