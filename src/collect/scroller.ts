import { parent } from './flat.ts';

/** The elements around `el` that scroll vertically, the page itself last. */
export function scrollersOf(el: Element | undefined): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = el ?? null; at; at = parent(at))
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY))
      found.push(at);
  const page = el?.ownerDocument.scrollingElement;
  return page ? [...found.filter((f) => f !== page), page] : found;
}
