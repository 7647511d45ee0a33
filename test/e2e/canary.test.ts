import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pretend } from '../../scripts/reader.ts';
import type { History } from '../../src/contract/history.ts';
import { tally } from '../tally.ts';
import { eventually, launch, type Session } from './browser.ts';
import { type Canary, plant } from './canary/plant.ts';
import { bytesOf, filesBelow, found, foundInBytes } from './canary/search.ts';
import { EXTENSION_ID } from './chromium.ts';
import { pageAt, pages } from './property/fixtures.ts';

/*
 * Canaries in every place of every saved page: words of messages, addresses and numbers of people. All pages are read,
 * stored, exported and sampled by the extension as it ships; then everything that it left behind is searched in bytes.
 */

/** Pages are read side by side in so many tabs. */
const LANES = 6;

interface Trial {
  source: ReturnType<typeof pageAt>;
  /** Whether a CRM is recognised on it. */
  isRead: boolean;
}

const profile = mkdtempSync(join(tmpdir(), 'fourfold-canary-'));
const canaries = new Map<string, Canary>();
const left = new Map<string, string>();
const samples: string[] = [];
const logs: string[] = [];
let session: Session;
let history: History;
let closed = false;

/** All texts that a saved page is read as: names, titles, stages. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 2 ? [value] : [];
  return typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : [];
}

async function planted(): Promise<Trial[]> {
  const page = await session.newPage();
  const trials: Trial[] = [];
  for (const [i, folder] of pages.entries()) {
    const source = pageAt(folder);
    const { expect: told } = JSON.parse(readFileSync(`test/fixtures/${folder}/page.json`, 'utf8'));
    const { html, canaries: own } = await page.evaluate(
      plant,
      source.html,
      textsIn(told.history),
      i * 7919 + 1,
    );
    for (const one of own) canaries.set(one.core, { ...one, place: `${folder} ${one.place}` });
    trials.push({ source: { ...source, html }, isRead: told.adapter !== null });
  }
  await page.close();
  return trials;
}

/** The worker notes from which tab which address was read last. */
async function listen(): Promise<void> {
  await (await session.worker()).evaluate(() => {
    const readIn: Record<string, number> = {};
    Object.assign(globalThis, { readIn });
    chrome.runtime.onMessage.addListener((message, sender) => {
      if (message?.type === 'page' && sender.tab?.id !== undefined) readIn[message.raw.url] = sender.tab.id;
      return undefined;
    });
  });
}

const tabOf = async (url: string): Promise<number | undefined> =>
  (await session.worker()).evaluate((address) => {
    const { readIn } = globalThis as unknown as { readIn: Record<string, number> };
    const tab = readIn[address];
    delete readIn[address];
    return tab;
  }, url);

async function readIn({ source, isRead }: Trial, face: Page): Promise<void> {
  const page = await session.newPage();
  page.on('console', (message) => logs.push(message.text()));
  try {
    await pretend(session, page, source);
    await page.goto(source.url, { waitUntil: 'domcontentloaded' });
    if (!isRead) return;
    const tab = await eventually(async () => {
      const id = await tabOf(page.url());
      if (id === undefined) throw new Error(`${page.url()} was not read`);
      return id;
    }, 20_000);
    const reply = await face.evaluate((id) => chrome.runtime.sendMessage({ type: 'sample', tab: id }), tab);
    samples.push(reply.sample ?? '');
  } finally {
    await page.close();
  }
}

/** One address is never open twice at a time. */
const laneOf = (url: string): number =>
  [...url].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % LANES;

