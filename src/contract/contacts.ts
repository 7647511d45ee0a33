import { derivedId } from './identity.ts';

/*
 * Addresses and numbers of people are not kept, wherever a page or a file has them: a contact without a name has its
 * address for one, a title says whom to call back.
 */

const LOCAL = "\\p{L}\\p{N}._%+'-";
const ADDRESS = new RegExp(
  `(?<![${LOCAL}])([${LOCAL}])[${LOCAL}]*\\s?[@＠]\\s?([\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)`,
  'gu',
);
/** Beside a name it stands in brackets, and nothing is missing without it. */
const BESIDE = /\s*(?:<[^<>]*[@＠][^<>]*>|\([^()]*[@＠][^()]*\)|\[[^[\]]*[@＠][^[\]]*\])/gu;

const ZERO = '[0\u0660\u06f0]';
const ALONE = '(?<![\\p{L}\\p{Nd}#._/+-])';
const PART = '[\\s().\\u2010-\\u2015/-]{0,2}';
/** Only what is written as a number to call: an order or a day is a row of digits, too. */
const PHONE = new RegExp(
  [
    // +49 30 901820, 0049 30 901820
    `${ALONE}(?:\\+|00(?=\\d{1,3}[\\s/(-]))(?:${PART}\\p{Nd}){8,15}`,
    // (030) 901820-12, (415) 555-0132
    `\\(\\p{Nd}{2,5}\\)(?:[\\s-]?\\p{Nd}){6,9}`,
    // 415-555-0132
    `${ALONE}\\p{Nd}{3}([-. ])\\p{Nd}{3}\\1\\p{Nd}{4}`,
    // 06 12 34 56 78
    `${ALONE}${ZERO}\\p{Nd}(?:[\\s.-]\\p{Nd}{2}){4}`,
    // 030 901820-12, 0171/5550199, 03-1234-5678
    `${ALONE}${ZERO}\\p{Nd}{1,4}[\\s/-]\\p{Nd}{3,8}(?:[\\s-]\\p{Nd}{2,6}){0,2}`,
  ]
    .map((form) => `(?:${form})(?![\\p{Nd}\\p{sc=Latn}])`)
    .join('|'),
  'gu',
);
const isLong = (number: string): boolean => (number.match(/\p{Nd}/gu) ?? []).length >= 9;

/** Until none is left: the end of one may be the beginning of the next ("-@a.b@finch.example"). */
function withoutAddresses(text: string): string {
  const left = text.replace(ADDRESS, '$1…@$2');
  return left === text ? text : withoutAddresses(left);
}

/** A text without the addresses and numbers in it: `a…@finch.example`, `…32`. What stands in brackets beside a name goes. */
export function withoutContacts(text: string): string {
  if (!/[@＠]|\p{Nd}{2}/u.test(text)) return text;
  const named = text.replace(BESIDE, '').trim() || text;
  return withoutAddresses(named).replace(PHONE, (number) =>
    isLong(number) ? `…${number.slice(-2)}` : number,
  );
}

/** Whether a text is nothing but somebody's address or number. */
export const isContact = (text: string): boolean =>
  withoutContacts(text) !== text && !/[\p{L}\p{N}]/u.test(text.replace(ADDRESS, '').replace(PHONE, ''));

/** What is told apart by an address is told apart by a stand-in for it. */
export const idWithoutContacts = (kind: string, id: string): string =>
  withoutContacts(id) === id ? id : derivedId(kind, id);

/** An address of the web; where its query or fragment holds a person's (a search), without these. */
export const linkWithoutContacts = (url: string): string =>
  /[@＠]|%40/iu.test(url) ? url.replace(/[?#].*$/su, '') : url;

/** A sender's address or number is nobody's name: of `"Ada Finch" <ada@finch.example>` the name is. */
export function nameIn(by: string): string | undefined {
  const name = by.replace(/\s*<[^<>]*@[^<>]*>\s*$/u, '').replace(/^"(.*)"$/u, '$1');
  return name && !name.includes('@') && !isContact(name) ? name : undefined;
}
