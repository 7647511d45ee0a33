import { describe, expect, it } from 'vitest';
import { files, lineOf, type Source } from './tree.ts';

const shipped = files(['src', 'public', 'manifest.json']);
const scripts = files(['scripts', 'vite.config.ts', 'vitest.config.ts']);
const tests = files(['test'], /\.tsx?$/).filter(({ path }) => !path.startsWith('test/house/'));

const found = (sources: Source[], word: RegExp): string[] =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(word)].map((m) => `${path}:${lineOf(text, m.index ?? 0)} has "${m[0].trim()}".`),
  );

describe('what may not be written', () => {
  it.each([
    [
      'markup made from text',
      /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b|\bdocument\.write\b/g,
    ],
    ['code made from text', /(?<![\w$.])eval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*['"`]/g],
    ['a line that only debugs', /\bdebugger\b|\bconsole\.(?:log|debug|trace)\(/g],
  ])('in what ships: %s', (_, word) => expect(found(shipped, word)).toEqual([]));

  it.each([
    ['a hole in the types', /(?::|<|\bas)\s*any\b(?=[\s,;)>=[\]|&]|$)/gm],
    ['a silenced compiler', /@ts-(?:ignore|nocheck|expect-error)/g],
    ['a test that is left out', /\b(?:it|test|describe)\.(?:only|skip|todo)\b/g],
  ])('anywhere: %s', (_, word) => {
    expect(found([...files(['src'], /\.(tsx?|css)$/), ...scripts, ...tests], word)).toEqual([]);
  });

  it('the words are found where they stand', () => {
    const source = { path: 'a.ts', text: 'const a = 1;\nlet b: any = eval("1");' };
    expect(found([source], /(?::|<|\bas)\s*any\b/g)).toEqual(['a.ts:2 has ": any".']);
  });
});

describe('addresses', () => {
  /** Hosts that may be named in what ships: the CRMs, names of XML languages, patterns, examples. */
  const KNOWN =
    /^(?:www\.w3\.org|(?:[\w-]+\.)*hubspot\.com|(?:\*\.|[\w-]+\.)*lightning\.force\.com|(?:\*\.|[\w-]+\.)*lightning\.(?:crm)?force\.mil|(?:\*\.|[\w-]+\.)*sfcrmapps\.cn|\*|crm\.example\.com|localhost|127\.0\.0\.1)$/;
  const ADDRESS = /\b(?:https?|wss?):\/\/([\w.*-]+)/g;

  it('in what ships are of no host but the CRMs', () => {
    const others = shipped.flatMap(({ path, text }) =>
      [...text.matchAll(ADDRESS)]
        .filter((m) => !KNOWN.test(m[1] ?? ''))
        .map((m) => `${path}:${lineOf(text, m.index ?? 0)} names ${m[1]}.`),
    );
    expect(others).toEqual([]);
  });

  it('of packages are left to the registry that the reader uses', () => {
    const [lock] = files(['package-lock.json']);
    const packages: Record<string, object> = JSON.parse(lock?.text ?? '').packages;
    const addressed = Object.keys(packages).filter((name) => 'resolved' in (packages[name] ?? {}));
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(addressed.slice(0, 3)).toEqual([]);
  });
});

describe('size', () => {
  const LIMIT = 250;
  it(`no code in src has more than ${LIMIT} lines`, () => {
    const long = files(['src'], /\.(tsx?|css)$/)
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LIMIT);
    expect(long.map(({ path, lines }) => `${path} has ${lines} lines.`)).toEqual([]);
  });
});
