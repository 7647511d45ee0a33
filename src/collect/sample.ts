import type { Raw } from '../contract/raw.ts';
import { flatChildren, rootOf, visible } from './flat.ts';

/*
 * A page's structure without its content, for a bug report or a contributor's fixture: tags, attributes that readers
 * hold on to, and the shapes of texts. No word that the page shows stands in it, but for the plain words of user
 * interfaces below, which say nothing of anybody.
 */

const PLAIN = new Set(
  `account action active activity activities add amount app area aria article aura bar base board body bottom box button
  call calls card cards case cell center chart chat check checkbox child class click close closed collapse collapsible
  color column columns comment component composer console contact contacts container content count create created crm
  current custom data date deal deals default desktop detail details dialog direction display div done down drop due edit
  element email emails end entity event events expand extra feed field fields filter filters flat flex flow footer form
  formatted frame framework full grid group groups half has head header heading height hidden highlight highlights history
  home host hover icon id image index info inline inner input inside item items key kind label labels large layout lead
  leads left level lightning line link list log lookup main max media meeting meetings menu message meta middle min mode
  more name nav navigation new next normal note notes object off old on open opportunity option options order out output
  outer overdue owner page pagination panel parent path phone picker pipeline placeholder planned popup preview primary
  profile progress property properties read record records region related report result right role root row rows save
  scroll search secondary section select selected set sidebar size small social sort source stage stages start state
  status step steps sub subject tab table tabs tag task tasks text theme time timeline timestamp title toggle token toolbar
  top track tree type upcoming user users value values view viewport views visible week width wrapper`.split(
    /\s+/,
  ),
);
/** Attributes whose values are chosen from a short list by the standard, never written by a user. */
const SAFE =
  /^(?:lang|dir|type|role|slot|hidden|checked|disabled|selected|tabindex|colspan|rowspan|scope|aria-(?:expanded|selected|checked|hidden|current|busy|sort|level|haspopup))$/;
/** Attributes that may hold anything and tell a reader nothing but that they are there. */
const DROP = /^(?:style|srcset|src|on\w+|d|points|viewbox|transform|fill|stroke.*|nonce|integrity)$/i;
const SKIP = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'LINK', 'META', 'IFRAME']);
const MOST = 400_000;

/** Letters to x, digits to 9; what separates them stays. */
const shape = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}\p{M}*/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{Nd}/gu, '9')
    .replace(/\s+/gu, ' ')
    .slice(0, 300);

/** The scripts of the extension in a tab share one world, apart from the page's. */
export type Sampler = { __fourfoldSample?: typeof sampleOf };

/** The page as redacted markup, cut at about 400,000 characters; how it was read stands at its head. */
export function sampleOf(doc: Document, raw: Raw | undefined): string {
  const stand = standIns();
  const out: string[] = [`<!-- ${JSON.stringify(logOf(doc, raw)).replaceAll('--', '- -')} -->`];
  let length = 0;
  const put = (line: string) => {
    length += line.length;
    if (length < MOST) out.push(line);
  };
  const walk = (node: Node, depth: number): void => {
    if (node instanceof Text && node.data.trim()) put(' '.repeat(depth) + escaped(shape(node.data.trim())));
    if (!(node instanceof Element) || SKIP.has(node.tagName.toUpperCase()) || length > MOST) return;
    const unseen = visible(node) ? '' : ' data-sample-unseen';
    const root = rootOf(node) ? ' data-sample-root' : '';
    const attributes = [...node.attributes].flatMap((a) => attribute(a, stand)).join('');
    const live =
      'value' in node && typeof node.value === 'string' ? ` data-sample-value="${shape(node.value)}"` : '';
    put(`${' '.repeat(depth)}<${node.localName}${attributes}${live}${root}${unseen}>`);
    for (const child of flatChildren(node)) walk(child, depth + 1);
    put(`${' '.repeat(depth)}</${node.localName}>`);
  };
  walk(doc.documentElement, 0);
  return out.join('\n');
}

/** What was found by which way, without what it was. */
function logOf(doc: Document, raw: Raw | undefined) {
  const language = doc.documentElement.lang;
  if (!raw) return { language };
  const ways = raw.records
    .slice(0, 3)
    .map((r) => Object.entries(r.fields).map(([name, { by }]) => `${name}: ${by}`));
  const { adapter, kind, unready, announced, collapsed, more, activities, unread } = raw;
  const types = [...new Set(activities.map((a) => a.type))].map((type) =>
    redacted(type ?? '', (word) => shape(word)),
  );
  const fields = [...new Set(unread.map((u) => u.field))];
  return {
    adapter,
    kind,
    language,
    unready,
    announced,
    collapsed,
    more,
    ways,
    activities: activities.length,
    types,
    unread: fields,
  };
}

function attribute({ name, value }: Attr, stand: (word: string) => string): string[] {
  if (DROP.test(name)) return [];
  const kept = SAFE.test(name) ? value : redacted(value, stand);
  return [kept === '' ? ` ${name}` : ` ${name}="${escaped(kept)}"`];
}

/**
 * Hooks are made of words (`timeline-card`, `cell-0-3-amount-812`, `sfdc:RecordField.Lead.Name`): plain ones stay, any
 * other becomes a stand-in, the same each time, and digits become 9 but for short numbers (object types).
 */
const redacted = (value: string, stand: (word: string) => string): string =>
  value
    .slice(0, 300)
    .replace(/[a-zA-Z0-9]{15,18}(?![a-zA-Z0-9])/g, (id) => (/\d/.test(id) ? stand(id) : id))
    .replace(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|[\p{L}\p{M}]+/gu, (word) =>
      PLAIN.has(word.toLowerCase()) || word.length < 2 ? word : stand(word),
    )
    .replace(/\d{2,}/g, (n) => '9'.repeat(n.length));

/** The same stand-in for the same word: letters for words, so that hooks can still be told apart. */
function standIns(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const key = word.toLowerCase();
    const name = known.get(key) ?? `w${letters(known.size)}`;
    known.set(key, name);
    return name;
  };
}

/** 0 → a, 25 → z, 26 → ba; with a w before it, it is no word of any language's. */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26))) + String.fromCharCode(97 + (n % 26));

const escaped = (s: string): string =>
  s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
