import type { RawPage, RawRecord } from '../../../contract/raw.ts';
import { text } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { emptyRow, gridRows } from './columns.ts';
import { allShown, linkedId, RECORD_LINK } from './dom.ts';
import { objectOf } from './objects.ts';
import { headingCount, listAround, relationLinks } from './related.ts';

/** The quotes among a deal's related lists. Their cards tell dates by label alone, which may be any date. */
export function* quotesOf(
  host: Element,
  url: URL,
  id: string,
): Slices<Pick<RawPage, 'records' | 'announced'>> {
  const link = relationLinks(host, 'Quotes', id).find((a) => listAround(a));
  const list = link && listAround(link);
  if (!link || !list) return { records: [], announced: {} };
  const count = headingCount(link);
  const rows = yield* gridRows(list, url, 'Quote');
  const records = rows.length > 0 ? rows : cardsIn(list, url);
  return { records, announced: count === undefined ? {} : { quotes: count } };
}

const cardsIn = (list: Element, url: URL): RawRecord[] =>
  allShown(list, 'lst-related-preview-card').flatMap((card) => {
    const id = allShown(card, RECORD_LINK)
      .map(linkedId)
      .find((linked) => objectOf(linked) === 'Quote');
    const pairs = allShown(card, 'dt').flatMap((dt) => {
      const [label, value] = [text(dt), text(dt.nextElementSibling)];
      return label && value ? [{ label, text: value }] : [];
    });
    return id ? [{ ...emptyRow(url, 'Quote', id), labelled: pairs }] : [];
  });
