import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pretend, type ReadResult, resultOf } from '../../scripts/reader.ts';
import type { Raw } from '../../src/contract/raw.ts';
import { eventually, launch, type Session } from '../e2e/browser.ts';
import { EXTENSION_ID } from '../e2e/chromium.ts';
import { pageAt } from '../e2e/property/fixtures.ts';

/** What a person says in DIR/peer.json of the extractor that they bring, which is an unpacked extension in DIR. */
interface Peer {
  name: string;
  /** Saved pages of test/fixtures that it knows. */
  pages: string[];
  /** What it found, as an expression in its own content script: values by the contract's names; null until then. */
  found: string;
}

type Values = Record<string, unknown>;
interface Outcome {
  who: string;
  page: string;
  right: number;
  wrong: number;
  missing: number;
  /** From DOMContentLoaded until it has them. */
  ms: number;
  /** Of its scripts, packed. */
  bytes: number;
  permissions: string[];
}

/** Both on the same pages in the same browser; how much each reads of the record that stands there, and at what price. */
export async function comparePeer(dir: string): Promise<Outcome[]> {
  const peer = JSON.parse(readFileSync(join(dir, 'peer.json'), 'utf8')) as Peer;
  const outcomes: Outcome[] = [];
  for (const page of peer.pages) {
    const { origin } = new URL(pageAt(page).url);
    const session = await launch({ grant: [`${origin}/*`], others: [resolve(dir)] });
    try {
      const { ours, theirs } = await both(session, page, peer.found);
      outcomes.push(outcome('Fourfold', page, ours, 'dist/chrome'), outcome(peer.name, page, theirs, dir));
    } finally {
      await session.close();
    }
  }
  return outcomes;
}

type Found = { values: Values; ms: number };

async function both(session: Session, name: string, found: string): Promise<{ ours: Found; theirs: Found }> {
  const source = pageAt(name);
  const page = await session.newPage();
  await pretend(session, page, source);
  const cdp = await page.createCDPSession();
  let world: number | undefined;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const isTheirs =
      context.origin.startsWith('chrome-extension://') && !context.origin.includes(EXTENSION_ID);
    if (isTheirs) world = context.id;
  });
  await cdp.send('Runtime.enable');
  const worker = await session.worker();
  await worker.evaluate(() => {
    chrome.runtime.onMessage.addListener((message: { type?: string; raw?: object }) => {
      if (message?.type === 'page') Object.assign(globalThis, { lastReading: message.raw });
      return undefined;
    });
  });
  await page.goto(source.url, { waitUntil: 'domcontentloaded' });
  const loadedAt = await page.evaluate(() => {
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.timeOrigin + (load?.domContentLoadedEventEnd ?? 0);
  });
  const theirs = await eventually(async () => {
    if (world === undefined) throw new Error('the other extension has no content script in this page');
    const expression = `JSON.stringify(${found})`;
    const { result } = await cdp.send('Runtime.evaluate', { contextId: world, expression });
    const values = JSON.parse(String(result.value ?? 'null')) as Values | null;
    if (!values) throw new Error('the other extension found nothing');
    return { values, ms: Date.now() - loadedAt };
  }, 15_000);
  const raw = await eventually(async () => {
    const last = await worker.evaluate(() => (globalThis as { lastReading?: unknown }).lastReading);
    if (!last) throw new Error('nothing was read');
    return last as Raw;
  }, 15_000);
  const { history } = resultOf(source, raw);
  return { ours: { values: { ...recordIn(history) }, ms: Number(raw.readAt) - loadedAt }, theirs };
}

const recordIn = ({ deals, leads }: Partial<ReadResult['history']>): object | undefined =>
  deals?.[0] ?? leads?.[0];

/** Neither a page's words nor the contract's own marks. */
const MARKS = ['org', 'url', 'id', 'outcome', 'derived', 'type'];

function outcome(who: string, page: string, { values, ms }: Found, dir: string): Outcome {
  const { expect } = JSON.parse(readFileSync(`test/fixtures/${page}/page.json`, 'utf8'));
  const wanted = Object.entries(recordIn(expect.history) ?? {}).filter(([name]) => !MARKS.includes(name));
  const isSame = ([name, value]: [string, unknown]) => String(values[name]).trim() === String(value);
  const isThere = ([name]: [string, unknown]) => values[name] !== undefined && values[name] !== null;
  const right = wanted.filter(isSame).length;
  const told = wanted.filter(isThere).length;
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  return {
    who,
    page,
    right,
    wrong: told - right,
    missing: wanted.length - told,
    ms: Math.round(ms),
    bytes: scriptsIn(dir).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0),
    permissions: [...(manifest.permissions ?? []), ...(manifest.host_permissions ?? [])],
  };
}

const scriptsIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(dir, file));
