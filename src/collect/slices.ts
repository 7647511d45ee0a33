import { type Known, reading } from './flat.ts';

/** Work that may pause at each `yield`, so that the page can go on in between. */
export type Slices<T> = Generator<undefined, T>;

/** How long (ms) the page is held up before it may go on. */
const SLICE = 12;

/** `items.map(of)`, with a pause after each. */
export function* each<T, R>(items: T[], of: (item: T, i: number) => R): Slices<R[]> {
  const found: R[] = [];
  for (const [i, item] of items.entries()) {
    found.push(of(item, i));
    yield;
  }
  return found;
}

/** `items.filter(such)`, with a pause after each. */
export function* those<T>(items: T[], such: (item: T) => boolean): Slices<T[]> {
  const fits = yield* each(items, such);
  return items.filter((_, i) => fits[i]);
}

export interface Work {
  /** Goes on with it, to its end if so asked. */
  go(toEnd?: boolean): void;
  stop(): void;
}

/** What is done a slice at a time, once `go` was called; `done` hears what came of it, and what it took (ms). */
export function inSlices<T>(work: Slices<T>, done: (value: T, cost: number) => void): Work {
  const known: Known = {};
  let turn = 0;
  let state: IteratorResult<undefined, T> = { value: undefined };
  let cost = 0;
  const go = (toEnd = false): void => {
    const own = ++turn;
    const begun = performance.now();
    const isDue = () => !toEnd && performance.now() - begun > SLICE;
    const wasDone = state.done;
    if (!wasDone)
      reading(() => {
        do state = work.next();
        while (!state.done && !isDue());
      }, known);
    cost += performance.now() - begun;
    // What is made of much takes its time, too.
    if (state.done && (wasDone || toEnd || cost < SLICE)) done(state.value, cost);
    else afterAllElse(() => own === turn && go());
  };
  return { go, stop: () => void turn++ };
}

/** A tab that nobody sees may share its thread with one that somebody does; but its timers come once a second. */
function afterAllElse(run: () => void): void {
  if (document.hidden) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(0);
  } else setTimeout(run);
}
