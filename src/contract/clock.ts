import { type Printed, takeZone, type ZoneContext } from './printed-zone.ts';
import { latinDigits, type Words, wordIn } from './words.ts';

/** A time of the day, and the zone that is printed with it. */
export interface Clock {
  hour: number;
  minute: number;
  printed?: Printed | undefined;
}
/** What is left of a text once its clock is taken out; `why` where there is a clock that cannot be read. */
export type Clocked = { rest: string; clock?: Clock } | { why: string };

const SECONDS = '(?::\\d{2}|\\s?(?:min|分|분)\\s?\\d{2}\\s?(?:s(?!\\p{L})|秒|초))?';
const CLOCK = new RegExp(`(?<![\\d.:])(\\d{1,2})(?::|\\s?h\\s?|[時点시]\\s?)(\\d{2})${SECONDS}(?!\\d)`, 'u');
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{2})(\.\d{2})?(?![\d.])(?!.*\d\.\d)/u;
const HALVES = new Map([...'ap'].flatMap((h) => [`${h}m`, `${h}.m`, `${h} m`].map((word) => [word, h])));
/** What `Intl` has given up, and servers still write. */
for (const [i, word] of ['오전', '오후', '上午', '下午', '午前', '午後', 'πμ', 'μμ'].entries())
  HALVES.set(word, i % 2 === 0 ? 'a' : 'p');
const hoursOf = (half: string): number[] => Array.from({ length: 12 }, (_, h) => h + (half === 'p' ? 12 : 0));

/** Takes the clock with its half of the day and its printed zone out of a folded text. */
export function takeClock(shown: string, text: string, words: Words, context: ZoneContext): Clocked {
  const printed = takeZone(latinDigits(shown), text, words, context);
  if ('why' in printed) return printed;
  const m = (words.dotted ? dottedIn(printed.rest, words) : null) ?? CLOCK.exec(printed.rest);
  if (!m) return { rest: printed.rest };
  const before = printed.rest.slice(0, m.index).trimEnd();
  const after = printed.rest.slice(m.index + m[0].length).trimStart();
  const half = takeHalf(before, after, words);
  const hour = half.hours ? half.hours.find((h) => h % 12 === Number(m[1]) % 12) : Number(m[1]);
  const minute = Number(m[2]);
  if (hour === undefined || (half.hours && Number(m[1]) > 12) || hour > 23 || minute > 59)
    return { why: `no such time: "${shown.slice(0, 60)}"` };
  return { rest: half.rest.trim(), clock: { hour, minute, printed: printed.printed } };
}

/** 18.12 beside a date; 18.12.26 may be one itself, and is a time only beside a date that can be nothing else. */
function dottedIn(text: string, words: Words): RegExpExecArray | null {
  const found = CLOCK.test(text) ? null : DOTTED.exec(text);
  const rest = found && text.replace(found[0], '');
  const isDate =
    rest && (found[3] ? /\d{4}/.test(rest) || wordIn(rest, words.months) : /[\p{L}\d]/u.test(rest));
  return isDate ? found : null;
}

/** "AM" beside the clock. Where hours run to 24 the same letters are a word ("12:05 am 5. Mai") if a date follows. */
function takeHalf(
  before: string,
  after: string,
  words: Words,
): { rest: string; hours?: number[] | undefined } {
  const halves = [...words.periods, ...[...HALVES].map(([word, half]) => [word, hoursOf(half)] as const)];
  for (const [word, hours] of halves) {
    const behind = after.slice(word.length);
    if (after.startsWith(word) && !/^[\p{L}\p{M}]/u.test(behind))
      return { rest: `${before} ${behind}`, hours: words.hour12 || !/\d/.test(behind) ? hours : [] };
    const front = before.slice(0, before.length - word.length);
    // Before the clock Latin letters are a half of the day only where the language puts it there.
    const isFront = !/^[ap]/.test(word) || (words.hour12 && words.periods.has(word));
    if (isFront && before.endsWith(word) && !/\p{L}$/u.test(front))
      return { rest: `${front} ${after}`, hours };
  }
  return { rest: `${before} ${after}` };
}
