import type { Slices } from './slices.ts';

/**
 * The one reader of the flat tree: light DOM, synthetic, open and closed shadow roots alike. A content script sees
 * through synthetic shadow with plain queries; real roots have to be entered, and in them neither `innerText` nor a
 * query from outside sees anything.
 */

type Opener = (el: HTMLElement) => ShadowRoot | null;
type WithOpener = { openOrClosedShadowRoot?: ShadowRoot | null };

const opener: Opener = (el) => {
  const chromeDom = (globalThis as { chrome?: typeof chrome }).chrome?.dom;
  return chromeDom
    ? chromeDom.openOrClosedShadowRoot(el)
    : ((el as WithOpener).openOrClosedShadowRoot ?? null);
};

/** The shadow root of an element, closed ones of custom elements too. The browser's call throws on SVG. */
export function rootOf(el: Element): ShadowRoot | null {
  if (el.shadowRoot) return el.shadowRoot;
  return el.localName.includes('-') && el instanceof HTMLElement ? opener(el) : null;
}

type Scope = Document | ShadowRoot | Element;

/** Every shadow root below `scope`, outer ones first, and `undefined` from time to time. */
function* rootsBelow(scope: Scope): Generator<ShadowRoot | undefined> {
  const own = scope instanceof Element ? rootOf(scope) : null;
  if (own) {
    yield own;
    yield* rootsBelow(own);
  }
  let looked = 0;
  for (const el of scope.querySelectorAll('*')) {
    if (++looked % 100 === 0) yield;
    const root = rootOf(el);
    if (!root) continue;
    yield root;
    yield* rootsBelow(root);
  }
}

/** All shadow roots of a document; a reading that begins with it need not look for them again. */
export function* findRoots(doc: Document): Slices<ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  for (const root of rootsBelow(doc)) {
    if (root) found.push(root);
    else yield;
  }
  memo?.set(doc, found);
  return found;
}

export type Roots = WeakMap<Scope, ShadowRoot[]>;
let memo: Roots | undefined;

/** Runs a reading or a slice of it; within one the tree is taken to stand still, so that roots are looked for once. */
export function reading<T>(read: () => T, known: Roots = new WeakMap()): T {
  const before = memo;
  memo = known;
  try {
    return read();
  } finally {
    memo = before;
  }
}

function roots(scope: Scope): ShadowRoot[] {
  // Where the document has none, no part of it has.
  const inAll = memo?.get(scope.ownerDocument ?? (scope as Document));
  const known = inAll?.length === 0 ? inAll : memo?.get(scope);
  if (known) return known;
  const found = [...rootsBelow(scope)].filter((root) => root !== undefined);
  memo?.set(scope, found);
  return found;
}

/** All matches below `scope`, through every shadow root. */
export function all(scope: Scope, selector: string): Element[] {
  const found = [...scope.querySelectorAll(selector)];
  for (const root of roots(scope)) found.push(...root.querySelectorAll(selector));
  return found;
}

/** The first visible match, else `undefined`. */
export const one = (scope: Scope, selector: string): Element | undefined =>
  all(scope, selector).find((el) => visible(el));

/** Parent in the flat tree: the slot an element is put into, or the host of its root. */
export function parent(el: Element): Element | null {
  if (el.assignedSlot) return el.assignedSlot;
  if (el.parentElement) return el.parentElement;
  const root = el.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Nearest element, this one included, that matches, across shadow boundaries. */
export function up(el: Element, selector: string): Element | undefined {
  for (let at: Element | null = el; at; at = parent(at)) if (at.matches(selector)) return at;
  return undefined;
}

/** Rendered for the user: not hidden here or in any ancestor, across hosts. */
export const visible = (el: Element): boolean =>
  el.checkVisibility ? el.checkVisibility({ visibilityProperty: true }) : el.getClientRects().length > 0;

const SKIP = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'NOSCRIPT', 'BUTTON', 'SVG', 'IFRAME']);
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE EM I LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U'.split(' '),
);

export interface TextOptions {
  /** Elements whose text is left out: tooltips, triggers, helper texts for screen readers. */
  without?: string;
  /** Read buttons too: some pages show a value as a button. */
  buttons?: boolean;
  /** Keep lines apart, as a message needs it; else all is one line. */
  lines?: boolean;
}

/** The text as shown: flat tree, one space for white space and between blocks, no scripts, no buttons. */
export function text(el: Element | undefined | null, options: TextOptions = {}): string {
  if (!el) return '';
  const parts: string[] = [];
  collectText(el, options, parts);
  const plain = parts.join('').replace(/[\u200b\u200e\u200f\u2060]/gu, '');
  if (!options.lines) return plain.replace(/\s+/gu, ' ').trim();
  return plain
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
}

function collectText(node: Node, options: TextOptions, parts: string[]): void {
  if (node instanceof Text) {
    parts.push(options.lines ? node.data.replace(/\s+/gu, ' ') : node.data);
    return;
  }
  if (!(node instanceof Element)) return;
  if (options.without && node.matches(options.without)) return;
  const between = INLINE.has(node.tagName) ? '' : options.lines ? '\n' : ' ';
  parts.push(between);
  for (const child of flatChildren(node)) {
    if (child instanceof Element && SKIP.has(child.tagName.toUpperCase()) && !isWantedButton(child, options))
      continue;
    collectText(child, options, parts);
  }
  parts.push(between);
}

const isWantedButton = (el: Element, options: TextOptions) => options.buttons && el.tagName === 'BUTTON';

/** Children as rendered: a host shows its root, a slot what is put into it (or its own default). */
export function flatChildren(el: Element): Iterable<Node> {
  const root = rootOf(el);
  if (root) return root.childNodes;
  if (el instanceof HTMLSlotElement && el.getRootNode() instanceof ShadowRoot) {
    const assigned = el.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return el.childNodes;
}
