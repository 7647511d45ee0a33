import { meanings, resultIn } from './dictionary.ts';
import { BEFORE, kindInHeading, parted, withoutMarks } from './headings.ts';

/* What stands behind "Type - " in a heading that is no known sentence. */

/** What may follow a title: a name behind a word for "by", more behind a mark. */
const MORE = new RegExp(
  `(?<!\\p{L})(?:${[...BEFORE].join('|')}) [\\p{Lu}\\p{Lo}]|[,،、:：]| [-–—] |さん|による`,
  'u',
);
/** Of a task the heading mostly says whose it is; in whatever words, a name begins with a capital. */
const CAPITAL = / [\p{Lu}\p{Lo}]/u;

/** "Meeting - Roof inspection": the item's title, where nothing else may stand in it. */
export function titleBehind(
  text: string,
  kind: 'meeting' | 'task',
  names: readonly string[],
): string | undefined {
  const { kind: word, rest } = parted(withoutMarks(text));
  if (!meanings('kinds', word).has(kind) || kindInHeading(text) !== undefined) return undefined;
  const isMore = MORE.test(rest) || (kind === 'task' && CAPITAL.test(rest));
  return isMore || names.some((name) => name && rest.includes(name)) ? undefined : rest;
}

/**
 * "Звонок - Нет ответа, Ирина Соколова": the heading of a call ends with who made it, behind a comma. Behind a dash
 * there may be a title, unless the name is known.
 */
export function callerBehind(
  text: string,
  { people, shown }: { people: readonly string[]; shown: readonly string[] },
): string | undefined {
  const { rest } = parted(withoutMarks(text));
  const endsWith = (mark: RegExp) => (name: string) =>
    name !== '' && rest.endsWith(name) && mark.test(rest.slice(0, -name.length));
  return (
    people.find(endsWith(/\S(?: [–—-] |[,،、] ?)$/u)) ?? shown.filter(isName).find(endsWith(/\S[,،、] ?$/u))
  );
}

const isName = (text: string): boolean =>
  /^[\p{Lu}\p{Lo}]\S*(?: [\p{Lu}\p{Lo}]\S*)*$/u.test(text) && resultIn(text) === undefined;
