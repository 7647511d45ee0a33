import { responseWaits } from './response-waits.ts';
import type { Scene } from './scene.ts';
import { least, most } from './spans.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Upper ends in calendar seconds, included: those of the rubric, and what practitioners report by. */
const ENDS = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, DAY, 7 * DAY, null] as const;

export interface ResponseBands {
  /** How many first answers took longer than `from` and at most `to` seconds (`null`: however long). */
  bands: { from: number; to: number | null; n: number }[];
  /** Answered at a time that is not known well enough for one band. */
  unsure: number;
  /** Not answered so far. */
  unanswered: number;
}

/** How long first answers took, of every hand-raise in the period; all the numbers add up to the hand-raises. */
export function responseBands(scene: Scene): ResponseBands {
  const waits = responseWaits(scene);
  const answered = waits.filter(({ censored }) => !censored);
  const placed = answered.map(({ seconds }) => {
    const [first, last] = [bandOf(least(seconds)), bandOf(most(seconds))];
    return first === last ? first : undefined;
  });
  return {
    bands: ENDS.map((to, i) => ({
      from: ENDS[i - 1] ?? 0,
      to,
      n: placed.filter((band) => band === i).length,
    })),
    unsure: placed.filter((band) => band === undefined).length,
    unanswered: waits.length - answered.length,
  };
}

const bandOf = (seconds: number): number => ENDS.findIndex((end) => end === null || seconds <= end);
