import { all, parent } from './flat.ts';

/*
 * What was read of an item of a long timeline is kept for the next reading. It is forgotten when anything changes in the
 * item or around it, and whenever that is in doubt: then the item is read anew.
 */

/** After so long (ms) all is read anew: not everything that changes how a page looks can be heard of. */
const LONGEST = 60_000;
/** What is typed and ticked changes unheard. */
const CONTROLS = 'input, textarea, select, [contenteditable]';
const STYLES = 'style, link';

let items = new WeakMap<Node, { of: string; found: unknown }>();
/** Everything around what is kept. */
let around = new WeakSet<Node>();
let since: number | undefined;
let looks = '';

/** What `read` makes of an item, asked once for the same item in the same place. What is not `whole` is not kept. */
export function keep<T>(item: Element, place: string, read: () => T, whole: (found: T) => boolean): T {
  const kept = items.get(item);
  if (kept?.of === place) return kept.found as T;
  const found = read();
  if (!whole(found) || all(item, CONTROLS).length > 0) return found;
  since ??= performance.now();
  items.set(item, { of: place, found });
  for (let at = parent(item); at && !around.has(at); at = parent(at)) around.add(at);
  return found;
}

/** Whether nothing changed in it or around it since it was read: what was asked of it then holds still. */
export const isKept = (item: Element): boolean => items.has(item);

function forgetAll(): void {
  items = new WeakMap();
  around = new WeakSet();
  since = undefined;
}

/** What changed, as the observer tells it. */
function forget(changes: MutationRecord[]): void {
  for (const { type, target, addedNodes, removedNodes } of changes) {
    if (since === undefined) return;
    const moved = [...addedNodes, ...removedNodes];
    const restyles = [...moved, target, target.parentNode].some(isStyle) || moved.some(holdsStyle);
    if (restyles || moved.some(isAround) || (type === 'attributes' && isAround(target))) forgetAll();
    for (const node of [...moved, target]) forgetAround(node);
  }
}

const isAround = (node: Node): boolean => around.has(node);
const isStyle = (node: Node | null): boolean => node instanceof Element && node.matches(STYLES);
const holdsStyle = (node: Node): boolean => node instanceof Element && node.querySelector(STYLES) !== null;

/** All that is kept of what this is in. */
function forgetAround(node: Node): void {
  const outer = (at: Node) =>
    at instanceof Element ? parent(at) : at instanceof ShadowRoot ? at.host : at.parentNode;
  for (let at: Node | null = node; at; at = outer(at)) items.delete(at);
}

/** Before each reading: no observer tells of another size of the window, or of a style sheet that came late. */
function renew(): void {
  const before = looks;
  looks = `${innerWidth} ${innerHeight} ${document.styleSheets.length}`;
  if (looks !== before || performance.now() - (since ?? 0) > LONGEST) forgetAll();
}

/** What the watcher needs of it. */
export const keeping = { forget, forgetAround, renew };
