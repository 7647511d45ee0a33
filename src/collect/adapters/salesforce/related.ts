import type { RawField } from '../../../contract/raw.ts';
import { text, up } from '../../flat.ts';
import { allShown, linkedId } from './dom.ts';
import { loading } from './host.ts';

const LIST = 'article, lst-related-list-single-container, .forceRelatedListSingleContainer';

/**
 * Headings of related lists, and quick links, lead to the list by the relation's name. A page may show lists of
 * another record too, such as the account's.
 */
export const relationLinks = (host: Element, relation: string, id: string): Element[] =>
  allShown(host, `a[href*="/related/${relation}/"]`).filter((a) => linkedId(a)?.startsWith(id));

/** What a related list's heading leads to: its cards or rows. */
export const listAround = (link: Element): Element | undefined => up(link, LIST);

/** "(3)" → 3, "(3+)" → null, no count → undefined. */
export function headingCount(link: Element): number | null | undefined {
  const found = /\((\d+)(\+?)\)/u.exec(text(link));
  if (!found) return undefined;
  return found[2] ? null : Number(found[1]);
}

/** The number of people in a deal: what the heading of its contact roles says, once they have come. */
export function contactsField(host: Element, id: string): RawField | undefined {
  for (const link of relationLinks(host, 'OpportunityContactRoles', id)) {
    const count = headingCount(link);
    const list = listAround(link);
    // Before the count has come, it says none.
    if (typeof count === 'number' && (list ? !loading(list) : count > 0))
      return { text: String(count), by: 'structure' };
  }
  return undefined;
}
