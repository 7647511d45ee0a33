import { end, start } from '../contract/moment.ts';
import type { Touch } from './touches.ts';

/** Touches this close to an attempt's first touch belong to it: call, voicemail and e-mail are one attempt. */
const COLLAPSE = 600_000;

/**
 * The first touch of every attempt (rule 14). `touches` are attempt touches in order of `to`; a touch that may
 * have fallen within ten minutes of an attempt's first one (a date without a time) opens no other.
 */
export function attemptsOf(touches: readonly Touch[]): Touch[] {
  const firsts: Touch[] = [];
  for (const touch of touches) {
    const first = firsts.at(-1);
    if (!first || start(touch.at) - end(first.at) > COLLAPSE) firsts.push(touch);
  }
  return firsts;
}
