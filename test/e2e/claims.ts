import type { Page } from 'puppeteer-core';
import messages from '../../public/_locales/en/messages.json';

/* Every number that a face shows, and whether it stands where the face says it is from. Written apart from the formats
 * of the faces, so that a mistake there is none here as well. Faces in English, times in UTC. */

export interface Claim {
  /** JSON Pointers, by a space each; empty where the face names no place. */
  from: string;
  text: string;
}
export interface Look {
  /** Epoch ms. */
  now: number;
  /** Of the overview that the panel shows. */
  asOf: number;
  claims: Claim[];
}

/** What can be read or heard of a face in this moment, by the place that it is said to be from. */
export const look = (face: Page): Promise<Look> => face.evaluate(gather);

/** Runs in the page. */
function gather(): Look {
  const BLOCK = 'p,li,td,th,dd,dt,summary,button,label,option,caption,legend,output,h1,h2,h3,h4,.figure';
  const claims = new Map<string, Claim>();
  const blocks: (Element | null)[] = [];
  let last: Element | undefined;
  const add = (el: Element, text: string, isApart = false) => {
    const from = el.closest('[data-from]')?.getAttribute('data-from') ?? '';
    const block = el.closest(BLOCK);
    if (!blocks.includes(block)) blocks.push(block);
    const key = isApart ? `${claims.size}` : `${from} @${blocks.indexOf(block)}`;
    // What stands in elements of their own is no one word.
    const before = claims.get(key)?.text;
    claims.set(key, { from, text: before ? before + (el === last ? '' : ' ') + text : text });
    last = el;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const el = node.parentElement;
    // Options of a list have no box of their own.
    if (el?.closest('option') || el?.checkVisibility()) add(el, node.textContent ?? '');
  }
  // The name of a field is no figure: "Figure 1" is the first that can be chosen.
  for (const name of ['aria-label', 'title', 'aria-valuetext'])
    for (const el of document.querySelectorAll(`[${name}]:not(select[aria-label])`))
      if (el.checkVisibility()) add(el, el.getAttribute(name) ?? '', true);
  const asOf = Number(document.querySelector<HTMLElement>('[data-asof]')?.dataset.asof ?? 0);
  return { now: Date.now(), asOf, claims: [...claims.values()].filter(({ text }) => /\d/.test(text)) };
}

/** The numbers of a claim that stand nowhere in what it is said to be from, as they are shown. */
export function unfounded({ from, text }: Claim, root: object): string[] {
  const known = { numbers: [] as number[], words: new Set<string>() };
  for (const pointer of from.split(' ').filter(Boolean)) collect(at(root, pointer), known);
  let rest = text;
  for (const word of [...known.words, ...STATIC].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, ' ');
  return FORMS.flatMap(({ form, fits }) => {
    const wrong: string[] = [];
    rest = rest.replace(form, (shown, ...groups) => {
      if (!known.numbers.some((one) => fits(one, groups))) wrong.push(shown.trim());
      return ' ';
    });
    return wrong;
  });
}

/** How many numbers a claim makes. */
export const countOf = ({ text }: Claim): number => text.match(/\d[\d.,:]*/g)?.length ?? 0;

function at(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/'))
    .reduce((found: unknown, part) => (found as Record<string, unknown> | undefined)?.[part], root);
}

/** All numbers of a value, days as instants, and how long its lists are; and names in which digits stand. */
function collect(value: unknown, known: { numbers: number[]; words: Set<string> }): void {
  if (typeof value === 'number') known.numbers.push(value);
  else if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
    known.numbers.push(Date.parse(value));
  else if (typeof value === 'string' && isName(value)) known.words.add(value);
  else if (Array.isArray(value)) {
    known.numbers.push(value.length);
    for (const one of value) collect(one, known);
  } else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      if (isName(name)) known.words.add(name);
      collect(one, known);
    }
}

const isName = (text: string): boolean => /\d/.test(text) && /\p{L}/u.test(text);

