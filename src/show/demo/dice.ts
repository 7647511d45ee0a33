/** Chance that falls the same way each time. */
export interface Dice {
  /** A whole number from 0 up to `n`, not included. */
  upTo: (n: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** Mostly near `middle`, now and then many times it, as waits are (log-normal). */
  around: (middle: number) => number;
}

export function diceOf(seed: number): Dice {
  let state = seed;
  const roll = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const upTo = (n: number) => Math.floor(roll() * n);
  return {
    upTo,
    chance: (share) => roll() < share,
    pick: (list) => list[upTo(list.length)] as (typeof list)[number],
    around: (middle) =>
      middle * Math.exp(1.1 * Math.sqrt(-2 * Math.log(roll() || 0.5)) * Math.cos(2 * Math.PI * roll())),
  };
}
