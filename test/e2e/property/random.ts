/** Whole numbers below `n`, the same each time for the same seed. */
export function randomly(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (n) => {
    // Of Numerical Recipes; the upper bits are random enough for waits.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
}