/** Digits that belong to the words of a text and not to its figures: "in the 90 days before". */
const STATIC = Object.values(messages)
  .flatMap(({ message }) => message.split(/\{\w+\}/))
  .filter(isName)
  .map((piece) => piece.trim());

type Fits = (known: number, groups: (string | undefined)[]) => boolean;
const SECONDS: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Faces count on by the second; between a look and the sums for it some pass. */
const LATE = 5;

const bare = (text = ''): number => Number(text.replaceAll(',', ''));
/** Half of the last digit that is shown. */
const halfOf = (text = ''): number => 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0) + 1e-9;
const near = (known: number, text: string | undefined, scale = 1): boolean =>
  Math.abs(Math.abs(known) / scale - bare(text)) <= halfOf(text);

const isDay = (known: number, month?: string, day?: string, year?: string): boolean =>
  // A range ends in the last moment of its last day.
  [known, known - 1].some((instant) => {
    const date = new Date(instant);
    return (
      instant > 1e11 &&
      date.getUTCMonth() === MONTHS.indexOf(month ?? '') &&
      date.getUTCDate() === Number(day) &&
      (year === undefined || date.getUTCFullYear() === Number(year))
    );
  });
function isTime(known: number, hour?: string, minute?: string, half?: string): boolean {
  const date = new Date(known);
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return known > 1e11 && date.getUTCHours() === hours && date.getUTCMinutes() === Number(minute);
}
const lasts = (known: number, shown: number, unit: number): boolean =>
  Math.abs(known) >= shown - LATE && Math.abs(known) < shown + unit + LATE;

/** What is shown, the greatest first; each takes its digits away from the next. */
const FORMS: { form: RegExp; fits: Fits }[] = [
  {
    form: /\b([A-Z][a-z]{2}) (\d+)(?:, (\d{4}))?(?:, | at )(\d+):(\d\d)\s([AP]M)/g,
    fits: (known, [month, day, year, hour, minute, half]) =>
      isDay(known, month, day, year) && isTime(known, hour, minute, half),
  },
  {
    form: /\b([A-Z][a-z]{2}) \d+\s–\s(\d+), (\d{4})/g,
    fits: (known, [month, day, year]) => isDay(known, month, day, year),
  },
  {
    form: /\b([A-Z][a-z]{2}) (\d+)(?:, (\d{4}))?/g,
    fits: (known, [month, day, year]) => MONTHS.includes(month ?? '') && isDay(known, month, day, year),
  },
  {
    form: /(\d+):(\d\d)\s([AP]M)/g,
    fits: (known, [hour, minute, half]) => isTime(known, hour, minute, half),
  },
  {
    form: /(?:(\d+):)?(\d\d):(\d\d)/g,
    fits: (known, [h = '0', m, s]) => lasts(known, Number(h) * 3600 + Number(m) * 60 + Number(s), 1),
  },
  {
    form: /([\d,]+) (d|h|m|s)(?:ays?|rs?|in|ec)\b\.?(?: (\d+) (h|m|s)(?:r|in|ec)\b\.?)?/g,
    fits: (known, [first, unit = '', second, smaller]) => {
      const least = SECONDS[smaller ?? unit] ?? 0;
      const shown = bare(first) * (SECONDS[unit] ?? 0) + bare(second ?? '0') * (SECONDS[smaller ?? ''] ?? 0);
      return lasts(known, shown, least) || (unit === 'd' && !smaller && near(known, first));
    },
  },
  { form: /([\d.,]*\d) days?\b/g, fits: (known, [days]) => near(known, days) },
  { form: /-?([\d.,]*\d)%/g, fits: (known, [share]) => near(known * 100, share) },
  { form: /([\d.,]*\d)K\b/g, fits: (known, [amount]) => near(known, amount, 1e3) },
  { form: /([\d.,]*\d)M\b/g, fits: (known, [amount]) => near(known, amount, 1e6) },
  { form: /([\d.,]*\d)/g, fits: (known, [figure]) => near(known, figure) },
];
