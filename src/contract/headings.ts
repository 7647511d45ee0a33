import { type Dictionary, dictionaries, finder } from './dictionary.ts';
import { spaced } from './match.ts';

/* What the heading of a timeline item says, in any of the languages. */

export interface Heading {
  by?: string;
  to?: string;
  from?: string;
  owner?: string;
}

/** What stands for the only `{x}` is told too. */
const patterns = dictionaries
  .flatMap((d) => [
    ...d.headings.map((template) => ({ template, kind: kindOfHeading(template, d), isBirth: false })),
    ...d.created.map((template) => ({ template, kind: 'system', isBirth: true })),
  ])
  .sort((a, b) => b.template.length - a.template.length)
  .map(({ template, ...rest }) => ({
    ...rest,
    template:
      template.split('{x}').length === 2 && !template.includes('{other}')
        ? template.replace('{x}', '{other}')
        : template,
  }))
  .map(({ template, ...rest }) => ({
    ...rest,
    pattern: new RegExp(
      `^${template
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replace(/ - /g, ' [-–—] ')
        .replace(/:/g, '[:：] ?')
        .replace(/\{x\}/g, '.+?')
        .replace(/\{(\w+)\}/g, '(?<$1>.+?)')}${/\}$/.test(template) ? '' : '[.。]?'}$`,
      'iu',
    ),
  }));

/** What kind of item begins so: a word of it says so, or it tells of the record itself. */
function kindOfHeading(template: string, { kinds }: Dictionary): string | undefined {
  if (/form(?:ul|\b)|modulo|φόρμα|формы|نموذج|フォーム/u.test(template)) return 'form';
  const words = spaced(template);
  const said = Object.entries(kinds).find(([, list]) => list.some((word) => finder(word).test(words)))?.[0];
  const named = /whatsapp|linkedin|sms/.exec(template)?.[0];
  return named ?? said ?? 'system';
}

/** The kind of item that a known sentence heads. */
export const kindInHeading = (text: string): string | undefined => matchOf(text)?.kind;

/** "This deal was created by Ada Finch". */
export const tellsOfBirth = (text: string): boolean => matchOf(text)?.isBirth === true;

/** "Se creó este contacto", "On a créé …": the sentence has no actor. */
const NOBODY = /^(?:se|on|man|men)$/iu;

/** What a timeline item's heading says of who did it and of a stage move. */
export function headingOf(text: string): Heading {
  const { other: _, ...heading } = groupsOf(text);
  // "Call by Ada Finch placed": a word of the sentence is no part of the name.
  if (/^\p{Lu}.* \p{Ll}+$/u.test(heading.by ?? '') || NOBODY.test(heading.by ?? '')) delete heading.by;
  // A sentence may end with its full stop.
  return heading.to ? { ...heading, to: heading.to.replace(/(?<=\S{2})\.$/u, '') } : heading;
}

/** What stands before a name in the plainest headings: "Note by {by}", "Notiz von {by}". */
export const BEFORE = new Set(
  dictionaries.flatMap((d) => d.headings.flatMap((h) => /^\S+ (\p{L}+) \{by\}$/u.exec(h)?.[1] ?? [])),
);

/** What stands behind the name in Japanese: "{by}からのメール", "{by}さんによるコール". */
const AFTER = dictionaries.flatMap((d) =>
  d.headings.flatMap((h) => {
    const [, particle] = /\{by\}(\p{sc=Hira}+)/u.exec(h) ?? [];
    return particle && kindOfHeading(h, d) !== 'task' ? [particle] : [];
  }),
);

function isActor(name: string, text: string): boolean {
  if (BEFORE.has(wordBefore(text, name))) return true;
  const behind = name && text.includes(name) ? text.slice(text.indexOf(name) + name.length) : '';
  return AFTER.some((particle) => behind.startsWith(particle));
}

/**
 * A heading that holds the item's title ("Email - News from Rome from Ada Finch to Bo Lind"): where it ends only the
 * names can tell.
 */
