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

describe('every metric has a test of its own', () => {
  /** Files that compute nothing which a test of theirs could check. */
  const REASONS: Record<string, string> = {};
  const computing = files(['src/metrics'], /\.ts$/)
    .filter(({ text }) => /^export (async )?(function|const) /m.test(text))
    .map(({ path }) => basename(path, '.ts'));

  it.each(computing)('%s', (id) => {
    const found = idsIn('test/metrics').includes(`${id}.test`) || id in REASONS;
    expect(found, `src/metrics/${id}.ts exports code without test/metrics/${id}.test.ts.`).toBe(true);
  });

  it('and no test is left of one that is gone', () => {
    const all = idsIn('src/metrics');
    const tests = idsIn('test/metrics').flatMap((id) => /^(.*)\.test$/.exec(id)?.[1] ?? []);
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
