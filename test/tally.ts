import { mkdirSync, writeFileSync } from 'node:fs';

/** What a suite of trials came to: how many were made, and of these how many lost, falsified or gave away something. */
export interface Tally {
  /** What was tried, in the words of the README's reliability table. */
  what: string;
  tried: number;
  lost?: number;
  wrong?: number;
  leaked?: number;
}

/** Kept for `npm run reliability`, which puts the last figures of all suites into the README. One file for each `name`. */
export function tally(name: string, counts: Tally): void {
  mkdirSync('.cache/tally', { recursive: true });
  writeFileSync(`.cache/tally/${name}.json`, JSON.stringify(counts));
}