/** What the export's button hands to the user. */
async function exported(): Promise<string> {
  const page = await session.openFace('options', '#privacy');
  await page.evaluate(() => {
    const kept = globalThis as { saved?: Promise<string> };
    URL.createObjectURL = (blob) => {
      kept.saved = (blob as Blob).text();
      return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  const button = await page.waitForSelector('[data-part="export"]');
  await button?.evaluate((el) => (el as HTMLElement).click());
  const text = await eventually(async () => {
    const saved = await page.evaluate(() => (globalThis as { saved?: Promise<string> }).saved);
    if (!saved) throw new Error('nothing was saved yet');
    return saved;
  }, 20_000);
  await page.close();
  return text;
}

/** All words of a face, with what only a screen reader tells. */
async function shownOn(name: 'popup' | 'panel' | 'options', query = ''): Promise<string> {
  const page = await session.openFace(name, query);
  await page.waitForSelector('main, [data-part]', { timeout: 30_000 });
  const text = await page.evaluate(() => document.documentElement.outerHTML);
  await page.close();
  return text;
}

beforeAll(async () => {
  session = await launch({ grant: ['https://*/*', 'http://*/*'], profile });
  await eventually(listen, 20_000);
  const trials = await planted();
  const face = await session.openFace('options', '#data');
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    trials.filter(({ source }) => laneOf(source.url) === lane),
  );
  await Promise.all(
    lanes.map(async (own) => {
      for (const trial of own) await readIn(trial, face);
    }),
  );
  // A reading is stored a little after it was sent.
  let before = '';
  await eventually(async () => {
    const now = JSON.stringify(await session.stored());
    const isSame = now === before;
    before = now;
    if (!isSame) throw new Error('still storing');
  }, 60_000);
  left.set('database', before);
  const worker = await session.worker();
  left.set(
    'storage.local',
    await worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get())),
  );
  left.set(
    'storage.session',
    await worker.evaluate(async () => JSON.stringify(await chrome.storage.session.get())),
  );
  const file = await exported();
  history = JSON.parse(file);
  left.set('export', file);
  left.set('samples', samples.join('\n'));
  left.set('popup', await shownOn('popup'));
  left.set('panel', await shownOn('panel'));
  left.set('options', await shownOn('options', '#data'));
  left.set('consoles', logs.join('\n'));
});
afterAll(async () => {
  if (!closed) await session?.close();
  const planted = [...canaries.values()].filter(({ kind }) => kind !== 'word');
  const leaks = new Set(
    [...left.values()].flatMap((text) => found(text, canaries)).filter((one) => planted.includes(one)),
  );
  tally('canaries', {
    what: 'words of messages, addresses and numbers planted in saved pages and searched for in all that is kept',
    tried: planted.length,
    leaked: leaks.size,
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const told = (all: Canary[]) =>
  all.filter(({ kind }) => kind !== 'word').map(({ kind, core, place }) => `${kind} ${core} of ${place}`);

it('what is kept by design is read in spite of the canaries beside it, and the search finds it', () => {
  expect(canaries.size).toBeGreaterThan(3000);
  expect(samples.filter((sample) => sample.length > 500).length).toBeGreaterThan(100);
  for (const name of ['database', 'export'])
    expect(
      found(left.get(name) ?? '', canaries).filter(({ kind }) => kind === 'word').length,
      name,
    ).toBeGreaterThan(500);
  expect(history.activities.length).toBeGreaterThan(200);
});

it.each([
  'database',
  'storage.local',
  'storage.session',
  'export',
  'samples',
  'popup',
  'panel',
  'options',
  'consoles',
])('no word of a message, no address and no number is in: %s', (name) => {
  expect(left.get(name)).toBeDefined();
  const text = left.get(name) ?? '';
  const around = ({ core }: Canary) =>
    text.slice(Math.max(0, text.indexOf(core) - 200), text.indexOf(core) + 40);
  const leaks = found(text, canaries).filter(({ kind }) => kind !== 'word');
  expect(leaks.map((one) => `${told([one])}: ${around(one)}`)).toEqual([]);
});

it('nor in any file of the browser’s profile that is the extension’s', async () => {
  await session.close();
  closed = true;
  const own = filesBelow(profile).filter((file) => file.includes(EXTENSION_ID));
  const all = own.flatMap((file) => foundInBytes(bytesOf(file), canaries));
  // Proves that the search sees through what the browser makes of a record.
  expect(all.filter(({ kind }) => kind === 'word').length).toBeGreaterThan(200);
  left.set('files', all.map(({ core }) => core).join(' '));
  expect(told(all)).toEqual([]);
});
