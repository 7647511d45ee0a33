import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, lineOf, type Source } from './tree.ts';

/** What each folder of src may take from the others, and from outside. The order is that in which data travels. */
const RULES: Record<string, { from: string[]; packages: RegExp; because: string }> = {
  background: {
    from: ['background', 'collect', 'contract', 'db', 'metrics', 'show', 'messages.ts'],
    packages: /^$/,
    because: 'it wires the others together, and needs nothing else',
  },
  collect: {
    from: ['collect'],
    packages: /^$/,
    because: 'it runs in the CRM’s tab, and takes from contract/ and messages.ts only types (`import type`)',
  },
  contract: { from: ['contract'], packages: /^zod\/mini$/, because: 'it takes nothing of ours' },
  db: { from: ['db', 'contract'], packages: /^dexie$/, because: 'it takes only contract/' },
  metrics: { from: ['metrics', 'contract'], packages: /^zod\/mini$/, because: 'it takes only contract/' },
  show: {
    from: ['show', 'contract', 'db', 'metrics', 'messages.ts'],
    packages: /^(preact(\/\w+)?|dexie|zod\/mini)$/,
    because: 'it takes only contract/, db/, metrics/ and messages.ts',
  },
  'messages.ts': { from: ['contract'], packages: /^zod\/mini$/, because: 'it takes only contract/' },
};

/** Whose types the content script may know: they are gone when it is built. */
const TYPES = ['contract', 'messages.ts'];

interface Import {
  what: string;
  isType: boolean;
  line: number;
}

const STATIC = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const CALLED = /\bimport(?:\.meta\.glob(?:<[^(]*>)?)?\(\s*()['"]([^'"]+)['"]/g;

function importsOf({ text }: Source): Import[] {
  return [STATIC, CALLED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => ({
      what: m[2] ?? '',
      isType: !!m[1],
      line: lineOf(text, (m.index ?? 0) + m[0].length),
    })),
  );
}

/** The rules that a file breaks, each as a sentence. */
function faults(source: Source): string[] {
  const inSrc = source.path.replace(/^src\//, '');
  const [folder = ''] = inSrc.split('/');
  const rule = RULES[folder];
  if (!rule) return [];
  // An export file is read by the background or a face, which have all of contract/.
  const from = inSrc.startsWith('collect/files/') ? [...rule.from, 'contract'] : rule.from;
  const packages = inSrc.startsWith('collect/files/') ? /^papaparse$/ : rule.packages;
  return importsOf(source).flatMap(({ what, isType, line }) => {
    const where = `${source.path}:${line}`;
    if (!what.startsWith('.'))
      return packages.test(what) ? [] : [`${where} imports "${what}": ${folder} may not, ${rule.because}.`];
    const target = posix.join(posix.dirname(inSrc), what);
    const [top = ''] = target.split('/');
    if (target.startsWith('../public/_locales/') && folder === 'show') return [];
    // A face reads the files that the user hands it; see the options.
    if (folder === 'show' && target.startsWith('collect/files/')) return [];
    if (from.includes(top) || (folder === 'collect' && isType && TYPES.includes(top))) return [];
    return [`${where} imports ${target}: ${folder} may not, ${rule.because}.`];
  });
}

const sources = files(['src'], /\.tsx?$/);

describe('the folders of src take from each other what the design allows', () => {
  it.each(Object.keys(RULES))('%s', (folder) => {
    const own = sources.filter(({ path }) => path === `src/${folder}` || path.startsWith(`src/${folder}/`));
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(faults)).toEqual([]);
  });

  it('no other folder has come without a rule', () => {
    const folders = new Set(sources.map(({ path }) => path.split('/')[1] ?? ''));
    expect([...folders].filter((f) => !RULES[f] && f !== 'background.ts')).toEqual([]);
  });
});

describe('the rules notice', () => {
  it.each([
    [
      'src/contract/a.ts',
      `import { b } from '../db/b.ts';`,
      /^src\/contract\/a\.ts:1 imports db\/b\.ts: contract may not/,
    ],
    ['src/collect/a.ts', `\nimport {\n  b,\n} from '../contract/b.ts';`, /^src\/collect\/a\.ts:4 .*types/],
    ['src/collect/adapters/a.ts', `import '../../messages.ts';`, /may not/],
    ['src/collect/a.ts', `export { z } from 'zod/mini';`, /"zod\/mini"/],
    ['src/metrics/a.ts', `const b = await import('../show/b.ts');`, /may not/],
    ['src/db/a.ts', `const b = import.meta.glob<{ c: D }>('../metrics/*.ts');`, /may not/],
  ])('%s: %s', (path, text, sentence) => {
    expect(faults({ path, text })).toEqual([expect.stringMatching(sentence)]);
  });

  it('and let pass what is allowed', () => {
    const text = `import type { A } from '../contract/a.ts';\nimport { b } from './b.ts';`;
    expect(faults({ path: 'src/collect/a.ts', text })).toEqual([]);
  });
});

describe('what sees the page sees nothing else', () => {
  const lines = (under: RegExp, word: RegExp) =>
    sources
      .filter(({ path }) => under.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(word)].map((m) => `${path}:${lineOf(text, m.index ?? 0)} has "${m[0].trim()}".`),
      );

  it('adapters use no extension API', () => {
    expect(lines(/^src\/collect\/adapters\//, /\b(chrome|browser)\.\w+/g)).toEqual([]);
  });

  it('contract and metrics use neither the page nor the extension, the network nor the clock', () => {
    const word =
      /\b(?:document|window|chrome|fetch|localStorage|indexedDB)(?:\.|\()|\bDate\.now\(|\bnew Date\(\)/g;
    expect(lines(/^src\/(contract|metrics)\//, word)).toEqual([]);
  });

  it('nothing in src uses the network', () => {
    expect(
      lines(/^src\//, /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/g),
    ).toEqual([]);
  });
});
