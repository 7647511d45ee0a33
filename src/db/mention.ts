/** Whether a text names a person. */
export type Mentions = (text: string) => boolean;

/** As it is compared: however its letters are written, and however wide its spaces are. */
const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether a text is one of these names and nothing else. */
export function isOneOf(names: readonly string[]): (text: string | null | undefined) => boolean {
  const all = new Set(names.map(plain).filter((name) => name !== ''));
  return (text) => typeof text === 'string' && all.has(plain(text));
}

/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A name as a pattern: in most scripts it has to stand as words of its own. */
function patternOf(name: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return UNSPACED.test(name) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}

/** Whether one of these names stands in a text, or in an address. */
export function mentionsOf(names: readonly string[]): Mentions {
  const all = names.map(plain).filter((name) => name !== '');
  if (all.length === 0) return () => false;
  const any = new RegExp(all.map(patternOf).join('|'), 'u');
  return (text) => any.test(plain(text)) || (/%|\+/.test(text) && any.test(plain(decoded(text))));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}

/** Whether a person is named anywhere in a value, be it as a key. */
export function isNamedIn(value: unknown, mentions: Mentions): boolean {
  if (typeof value === 'string') return mentions(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => (!Array.isArray(value) && mentions(key)) || isNamedIn(inner, mentions),
  );
}

/**
 * The value without the person: a field or an entry that names them is left out, an element of a list goes whole.
 * `undefined` where nothing is left to say.
 */
export function without(value: unknown, mentions: Mentions): unknown {
  if (typeof value === 'string') return mentions(value) ? undefined : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.filter((element) => !isNamedIn(element, mentions));
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const left = mentions(key) ? undefined : without(inner, mentions);
    return left === undefined ? [] : [[key, left]];
  });
  return Object.fromEntries(kept);
}

/** The other half: of a value what names the person, with the elements of lists whole. */
export function only(value: unknown, mentions: Mentions): unknown {
  if (typeof value === 'string') return mentions(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Array.isArray(value)
    ? value.filter((element) => isNamedIn(element, mentions))
    : Object.entries(value).flatMap(([key, inner]) => {
        const named = mentions(key) ? inner : only(inner, mentions);
        return named === undefined ? [] : [[key, named]];
      });
  if (kept.length === 0) return undefined;
  return Array.isArray(value) ? kept : Object.fromEntries(kept);
}
