import { fold, latinDigits, type Words } from './words.ts';
import { wallAt } from './zone.ts';

/** A time of the day, and where it is printed the distance of its zone from UTC (ms). */
export interface Clock {
  hour: number;
  minute: number;
  offset?: number | undefined;
}
/** What is left of a text once its clock is taken out; `why` where there is a clock that cannot be read. */
export type Clocked = { rest: string; clock?: Clock } | { why: string };

const CLOCK = /(?<![\d.:])(\d{1,2})(?::|\s?h\s?|[時点시]\s?)(\d{2})(?::\d{2})?(?!\d)/u;
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])(?!.*\d\.\d)/u;
const HALVES = new Map([...'ap'].flatMap((h) => [`${h}m`, `${h}.m`, `${h} m`].map((word) => [word, h])));
const hoursOf = (half: string): number[] => Array.from({ length: 12 }, (_, h) => h + (half === 'p' ? 12 : 0));

/** Takes the clock with its half of the day and its printed zone out of a folded text. */
export function takeClock(shown: string, text: string, words: Words, zone: string, now: number): Clocked {
  const printed = takeZone(latinDigits(shown), text, zone, now);
  if ('why' in printed) return printed;
  const dotted = words.dotted && !CLOCK.test(printed.rest) ? DOTTED.exec(printed.rest) : null;
  const m =
    dotted && /[\p{L}\d]/u.test(printed.rest.replace(dotted[0], '')) ? dotted : CLOCK.exec(printed.rest);
  if (!m) return { rest: printed.rest };
  const before = printed.rest.slice(0, m.index).trimEnd();
  const after = printed.rest.slice(m.index + m[0].length).trimStart();
  const half = takeHalf(before, after, words);
  const hour = half.hours ? half.hours.find((h) => h % 12 === Number(m[1]) % 12) : Number(m[1]);
  const minute = Number(m[2]);
  if (hour === undefined || (half.hours && Number(m[1]) > 12) || hour > 23 || minute > 59)
    return { why: `no such time: "${shown.slice(0, 60)}"` };
  return { rest: half.rest.trim(), clock: { hour, minute, offset: printed.offset } };
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
    if (words.periods.has(word) && before.endsWith(word) && !/\p{L}$/u.test(front))
      if (words.hour12 || !/^[ap]/.test(word)) return { rest: `${front} ${after}`, hours };
  }
  return { rest: `${before} ${after}` };
}

const OFFSET =
  /\b(?:utc|gmt)(?:\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?)?(?![\p{L}\d])|(?<=:\d{2}\s?)([+−-])(\d{2}):?(\d{2})(?!\d)|(?<=:\d{2})\s?z\b/u;
const LETTERS = /:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?\s\(?([A-Z]{3,5})\b\)?/u;

/** A printed zone: an offset, or an abbreviation that the page's own zone or a well-known one has. */
function takeZone(
  shown: string,
  text: string,
  zone: string,
  now: number,
): { rest: string; offset?: number } | { why: string } {
  const found = OFFSET.exec(text);
  if (found) {
    const [sign, hours = 0, minutes = 0] = found[1] ? found.slice(1, 4) : found.slice(4, 7);
    const away = Number(hours) * 36e5 + Number(minutes) * 6e4;
    if (away > 14 * 36e5) return { why: `no such zone: "${found[0].trim()}"` };
    return { rest: text.replace(found[0], ' '), offset: sign && sign !== '+' ? -away : away };
  }
  const letters = LETTERS.exec(shown);
  const short = letters?.[1];
  if (!letters || !short) return { rest: text };
  for (const candidate of [zone, ...WELL_KNOWN]) {
    const offset = abbreviations(candidate, now).get(short);
    if (offset !== undefined)
      return { rest: text.replace(new RegExp(`\\b${fold(short)}\\b`, 'u'), ' '), offset };
  }
  // A word in capitals behind the clock and at the end is a zone that we do not know, not one to leave out.
  return shown.trim().endsWith(letters[0]) ? { why: `which zone is "${short}"?` } : { rest: text };
}

/** Zones whose abbreviations pages print; the page's own zone is asked first, for "CST" is written in several. */
const WELL_KNOWN =
  'America/New_York America/Chicago America/Denver America/Los_Angeles Europe/London Europe/Berlin'.split(
    ' ',
  );

/** What a zone is called in winter and in summer, and how far it then is from UTC (ms). */
function abbreviations(zone: string, now: number): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-IE', 'en-ZA'])
    for (const instant of [now, now - 182 * 864e5]) {
      const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
      const part = format.formatToParts(instant).find((p) => p.type === 'timeZoneName');
      const w = wallAt(instant, zone);
      const offset = Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute) - Math.floor(instant / 6e4) * 6e4;
      if (part && /^[A-Z]{3,5}$/.test(part.value)) names.set(part.value, offset);
    }
  return names;
}
