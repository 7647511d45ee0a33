import { fold, type Words, wordAlone } from './words.ts';
import { wallClock } from './zone.ts';

/** A zone that stands in a text: its distance from UTC (ms), or where the name leaves the season open, the zone. */
export type Printed = number | string;
export interface ZoneContext {
  now: number;
  /** The page's own zone; its names mean it, whatever they mean elsewhere. */
  zone: string;
  locales: readonly string[];
}
type Taken = { rest: string; printed?: Printed } | { why: string };

const OFFSET =
  /\b(?:utc|gmt)(?:\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?)?(?![\p{L}\d])|(?<=:\d{2}\s?)([+−-])(\d{2}):?(\d{2})(?!\d)|(?<=:\d{2})\s?z\b/u;
/** A word in capitals, and one that stands right behind the clock and ends the text. */
const CAPITALS = /(?<![\p{L}\d])\p{Lu}{2,6}(?![\p{L}\d])/gu;
const BEHIND_CLOCK = /\d\s?[:.h時点时시]\s?\d{2}(?:\s?[AaPp]\.?[Mm]\.?|\s?Uhr)?\s\(?(\p{Lu}{2,6})\)?$/u;

/** Takes a printed zone out of a folded text: an offset, or a name that means one zone only. */
export function takeZone(shown: string, text: string, words: Words, context: ZoneContext): Taken {
  const found = OFFSET.exec(text);
  if (found) {
    const [sign, hours = 0, minutes = 0] = found[1] ? found.slice(1, 4) : found.slice(4, 7);
    const away = Number(hours) * 36e5 + Number(minutes) * 6e4;
    if (away > 14 * 36e5) return { why: `no such zone: "${found[0].trim()}"` };
    return { rest: text.replace(found[0], ' '), printed: sign && sign !== '+' ? -away : away };
  }
  if (!/\d\s?[:.h時点时시]\s?\d{2}/u.test(shown)) return { rest: text };
  const long = longName(text, context);
  if (long) return { rest: text.replace(long[0], ' '), printed: long[1] };
  for (const [short] of shown.matchAll(CAPITALS)) {
    const word = fold(short);
    if (/^[ap]m$/.test(word) || [words.months, words.weekdays, words.periods].some((m) => m.has(word)))
      continue;
    const printed = zoneNamed(short, context);
    if (printed !== undefined) return { rest: text.replace(wordAlone(word), ' '), printed };
    // Behind the clock it is a zone that we do not know, not one to leave out.
    if (BEHIND_CLOCK.exec(shown.trim())?.[1] === short) return { why: `which zone is "${short}"?` };
  }
  return { rest: text };
}

const meanings = new Map<string, Printed | undefined>();
function zoneNamed(short: string, context: ZoneContext): Printed | undefined {
  const key = [short, context.zone, ...context.locales].join(' ');
  if (!meanings.has(key)) meanings.set(key, meaningOf(short, context));
  return meanings.get(key);
}

function meaningOf(short: string, { zone, now, locales }: ZoneContext): Printed | undefined {
  const own = [...new Set([...locales, ...ENGLISH])].flatMap((l) => namesOf(zone, 'short', l, now));
  const [meant] = own.filter(([name]) => name === short);
  if (meant) return meant[1];
  const general = SEASONLESS.find((z) => namesOf(z, 'shortGeneric', 'en-US', now)[0]?.[0] === short);
  if (general) return general;
  const also = NOT_IN_INTL[short];
  const where = new Set([...locales, ...ENGLISH, ...ABBREVIATING]);
  const known = new Set([...where].flatMap((l) => [...(allNames('short', l, now).get(short) ?? [])]));
  // "CST" is China's too, where the page is; elsewhere it means what `Intl` says.
  if (also && (known.size === 0 || sameOffset(also, zone, now))) return wallClock(now, also) - now;
  const [only] = known;
  return known.size === 1 ? only : undefined;
}

/** "Pacific Standard Time", in the page's language. Only a long rest beside the clock can hold one. */
function longName(text: string, { locales, now }: ZoneContext): [string, number] | undefined {
  if ((text.match(/\p{L}/gu) ?? []).length < 12) return undefined;
  const names = allNames('long', locales[0] ?? 'en', now);
  const [found = ''] = [...names.keys()]
    .filter((name) => text.includes(name))
    .sort((a, b) => b.length - a.length);
  const [only, ...others] = names.get(found) ?? [];
  return only !== undefined && others.length === 0 ? [found, only] : undefined;
}

/** Where `Intl` abbreviates zones, it does so in the English or the language of their country. */
const ENGLISH = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-IE', 'en-ZA', 'en-NZ'];
const ABBREVIATING = ['de', 'fr-CA', 'ja'];
/** Americans print "ET" all the year. */
const SEASONLESS = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];
/** Names that are printed but that `Intl` does not know. They stand in countries without summer time. */
const NOT_IN_INTL: Record<string, string> = {
  MSK: 'Europe/Moscow',
  МСК: 'Europe/Moscow',
  KST: 'Asia/Seoul',
  HKT: 'Asia/Hong_Kong',
  SGT: 'Asia/Singapore',
  CST: 'Asia/Shanghai',
  PST: 'Asia/Manila',
  AST: 'Asia/Riyadh',
  BST: 'Asia/Dhaka',
  MST: 'Asia/Kuala_Lumpur',
};

const sameOffset = (a: string, b: string, now: number): boolean =>
  seasons(now).every((at) => wallClock(at, a) === wallClock(at, b));
const seasons = (now: number): number[] => [now, now - 182 * 864e5];

type Style = 'short' | 'long' | 'shortGeneric';
/** What a zone is called in winter and in summer, and how far it then is from UTC (ms). */
function namesOf(zone: string, style: Style, locale: string, now: number): [string, number][] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
  return seasons(now).flatMap((at) => {
    const name = format.formatToParts(at).find((p) => p.type === 'timeZoneName')?.value ?? '';
    return /\d/.test(name) || (style === 'short' && !/^\p{Lu}{3,6}$/u.test(name))
      ? []
      : [[name, wallClock(at, zone) - at] as [string, number]];
  });
}

const cache = new Map<string, Map<string, Set<number>>>();
/** Name → the distances from UTC that any zone so called has. It takes a moment, and is made only when asked for. */
function allNames(style: Style, locale: string, now: number): Map<string, Set<number>> {
  const key = `${style} ${locale}`;
  let names = cache.get(key);
  if (!names) {
    names = new Map();
    const cased = style === 'long' ? fold : String;
    for (const zone of Intl.supportedValuesOf('timeZone'))
      for (const [name, offset] of namesOf(zone, style, locale, now))
        names.set(cased(name), (names.get(cased(name)) ?? new Set()).add(offset));
    cache.set(key, names);
  }
  return names;
}
