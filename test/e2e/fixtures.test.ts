import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader, type ReadResult } from '../../scripts/reader.ts';
import { isFirefox } from './browser.ts';

/*
 * One folder a saved page, test/fixtures/<crm>/<page>/: page.html and page.json, found by themselves. Each is read
 * by the real extension in a real browser as `npm run read` does it.
 */

const TABLES = [
  'leads',
  'deals',
  'activities',
  'stageChanges',
  'ownerChanges',
  'quotes',
  'tickets',
  'customers',
] as const;

interface Fixture {
  url: string;
  locale?: string;
  timeZone?: string;
  now: string;
  /** What it is there for, in a sentence; the test's name. */
  about: string;
  /** Whole tables of the history (their rows without `org` and `url`), and parts of the rest. A table that is not named has to be empty. */
  expect: {
    adapter: string | null;
    kind?: string;
    history?: Partial<Record<(typeof TABLES)[number], Record<string, unknown>[]>>;
    coverage?: Partial<ReadResult['coverage']>;
    /** Fields that have to be reported as unread. */
    unread?: string[];
  };
}

const ROOT = new URL('../fixtures/', import.meta.url);
const folders = (existsSync(ROOT) ? readdirSync(ROOT, { recursive: true, withFileTypes: true }) : [])
  .filter((f) => f.name === 'page.json')
  .map((f) => f.parentPath.slice(ROOT.pathname.length))
  .sort();
const load = (folder: string): Fixture & { html: string } => ({
  ...JSON.parse(readFileSync(new URL(`${folder}/page.json`, ROOT), 'utf8')),
  html: readFileSync(new URL(`${folder}/page.html`, ROOT), 'utf8'),
});

/** Firefox's driver loses a tab that is opened while another is closed. */
const together = isFirefox ? describe : describe.concurrent;

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const byContent = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
const plain = (row: object) => {
  const { org: _, url: __, ...rest } = row as Record<string, unknown>;
  // A derived id only has to be the same each time; its letters are nobody's business.
  if (rest.derived) delete rest.id;
  return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)));
};
const tablesOf = (history: Partial<Record<(typeof TABLES)[number], object[]>>) =>
  Object.fromEntries(TABLES.map((t) => [t, (history[t] ?? []).map(plain).sort(byContent)]));

together.each(folders)('%s', (folder) => {
  const { expect: expected, about, html, now, ...source } = load(folder);

  it(about, async () => {
    const result = await reader.read({ ...source, html, now: Date.parse(now) });
    expect(result.adapter).toBe(expected.adapter);
    expect(tablesOf(result.history)).toEqual(tablesOf(expected.history ?? {}));
    if (expected.kind) expect(result.page.kind).toBe(expected.kind);
    if (expected.coverage) expect(result.coverage).toMatchObject(expected.coverage);
    for (const field of expected.unread ?? []) expect(result.unread.map((u) => u.field)).toContain(field);
  });
});

together('every CRM’s reader finds nothing on another CRM’s pages', () => {
  const crms = [...new Set(folders.map((f) => f.split('/')[0] ?? ''))];
  const first = (crm: string) => folders.find((f) => f.startsWith(`${crm}/`)) ?? '';
  const pairs = crms.flatMap((a) => crms.filter((b) => b !== a).map((b) => [a, b] as const));
  it.each(pairs)('%s’s page at %s’s address', async (page, address) => {
    const { html, now } = load(first(page));
    const result = await reader.read({ url: load(first(address)).url, html, now: Date.parse(now) });
    expect(tablesOf(result.history)).toEqual(tablesOf({}));
  });
});
