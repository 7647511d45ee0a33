import { finderOf, plain, spaced } from './match.ts';

type Result = 'connected' | 'voicemail' | 'no-answer' | 'held' | 'no-show' | 'replied' | 'clicked' | 'opened';

/** Words of one language, lower case. The last resort: field names, marks and structure come first. */
export interface Dictionary {
  /** Labels of fields, by the contract's field names. */
  labels: Record<string, string[]>;
  /** What a page writes for a field without a value. */
  empty: string[];
  won: string[];
  lost: string[];
  converted: string[];
  disqualified: string[];
  warmth: Partial<Record<'hot' | 'warm' | 'cool' | 'cold', string[]>>;
  type: Partial<Record<'new' | 'upsell' | 'cross-sell' | 'renewal', string[]>>;
  imported: string[];
  /** Words in a heading that say the lead or customer acted. */
  inbound: string[];
  /** Words in a heading that name a machine as the sender. */
  automatic: string[];
  /** Beginnings of the subjects of automatic answers. */
  autoReply: string[];
  /** Heading of what is still to come, and words for a task that is done. */
  upcoming: string[];
  completed: string[];
  bounced: string[];
  results: Partial<Record<Result, string[]>>;
  cancelled: string[];
  /** A filter's text that hides nothing. */
  unfiltered: string[];
  /**
   * Headings of timeline items: `{by}` who did it, `{to}` and `{from}` a stage, `{owner}` a new owner, `{x}` anything. The longest that fits
   * is taken.
   */
  headings: string[];
}

const files = import.meta.glob<Record<string, Dictionary>>('./dictionaries/*.ts', { eager: true });
const dictionaries: Dictionary[] = Object.values(files).flatMap((module) => Object.values(module));

type ListName = {
  [K in keyof Dictionary]: Dictionary[K] extends string[] ? K : never;
}[keyof Dictionary];

const finders = new Map<string, RegExp>();
function finder(word: string): RegExp {
  const found = finders.get(word) ?? finderOf(word);
  finders.set(word, found);
  return found;
}

/** The words of each list, as `plain` leaves them. */
const plainWords = new Map<string[], Set<string>>();
function has(list: string[], word: string): boolean {
  const set = plainWords.get(list) ?? new Set(list.map(plain));
  plainWords.set(list, set);
  return set.has(word);
}

/** Whether the whole text is one of these words in any language. */
export const says = (list: ListName, text: string): boolean => {
  const word = plain(text);
  return dictionaries.some((d) => has(d[list], word));
};

/** Whether one of these words stands in the text, as a word. */
export const mentions = (list: ListName, text: string): boolean => {
  const words = spaced(text);
  return dictionaries.some((d) => d[list].some((word) => finder(word).test(words)));
};

/** Whether the text begins with one of these, brackets aside. */
export const beginsWith = (list: ListName, text: string): boolean => {
  const words = spaced(text).replace(/^[ -]+/, ' ');
  return dictionaries.some((d) => d[list].some((word) => [0, 1].includes(words.search(finder(word)))));
};

/** The key under which any language lists the whole text: `meaning('warmth', 'Hot')` → `hot`. */
export function meaning<K extends 'labels' | 'warmth' | 'type' | 'results'>(
  list: K,
  text: string,
): (keyof Dictionary[K] & string) | undefined {
  const word = plain(text).replace(/:$/u, '').trim();
  for (const d of dictionaries)
    for (const [key, words] of Object.entries(d[list]) as [keyof Dictionary[K] & string, string[]][])
      if (has(words, word)) return key;
  return undefined;
}

/** The result that a sentence names ("Call - Left voicemail", "Logged call · No answer"). */
export function resultIn(text: string): Result | undefined {
  const words = spaced(text);
  let best: [Result, number] | undefined;
  for (const d of dictionaries)
    for (const [result, list] of Object.entries(d.results) as [Result, string[]][])
      for (const word of list)
        if (word.length > (best?.[1] ?? 0) && finder(word).test(words)) best = [result, word.length];
  return best?.[0];
}

export interface Heading {
  by?: string;
  to?: string;
  from?: string;
  owner?: string;
}

const patterns = dictionaries
  .flatMap((d) => d.headings)
  .sort((a, b) => b.length - a.length)
  .map(
    (template) =>
      new RegExp(
        `^${template
          .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
          .replace(/ - /g, ' [-–—] ')
          .replace(/\{x\}/g, '.+?')
          .replace(/\{(\w+)\}/g, '(?<$1>.+?)')}$`,
        'iu',
      ),
  );

/** What a timeline item's heading says of who did it and of a stage move. */
export function headingOf(text: string): Heading {
  const line = text
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  // A heading is a line; of a longer text the many patterns would take their time.
  if (line.length > 300) return {};
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (found) return { ...found.groups };
  }
  return {};
}
