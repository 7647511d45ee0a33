import { wilson } from './wilson.ts';

/** How a ratio may be shown: as a count ("3 of 5"), as a value with its interval in grey, or as one to compare. */
export interface DisplayState {
  state: 'count' | 'uncertain' | 'comparable';
  /** What keeps it from being compared. */
  because?: 'few' | 'wide' | 'relatively wide';
}

const FEWEST = 10;
const ENOUGH = 30;
const NARROW = 0.05;
const WIDE = 0.3;
const RELATIVELY_WIDE = 1.3;

/** The display rule of the US health statistics (NCHS 2017), with counts alone below ten. */
export function displayState(x: number, n: number): DisplayState {
  if (n < FEWEST) return { state: 'count', because: 'few' };
  if (n < ENOUGH) return { state: 'uncertain', because: 'few' };
  const { value, lo, hi } = wilson(x, n);
  const width = (hi ?? 1) - (lo ?? 0);
  if (width <= NARROW) return { state: 'comparable' };
  if (width >= WIDE) return { state: 'uncertain', because: 'wide' };
  if (width / (value ?? 0) > RELATIVELY_WIDE) return { state: 'uncertain', because: 'relatively wide' };
  return { state: 'comparable' };
}
