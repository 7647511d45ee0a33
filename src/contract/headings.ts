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
  .flatMap((d) => d.headings.map((template) => ({ template, kind: kindOfHeading(template, d) })))
  .sort((a, b) => b.template.length - a.template.length)
  .map(({ template, kind }) => ({
    kind,
    template: template.split('{x}').length === 2 ? template.replace('{x}', '{other}') : template,
  }))
  .map(({ template, kind }) => ({
    kind,
    pattern: new RegExp(
      `^${template
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replace(/ - /g, ' [-–—] ')
        .replace(/\{x\}/g, '.+?')
        .replace(/\{(\w+)\}/g, '(?<$1>.+?)')}$`,
      'iu',
    ),
  }));

/** What kind of item begins so: a word of it says so, or it tells of the record itself. */
function kindOfHeading(template: string, { kinds }: Dictionary): string | undefined {
  const words = spaced(template);
  const said = Object.entries(kinds).find(([, list]) => list.some((word) => finder(word).test(words)))?.[0];
  const named = /whatsapp|linkedin|sms/.exec(template)?.[0];
  return named ?? said ?? (/^\{by\}|^\S+ \{x\} .*\{by\}/u.test(template) ? 'system' : undefined);
}

/** The kind of item that a known sentence heads. */
export const kindInHeading = (text: string): string | undefined => matchOf(text)?.kind;

/** What a timeline item's heading says of who did it and of a stage move. */
export function headingOf(text: string): Heading {
  const { other: _, ...heading } = groupsOf(text);
  // A sentence may end with its full stop.
  return heading.to ? { ...heading, to: heading.to.replace(/(?<=\S{2})\.$/u, '') } : heading;
}

/** What stands before a name in the plainest headings: "Note by {by}", "Notiz von {by}". */
const BEFORE = new Set(
  dictionaries.flatMap((d) => d.headings.flatMap((h) => /^\S+ (\p{L}+) \{by\}$/u.exec(h)?.[1] ?? [])),
);

/**
 * A heading that holds the item's title ("Email - News from Rome from Ada Finch to Bo Lind"): where it ends only the
 * names can tell.
 */
export function titledHeading(
  text: string,
  names: readonly string[],
): { header: string; title?: string; by?: string } {
  const [, kind, rest = ''] = /^(.*?\p{L}) [-–—:] (.+)$/u.exec(text) ?? [];
  for (const name of kind ? names : [])
    for (const at of wordsBefore(rest, name)) {
      const header = `${kind} ${rest.slice(at)}`;
      const title = rest.slice(0, at).replace(/[\s,–—-]+$/u, '');
      if (title && headingOf(header).by === name) return { header, title, by: name };
    }
  const by = names.find((name) => BEFORE.has(wordBefore(text, name)));
  return by === undefined ? { header: text } : { header: text, by };
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

const groupsOf = (text: string): Heading & { other?: string } => matchOf(text)?.groups ?? {};

function matchOf(
  text: string,
): { kind: string | undefined; groups: Heading & { other?: string } } | undefined {
  const line = text
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  // A heading is a line; of a longer text the many patterns would take their time.
  if (!line || line.length > 300) return undefined;
  for (const { pattern, kind } of patterns) {
    const found = pattern.exec(line);
    if (found) return { kind, groups: { ...found.groups } };
  }
  return undefined;
}
