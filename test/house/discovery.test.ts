import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files } from './tree.ts';

const root = join(import.meta.dirname, '../..');
const idsIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => basename(entry.name, '.ts'));

describe('every adapter is read against pages of its CRM', () => {
  const tests = files(['test/e2e', 'test/live'], /\.test\.ts$/);
  const pages = readdirSync(join(root, 'test/fixtures'));
  it.each(idsIn('src/collect/adapters'))('%s', (id) => {
    const named = pages.includes(id) || tests.some(({ text }) => new RegExp(`\\b${id}\\b`, 'i').test(text));
    expect(named, `src/collect/adapters/${id}.ts has no test: add pages in test/fixtures/${id}/.`).toBe(true);
  });
});

describe('every export format has a test of its own', () => {
  it.each(idsIn('src/collect/files').filter((id) => id.endsWith('-csv')))('%s', (id) => {
    const found = idsIn('test/collect').includes(`${id}.test`);
    expect(found, `src/collect/files/${id}.ts has no test: add test/collect/${id}.test.ts.`).toBe(true);
  });
});

describe('every metric has a test of its own', () => {
  /** Files that compute nothing which a test of theirs could check. */
  const REASONS: Record<string, string> = {};
  /** Tests of laws that many metrics share, not of one file. */
  const SHARED = ['properties'];
  /** Relative to the folder, so that one name in both folders does not stand for the other. */
  const idsBelow = (folder: string, ending: string, fits = /^/) =>
    files([folder], /\.ts$/)
      .filter(({ path, text }) => path.endsWith(ending) && fits.test(text))
      .map(({ path }) => path.slice(folder.length + 1, -ending.length));
  const tests = idsBelow('test/metrics', '.test.ts');

  it.each(idsBelow('src/metrics', '.ts', /^export (async )?(function|const|class) /m))('%s', (id) => {
    const found = tests.includes(id) || id in REASONS;
    expect(found, `src/metrics/${id}.ts exports code without test/metrics/${id}.test.ts.`).toBe(true);
  });

  it('and no test is left of one that is gone', () => {
    const all = [...idsBelow('src/metrics', '.ts'), ...SHARED];
    expect(tests.filter((id) => !all.includes(id))).toEqual([]);
    expect(Object.keys(REASONS).filter((id) => !all.includes(id))).toEqual([]);
  });
});

describe('every language says everything', () => {
  const keysOf = (language: string): string[] => {
    const path = join(root, 'public/_locales', language, 'messages.json');
    const keys = Object.keys(JSON.parse(readFileSync(path, 'utf8')));
    // Languages have different plural forms of one message.
    return [...new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort();
  };
  it.each(readdirSync(join(root, 'public/_locales')))('%s', (language) => {
    expect(keysOf(language)).toEqual(keysOf('en'));
  });
});
