import { finderOf, plain, spaced } from './match.ts';

type Result = 'connected' | 'voicemail' | 'no-answer' | 'held' | 'no-show' | 'replied' | 'clicked' | 'opened';

/** Words of one language, lower case. The last resort: field names, marks and structure come first. */
export interface Dictionary {
  /** Labels of fields, by the contract's field names. */
  labels: Record<string, string[]>;
  /** Headers that only columns of exported files have, by what they hold; see collect/files/format.ts. */
  columns: Record<string, string[]>;
  /** What a file calls the kinds of activities. */
  kinds: Partial<Record<'call' | 'email' | 'meeting' | 'task' | 'note', string[]>>;
  /** What a page writes for a field without a value. */
  empty: string[];
  /** What stands for the signed-in user's name. */
  you: string[];
  yes: string[];
  no: string[];
  /** Types of a ticket that is a complaint. */
  complaint: string[];
  won: string[];
  lost: string[];
  converted: string[];
  disqualified: string[];
  /** Statuses of a lead that was closed for another reason. */
  duplicate: string[];
  unreachable: string[];
  optedOut: string[];
  spam: string[];
  warmth: Partial<Record<'hot' | 'warm' | 'cool' | 'cold', string[]>>;
  type: Partial<Record<'new' | 'upsell' | 'cross-sell' | 'renewal', string[]>>;
  /** Types and titles of the meeting with which a sale begins. */
  firstAppointment: string[];
  imported: string[];
  /** Words in a heading that say the lead or customer acted. */
  inbound: string[];
  /** Words in a heading that name a machine as the sender. */
  automatic: string[];
  /** Beginnings of the subjects of automatic answers. */
  autoReply: string[];
  /** Heading of what is still to come, or a task's status; and words for one that is done. */
  upcoming: string[];
  completed: string[];
  bounced: string[];
  results: Partial<Record<Result, string[]>>;
  cancelled: string[];
  /** What calendars put before the title of a meeting that does not take place. */
  calledOff: string[];
  /** A filter's text that hides nothing. */
  unfiltered: string[];
  /** Beginnings of the parts of a filter that leave nothing out. */
  everything: string[];
  /** Headings that tell how the record itself was created; written as those below. */
  created: string[];
  /**
   * Headings of timeline items: `{by}` who did it, `{to}` and `{from}` a stage, `{owner}` a new owner, `{other}` to whom a message went, `{x}` anything. The longest that fits
   * is taken.
   */
  headings: string[];
  /** Around a span of time, `{x}`: how it is said to have passed or to come; the first of each as `Intl` writes it. */
  ago: string[];
  ahead: string[];
  /** Words for 1 in it, empty where a language may leave it out; words before it that make it no less exact. */
  one: string[];
  about: string[];
  /** Within the last minute. */
  now: string[];
}

const files = import.meta.glob<Record<string, Dictionary>>('./dictionaries/*.ts', { eager: true });
export const dictionaries: Dictionary[] = Object.values(files).flatMap((module) => Object.values(module));

/** The dictionary of a locale's language. */
export function dictionaryOf(locale: string): Dictionary | undefined {
  const { language } = new Intl.Locale(locale);
  return files[`./dictionaries/${language}.ts`]?.[language];
}

/**
 * The last answers are kept, for the same stages, owners and results are asked about row after row. Only of short
 * texts: no message stays in memory by it.
 */
function remembered<T>(answer: (list: string, text: string) => T): (list: string, text: string) => T {
  const known = new Map<string, { is: T }>();
  return (list, text) => {
    if (text.length > 60) return answer(list, text);
    const key = `${list}:${text}`;
    const found = known.get(key) ?? { is: answer(list, text) };
    if (known.size > 5000) known.clear();
    known.set(key, found);
    return found.is;
  };
}

type ListName = {
  [K in keyof Dictionary]-?: Dictionary[K] extends string[] ? K : never;
}[keyof Dictionary];

const finders = new Map<string, RegExp>();
export function finder(word: string): RegExp {
  const found = finders.get(word) ?? finderOf(word);
  finders.set(word, found);
  return found;
}

