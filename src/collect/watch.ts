import { type Roots, reading, rootsBelow } from './flat.ts';
import { goOn, type Slices } from './slices.ts';

/** Quiet time after a change before a reading, and the longest a restless page can put it off (ms). */
const QUIET = 120;
const LONGEST = 600;
/** A reading may take at most this share of the main thread on a page that never rests. */
const SHARE = 0.05;
/** How long (ms) a reading holds the page up before it lets it go on. */
const SLICE = 12;
/** How often a reading during which the page changed is begun anew: one that never rests would never be read. */
const ANEW = 2;
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
 * read under that one, or nobody could tell later whose it is. A reading goes on in slices; what it returns is done with
 * it once it is whole, and of a page that did not change in between.
 */
export function watch(
  doc: Document,
  read: (address: URL) => Slices<() => void>,
): { read(): void; stop(): void } {
  // Not every browser has it; without it an address is seen to have changed a little later.
  const { navigation } = globalThis as { navigation?: EventTarget };
  const observed = new WeakSet<Node>();
  const observer = new MutationObserver((changes) => {
    if (changes.every(isOurs)) return;
    schedule();
    lookAgain();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let work: { slices: Slices<() => void>; address: URL; roots: Roots } | undefined;
  let anew = 0;
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
    if (work) {
      timer = setTimeout(run, QUIET);
      return;
    }
    timer = undefined;
    const begun = performance.now();
    observeAll();
    begin(new URL(location.href));
    cost = performance.now() - begun;
    if (cost > SLICE) next = setTimeout(goOnReading);
    else goOnReading();
  };
  const begin = (address: URL) => {
    clearTimeout(next);
    work = { slices: read(address), address, roots: new WeakMap() };
  };
  const goOnReading = (isLast = false) => {
    if (!work) return;
    const { slices, address, roots } = work;
    if (!isLast && address.href !== location.href) return moved();
    const begun = performance.now();
    // In a page that nobody sees nobody is held up.
    const until = isLast || doc.hidden ? Number.POSITIVE_INFINITY : begun + SLICE;
    const { done, value } = reading(() => goOn(slices, until), roots);
    cost += performance.now() - begun;
    if (!done) {
      next = setTimeout(goOnReading);
      return;
    }
    work = undefined;
    const hasChanged = timer !== undefined;
    if (hasChanged && !isLast && anew++ < ANEW) return;
    anew = 0;
    value();
    // Its cost is known now.
    if (hasChanged) schedule();
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
    if (work && work.address.href !== location.href) {
      work = undefined;
      schedule();
    }
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
    if (timer !== undefined) begin(new URL(address));
    goOnReading(true);
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

  const stop = () => {
    work = undefined;
    observer.disconnect();
    clearInterval(poll);
    clearTimeout(timer);
    clearTimeout(next);
    for (const look of looks) clearTimeout(look);
    navigation?.removeEventListener('currententrychange', left);
    removeEventListener('popstate', moved);
    removeEventListener('hashchange', moved);
    removeEventListener('pagehide', lastLook);
    doc.removeEventListener('visibilitychange', schedule);
  };
  const readNow = () => {
    work = undefined;
    clearTimeout(next);
    clearTimeout(timer);
    run();
  };
  return { read: readNow, stop };
}
