/** Work that may pause at each `yield`, so that the page can go on in between. */
export type Slices<T> = Generator<undefined, T>;

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

/** Goes on until it is over or `until` (ms, as `performance.now()` tells it). */
export function goOn<T>(work: Slices<T>, until: number): IteratorResult<undefined, T> {
  for (;;) {
    const state = work.next();
    if (state.done || performance.now() > until) return state;
  }
}
