import { findRoots } from './flat.ts';
import { inSlices, type Slices, type Work } from './slices.ts';

/** Quiet time after a change before a reading, and the longest a restless page can put it off (ms). */
const QUIET = 120;
const LONGEST = 600;
/** A reading may take at most this share of the main thread on a page that never rests. */
const SHARE = 0.05;
/** How often a reading during which the page changed is begun anew: one that never rests would never be read. */
const ANEW = 2;
/** Roots can be attached, and contents arrive in them, without any change that an observer outside sees. */
const LOOK_AGAIN = [250, 500, 1000, 2000, 4000];
const ADDRESS_POLL = 300;
const ANYTHING = { subtree: true, childList: true, characterData: true, attributes: true };

/** What may be kept of one reading for the next; see kept.ts. */
export type Keeping = typeof import('./kept.ts').keeping;

/** The chip, where there is one, comes and goes beside the body; see show/chip. */
function isOurs({ addedNodes, removedNodes }: MutationRecord): boolean {
  const { __fourfoldChip: chip } = globalThis as { __fourfoldChip?: { host: Node } };
  return !!chip && (addedNodes[0] ?? removedNodes[0]) === chip.host;
}

/**
 * Calls `read` soon after anything on the page changes: content in any kind of shadow root, the address (single-page
 * applications change it without a load), the language. What came to stand under an address that is just being left is
 * read under that one, or nobody could tell later whose it is. A reading goes on in slices; what it returns hands it
 * over, once it is whole and of a page that did not change in between; there is none of a page of no CRM. `goesOn` is
 * asked now and then.
 */
export function watch(
  doc: Document,
  read: (address: URL) => Slices<() => void> | undefined,
  goesOn: () => boolean,
  kept?: Keeping,
): { read(): void; readAtOnce(): void; stop(): void } {
  // Not every browser has it; without it an address is seen to have changed a little later.
  const { navigation } = globalThis as { navigation?: EventTarget };
  const observed = new WeakSet<Node>();
  const observer = new MutationObserver((changes) => {
    if (changes.every(isOurs)) return;
    kept?.forget(changes);
    schedule();
    lookAgain();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let cost = 0;
  let anew = 0;
  let work: Work | undefined;
  let glance: Work | undefined;
  let looks: ReturnType<typeof setTimeout>[] = [];
  /** What looking into all roots takes (ms). */
  let looked = 0;
  /** Of a page that is none of a CRM's nobody has to look into the roots. */
  let isKnown = false;
  let address = location.href;
  /** Under which address is read, and whether that is just being left. */
  let under = '';
  let isLeaving = false;

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
    begin(location.href);
  };
  const begin = (url: string, toEnd = false) => {
    work?.stop();
    kept?.renew();
    under = url;
    work = inSlices(look(), finish);
    work.go(toEnd);
  };
  function* look(): Slices<() => void> {
    const page = read(new URL(under));
    isKnown = page !== undefined;
    if (!page) return () => undefined;
    yield* observe();
    return yield* page;
  }
  const finish = (handOver: () => void, ms: number) => {
    work = undefined;
    cost = ms;
    if (under !== location.href && !isLeaving) return moved();
    const hasChanged = timer !== undefined;
    if (hasChanged && !isLeaving && anew++ < ANEW) return;
    anew = 0;
    handOver();
    // What it takes is known now.
    if (hasChanged) schedule();
  };
  /** Whether there are roots of which nothing was heard yet. */
  function* observe(): Slices<boolean> {
    const news = (yield* findRoots(doc)).filter((root) => !observed.has(root));
    for (const root of news) {
      observed.add(root);
      kept?.forgetAround(root);
      observer.observe(root, ANYTHING);
    }
    return news.length > 0;
  }
  const lookAgain = () => {
    for (const look of looks) clearTimeout(look);
    // The last look is always taken, and the others where they are cheap.
    const waits = LOOK_AGAIN.filter((wait, i) => i > 3 || wait * SHARE > looked);
    looks = waits.map((wait) =>
      setTimeout(() => {
        if (!isKnown) return;
        glance?.stop();
        glance = inSlices(observe(), (found, ms) => {
          looked = ms;
          if (found) schedule();
        });
        glance.go();
      }, wait),
    );
  };
  /** Of what was read in part when the address changed nobody knows whose it is. */
  const moved = () => {
    if (location.href === address) return;
    address = location.href;
    work?.stop();
    work = undefined;
    schedule();
    lookAgain();
  };
  const left = () => {
    if (location.href === address) return;
    lastLook();
    moved();
  };
  /** What changed since the last reading, or it is never read. */
  const lastLook = () => {
    isLeaving = true;
    // What changed in this very task was not told yet; that it is read again follows from the leaving.
    kept?.forget(observer.takeRecords());
    if (timer !== undefined) begin(address, true);
    else work?.go(true);
    isLeaving = false;
  };
  /** Under an address that has just changed nobody knows yet whose the content is. */
  const readAtOnce = () => {
    if (location.href === address) lastLook();
  };
  const poll = setInterval(() => goesOn() && moved(), ADDRESS_POLL);
  const ended = new AbortController();
  navigation?.addEventListener('currententrychange', left, ended);
  addEventListener('popstate', moved, ended);
  addEventListener('hashchange', moved, ended);
  addEventListener('pagehide', readAtOnce, ended);
  addEventListener('visibilitychange', schedule, ended);
  observer.observe(doc, ANYTHING);
  lookAgain();
  run();

  const stop = () => {
    work?.stop();
    glance?.stop();
    observer.disconnect();
    clearInterval(poll);
    clearTimeout(timer);
    for (const look of looks) clearTimeout(look);
    ended.abort();
  };
  const readNow = () => {
    clearTimeout(timer);
    timer = undefined;
    begin(location.href);
  };
  return { read: readNow, readAtOnce, stop };
}
