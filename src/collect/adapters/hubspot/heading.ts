import { all, text, visible } from '../../flat.ts';

export const HEADER = '[data-test-id="header-message"], [data-test-id="generic-preview-event-header"]';
/** Types whose heading may hold the item's title, as a link right behind a dash. */
const TITLED = new Set(['email', 'meeting', 'task']);

/** A card's heading: the sentence that says who did it, and the title apart ("Email - <a>Terms</a> from …"). */
export function headingOf(
  el: Element | undefined,
  type: string,
  without: string,
): { header: string; sentence?: string; title?: string; names: string[] } {
  const header = text(el, { without });
  if (!el) return { header, names: [] };
  const sentence = sentenceIn(el, header, without);
  if (type === 'system') return { header: sentence ?? header, names: [] };
  const names = all(el, 'a, b, strong').flatMap((a) => (visible(a) ? text(a) || [] : []));
  if (type === 'untold') return { header, ...(sentence ? { sentence } : {}), names };
  if (!TITLED.has(type)) return { header, names };
  for (const link of all(el, 'a')) {
    const title = text(link);
    const at = title && visible(link) ? header.search(/(?<=\p{L}) [-–—:] (?=\S)/u) : -1;
    const begin = at + 3;
    if (at > 0 && header.startsWith(title, begin))
      return { header: header.slice(0, at) + header.slice(begin + title.length), title, names };
  }
  return { header, names };
}

/** "**Deal activity** Ada Finch moved …": a heading of its own, for the sentence begins anew behind it. */
function sentenceIn(el: Element, header: string, without: string): string | undefined {
  const [first, second] = el.children;
  if (first && !second && text(first, { without }) === header) return sentenceIn(first, header, without);
  const own = first?.matches('b, strong, h1, h2, h3, h4, h5, h6, div, p') ? text(first, { without }) : '';
  const rest = own && header.startsWith(own) ? header.slice(own.length).trim() : '';
  return /^[\p{Lu}\p{sc=Han}\p{sc=Kana}]/u.test(rest) ? rest : undefined;
}
