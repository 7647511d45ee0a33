import type { Slices } from './slices.ts';

/**
 * The one reader of the flat tree: light DOM, synthetic, open and closed shadow roots alike. A content script sees
 * through synthetic shadow with plain queries; real roots have to be entered, and in them neither `innerText` nor a
 * query from outside sees anything.
 */

const NONE: ShadowRoot[] = [];

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
  const [own] = known?.roots?.get(el) ?? NONE;
  if (known?.roots) return own?.host === el ? own : null;
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

/** What a reading knows: of a host its own root and those below, of what stands around one those below; all else has none. */
export interface Known {
  roots?: Map<Node, ShadowRoot[]>;
}

type Nearest = Map<string, Map<Element, Element | undefined>>;

let known: Known | undefined;
let nearest: Nearest | undefined;

/** All shadow roots of a document; a reading that begins with it need not look for them again. */
export function* findRoots(doc: Document): Slices<ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  for (const root of rootsBelow(doc)) {
    if (root) found.push(root);
    else yield;
  }
  if (known) known.roots = byPlace(found);
  return found;
}

function byPlace(found: ShadowRoot[]): Map<Node, ShadowRoot[]> {
  const places = new Map<Node, ShadowRoot[]>();
  for (const root of found)
    for (let at: Node | null = root.host; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
      const below = places.get(at);
      if (below) below.push(root);
      else places.set(at, [root]);
    }
  return places;
}

/**
 * Runs a reading or a slice of it; within one the tree is taken to stand still, so that roots are looked for once.
 * Within a slice it does stand still, so that nothing has to be asked twice of what stands around.
 */
export function reading<T>(read: () => T, memory: Known = {}): T {
  const before = [known, nearest] as const;
  [known, nearest] = [memory, new Map()];
  try {
    return read();
  } finally {
    [known, nearest] = before;
  }
}

const roots = (scope: Scope): ShadowRoot[] =>
  known?.roots
    ? (known.roots.get(scope) ?? NONE)
    : [...rootsBelow(scope)].filter((root) => root !== undefined);

/** All matches below `scope`, through every shadow root. */
export function all(scope: Scope, selector: string): Element[] {
  const own = scope.querySelectorAll(selector);
  const found = own.length > 0 ? [...own] : [];
  for (const root of roots(scope)) found.push(...root.querySelectorAll(selector));
  return found;
}

/** The first match that is such a one, else `undefined`; mostly the very first is. */
export function find(scope: Scope, selector: string, such: (el: Element) => boolean): Element | undefined {
  const first = scope.querySelector(selector);
  if (first && such(first)) return first;
  return first || roots(scope).length > 0 ? all(scope, selector).find(such) : undefined;
}

/** The first visible match, else `undefined`. */
export const one = (scope: Scope, selector: string): Element | undefined => find(scope, selector, visible);

/** Parent in the flat tree: the slot an element is put into, or the host of its root. */
export function parent(el: Element): Element | null {
  const outer = el.parentElement;
  // Only what stands in a host is put into a slot.
  if (outer && known?.roots?.has(outer) === false) return outer;
  if (el.assignedSlot) return el.assignedSlot;
  if (outer) return outer;
  const root = el.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Nearest element, this one included, that matches, across shadow boundaries. */
export function up(el: Element, selector: string): Element | undefined {
  const asked = nearest?.get(selector) ?? new Map<Element, Element | undefined>();
  nearest?.set(selector, asked);
  const way: Element[] = [];
  let at: Element | null = el;
  for (; at && !asked.has(at); at = parent(at)) {
    if (at.matches(selector)) {
      asked.set(at, at);
      break;
    }
    way.push(at);
  }
  const found = at ? asked.get(at) : undefined;
  for (const below of way) asked.set(below, found);
  return found;
}

const ALSO_BY_VISIBILITY = { visibilityProperty: true };

/** Rendered for the user: not hidden here or in any ancestor, across hosts. */
export const visible = (el: Element): boolean =>
  el.checkVisibility ? el.checkVisibility(ALSO_BY_VISIBILITY) : el.getClientRects().length > 0;

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

function collectText(el: Element, options: TextOptions, parts: string[]): void {
  if (options.without && el.matches(options.without)) return;
  const between = INLINE.has(el.tagName) ? '' : options.lines ? '\n' : ' ';
  parts.push(between);
  const put = slottedIn(el);
  if (put) for (const child of put) collectChild(child, options, parts);
  else
    for (let child = (rootOf(el) ?? el).firstChild; child; child = child.nextSibling)
      collectChild(child, options, parts);
  parts.push(between);
}

function collectChild(node: Node, options: TextOptions, parts: string[]): void {
  if (node instanceof Text) parts.push(options.lines ? node.data.replace(/\s+/gu, ' ') : node.data);
  else if (
    node instanceof Element &&
    (!SKIP.has(node.tagName.toUpperCase()) || isWantedButton(node, options))
  )
    collectText(node, options, parts);
}

const isWantedButton = (el: Element, options: TextOptions) => options.buttons && el.tagName === 'BUTTON';

/** What is put into a slot, if anything is. */
function slottedIn(el: Element): Node[] | undefined {
  if (known?.roots?.size === 0 || !(el instanceof HTMLSlotElement)) return undefined;
  const put = el.getRootNode() instanceof ShadowRoot ? el.assignedNodes() : [];
  return put.length > 0 ? put : undefined;
}

/** Children as rendered: a host shows its root, a slot what is put into it (or its own default). */
export const flatChildren = (el: Element): Iterable<Node> =>
  rootOf(el)?.childNodes ?? slottedIn(el) ?? el.childNodes;