export function titledHeading(
  shown: string,
  names: readonly string[],
): { header: string; title?: string; by?: string } {
  const text = withoutMarks(shown);
  const { kind, rest } = parted(text);
  for (const name of kind ? names : [])
    for (const at of wordsBefore(rest, name)) {
      const header = `${kind} ${rest.slice(at)}`;
      const title = rest.slice(0, at).replace(/[\s,–—-]+$/u, '');
      if (title && headingOf(header).by === name) return { header, title, by: name };
    }
  const by = names.find((name) => isActor(name, text));
  return by === undefined ? { header: text } : { header: text, by };
}

/** The words around the sender of a message: "from {by} to {x}", "de {by} a {x}". */
const FROM_TO = new Set(
  dictionaries.flatMap((d) =>
    d.headings.flatMap((h) => {
      const [, from, to] = /(\p{L}+) \{by\} (\p{L}+) \{x\}$/u.exec(h) ?? [];
      return from && to && ['email', 'sms'].includes(kindOfHeading(h, d) ?? '') ? [`${from} ${to}`] : [];
    }),
  ),
);

/**
 * Behind a title ("Email - Re: Terms from Cy Rao to Ada Finch"): whether the message went to one of these people from
 * somebody else. Who that was is known only where the word before the name stands there once.
 */
export function toOneOf(
  text: string,
  people: readonly string[],
): { title?: string; by?: string } | undefined {
  const { rest } = parted(withoutMarks(text));
  for (const pair of FROM_TO)
    for (const person of people) {
      const [from, to] = pair.split(' ');
      const end = ` ${to} ${person}`;
      if (!person || !rest.toLowerCase().endsWith(end.toLowerCase())) continue;
      const parts = rest.slice(0, -end.length).split(new RegExp(` ${from} `, 'iu'));
      const sender = parts.at(-1);
      if (parts.length < 2 || !sender || people.includes(sender)) continue;
      return parts.length === 2 && parts[0] ? { title: parts[0], by: sender } : {};
    }
  return undefined;
}

/** "Email - Re: Terms from …": what stands before the dash and behind it. */
export function parted(text: string): { kind: string; rest: string } {
  const [, kind = '', rest = ''] = /^(.*?\p{L}) [-–—:] (.+)$/u.exec(text) ?? [];
  return { kind, rest };
}

const wordBefore = (text: string, name: string): string =>
  (/(?<!\p{L})(\p{L}+) $/u.exec(text.slice(0, Math.max(0, text.lastIndexOf(name))))?.[1] ?? '').toLowerCase();

/** Where the three words before a name begin, the farthest first. */
function wordsBefore(text: string, name: string): number[] {
  const end = name ? text.lastIndexOf(name) : -1;
  if (end < 1) return [];
  const starts = [...text.slice(0, end).matchAll(/(?<=^|\s)\S/gu)].map((found) => found.index);
  return starts.slice(-3);
}

/** To whom a message went, by its heading. */
export const addresseeOf = (text: string): string | undefined => groupsOf(text).other;

/** What a heading says besides these names: somebody may be called "Bo Busy". */
export function wording(header: string, names: readonly string[]): string {
  const { by, owner, other } = groupsOf(header);
  const known = [by, owner, other].filter((name) => name !== undefined && names.includes(name));
  return known.reduce((text: string, name = '') => text.replace(name, '…'), header);
}

/** Marks of direction, which the page sets around the names in it. */
export const withoutMarks = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

const groupsOf = (text: string): Heading & { other?: string } => matchOf(text)?.groups ?? {};

function matchOf(
  text: string,
): { kind: string | undefined; isBirth: boolean; groups: Heading & { other?: string } } | undefined {
  const line = withoutMarks(text).replace(/\s+/gu, ' ').trim();
  // A heading is a line; of a longer text the many patterns would take their time.
  if (!line || line.length > 300) return undefined;
  for (const { pattern, ...known } of patterns) {
    const found = pattern.exec(line);
    if (found) return { ...known, groups: { ...found.groups } };
  }
  return undefined;
}
