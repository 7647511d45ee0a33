import { rootsBelow } from './flat.ts';

/** Quiet time after a change before a reading, and the longest a restless page can put it off (ms). */
const QUIET = 120;
const LONGEST = 600;
/** A reading may take at most this share of the main thread on a page that never rests. */
const SHARE = 0.05;
/** Roots can be attached, and contents arrive in them, without any change that an observer outside sees. */
const LOOK_AGAIN = [250, 500, 1000, 2000, 4000];
const ADDRESS_POLL = 300;

/** The chip, where there is one, comes and goes beside the body; see show/chip. */
function isOurs({ addedNodes, removedNodes }: MutationRecord): boolean {
  const { __fourfoldChip: chip } = globalThis as { __fourfoldChip?: { host: Node } };
  return !!chip && (addedNodes[0] ?? removedNodes[0]) === chip.host;
}

/**
 * Calls `read` soon after anything on the page changes: content in any kind of shadow root, the address (single-page
 * applications change it without a load), the language. What came to stand under an address that is just being left is
 * read under that one, or nobody could tell later whose it is. Returns what stops it.
 */
export function watch(doc: Document, read: (address: URL) => void): () => void {
  // Not every browser has it; without it an address is seen to have changed a little later.
  const { navigation } = globalThis as { navigation?: EventTarget };
  const observed = new WeakSet<Node>();
  const observer = new MutationObserver((changes) => {
    if (changes.every(isOurs)) return;
    schedule();
    lookAgain();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let cost = 0;
  let looks: ReturnType<typeof setTimeout>[] = [];
  let address = location.href;

  const schedule = () => {
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    const quiet = Math.max(QUIET, cost / SHARE);
    timer = setTimeout(run, Math.max(0, Math.min(quiet, first + Math.max(LONGEST, quiet) - now)));
  };
  const run = () => {
    timer = undefined;
    const begun = performance.now();
    observeAll();
    read(new URL(location.href));
    cost = performance.now() - begun;
  };
  const observeAll = () => {
    let found = false;
    for (const target of [doc, ...rootsBelow(doc)]) {
      if (observed.has(target)) continue;
      observed.add(target);
      observer.observe(target, { subtree: true, childList: true, characterData: true, attributes: true });
      found = true;
    }
    return found;
  };
  const lookAgain = () => {
    for (const look of looks) clearTimeout(look);
    looks = LOOK_AGAIN.map((wait) => setTimeout(() => observeAll() && schedule(), wait));
  };
  const moved = () => {
    if (location.href === address) return;
    address = location.href;
    schedule();
    lookAgain();
  };
  const left = () => {
    if (location.href !== address) lastLook();
    moved();
  };
  /** What changed since the last reading, or it is never read. */
  const lastLook = () => {
    if (timer !== undefined) read(new URL(address));
  };
  const poll = setInterval(moved, ADDRESS_POLL);
  navigation?.addEventListener('currententrychange', left);
  addEventListener('popstate', moved);
  addEventListener('hashchange', moved);
  addEventListener('pagehide', lastLook);
  doc.addEventListener('visibilitychange', schedule);
  observeAll();
  lookAgain();
  run();

  return () => {
    observer.disconnect();
    clearInterval(poll);
    clearTimeout(timer);
    for (const look of looks) clearTimeout(look);
    navigation?.removeEventListener('currententrychange', left);
    removeEventListener('popstate', moved);
    removeEventListener('hashchange', moved);
    removeEventListener('pagehide', lastLook);
    doc.removeEventListener('visibilitychange', schedule);
  };
}