/** "Closed: Won", "Chiusa (persa)": the words without the marks between them. Nothing but marks stays as it is. */
const unmarked = (text: string): string => spaced(text).replace(/[ -]+/g, ' ').trim() || plain(text);

/** The words of each list, as `plain` leaves them. */
const plainWords = new Map<string[], Set<string>>();
function has(list: string[], word: string): boolean {
  const set = plainWords.get(list) ?? new Set(list.map(plain));
  plainWords.set(list, set);
  return set.has(word);
}

const unmarkedWords = new Map<string[], Set<string>>();
function hasUnmarked(list: string[], word: string): boolean {
  const set = unmarkedWords.get(list) ?? new Set(list.map(unmarked));
  unmarkedWords.set(list, set);
  return set.has(word);
}

/** Whether the whole text is one of these words in any language, whatever marks stand between them. */
export const says = (list: ListName, text: string): boolean => saysIn(list, text);
const saysIn = remembered((name, text) => {
  const list = name as ListName;
  // "--" is empty; "-Add-" is a name.
  if (list === 'empty') {
    const word = plain(text);
    return dictionaries.some((d) => has(d.empty, word));
  }
  const word = unmarked(text);
  return dictionaries.some((d) => hasUnmarked(d[list], word));
});

/** Whether one of these words stands in the text, as a word. */
export const mentions = (list: ListName, text: string): boolean => text !== '' && mentionsIn(list, text);
const mentionsIn = remembered((list, text) => {
  const words = spaced(text);
  return dictionaries.some((d) => d[list as ListName].some((word) => finder(word).test(words)));
});

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
  return meaningIn(list, text) as (keyof Dictionary[K] & string) | undefined;
}
const meaningIn = remembered((list, text): string | undefined => {
  const word = plain(text).replace(/:$/u, '').trim();
  for (const d of dictionaries)
    for (const [key, words] of Object.entries(d[list as 'labels'])) if (has(words, word)) return key;
  return undefined;
});

/** Every key under which some language lists the whole text, and how far down its list (0: the usual word) it stands. */
export function meanings(list: 'labels' | 'columns' | 'kinds', text: string): Map<string, number> {
  const word = plain(text).replace(/:$/u, '').trim();
  const found = new Map<string, number>();
  for (const d of dictionaries)
    for (const [key, words] of Object.entries(d[list]))
      if (has(words, word)) {
        const place = words.findIndex((w) => plain(w) === word);
        found.set(key, Math.min(place, found.get(key) ?? place));
      }
  return found;
}

/** The language whose dictionary lists the most of these headers; English where another lists no more. */
export function languageOf(headers: readonly string[]): string | undefined {
  let best: [string | undefined, number] = [undefined, 0];
  for (const [path, module] of Object.entries(files)) {
    const lists = Object.values(module).flatMap((d) => [
      ...Object.values(d.labels),
      ...Object.values(d.columns),
    ]);
    const known = headers.filter((h) => lists.some((list) => has(list, plain(h)))).length;
    const language = path.replace(/^.*\/|\.ts$/g, '');
    if (known > best[1] || (known === best[1] && known > 0 && language === 'en')) best = [language, known];
  }
  return best[0];
}

/** Which of these results a sentence names ("Call - Left voicemail", "Logged call · No answer"). */
export function resultIn(text: string, possible?: readonly Result[]): Result | undefined {
  if (!text) return undefined;
  const words = spaced(text);
  let best: [Result, number] | undefined;
  for (const d of dictionaries)
    for (const [result, list] of Object.entries(d.results) as [Result, string[]][])
      for (const word of list)
        if (
          (possible?.includes(result) ?? true) &&
          word.length > (best?.[1] ?? 0) &&
          finder(word).test(words)
        )
          best = [result, word.length];
  return best?.[0];
}

/** Which of these results is all that a text says. */
export function resultSaid(text: string, possible: readonly Result[]): Result | undefined {
  const word = unmarked(text);
  return possible.find((result) =>
    dictionaries.some((d) => hasUnmarked(d.results[result] ?? NO_WORDS, word)),
  );
}
const NO_WORDS: string[] = [];
