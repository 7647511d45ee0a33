import { text } from '../../flat.ts';
import { allShown, linkedId } from './dom.ts';

export interface Linked {
  id: string;
  name: string;
  link: Element;
}

/** Prefixes of users, contacts, leads and accounts with a person's name. */
const PERSON = /^(005|003|00Q)/;

/** The people that an item links to. */
export const linkedPeople = (li: Element): Linked[] =>
  allShown(li, 'a[href*="/lightning/r/"]').flatMap((link) => {
    const id = linkedId(link) ?? '';
    const name = text(link, { without: '.slds-assistive-text' });
    return PERSON.test(id) && name ? [{ id, name, link }] : [];
  });
