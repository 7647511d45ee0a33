import type { Page } from 'puppeteer-core';
import type { Coverage, Unread } from '../src/contract/coverage.ts';
import { interpret } from '../src/contract/interpret.ts';
import { type Raw, raw as rawSchema } from '../src/contract/raw.ts';
import { noRecords, type Records } from '../src/contract/records.ts';
import { eventually, launch, type Session } from '../test/e2e/browser.ts';

/** A page to read: a saved one with the address under which it stood, or an address to open. */
export interface Source {
  url: string;
  /** The saved page; nothing but it is then loaded. */
  html?: string;
  locale?: string | undefined;
  timeZone?: string | undefined;
  /** Instant of the reading, epoch ms. */
  now?: number | undefined;
}

export interface ReadResult {
  adapter: string | null;
  page: { kind: string; url: string };
  history: { format: 'fourfold-history'; version: 1; exportedAt: number; settings: object } & Records;
  coverage: Coverage;
  unread: Unread[];
}

export interface Reader {
  read(source: Source): Promise<ReadResult>;
  close(): Promise<void>;
}

/**
 * How long (ms) a page may say nothing after the content script looked at it before it counts as no CRM's, stay the
 * same before it counts as done, and change; and how long the content script may take to begin.
 */
const SILENT = 2500;
/** An application that has yet to load may be silent for longer (ms): as long as the content script itself waits for it. */
const SILENT_LIVE = 16_000;
const SETTLED = 700;
const LONGEST = 20_000;
const SLOWEST = 50_000;

/** A real browser with the real extension, in which any page may be read. */
export async function openReader(options: { profile?: string | undefined } = {}): Promise<Reader> {
  const session = await launch({ grant: ['https://*/*', 'http://*/*'], ...options });
  try {
    // A worker that was only just started has no extension API for some milliseconds.
    await eventually(() => listen(session));
  } catch (error) {
    await session.close();
    throw error;
  }
  return { read: (source) => readIn(session, source), close: () => session.close() };
}

/** The worker keeps the last reading that the content script of each tab sent, as it came. */
async function listen(session: Session): Promise<void> {
  await (await session.worker()).evaluate(() => {
    const readings: Record<number, unknown> = {};
    Object.assign(globalThis, { readings });
    chrome.runtime.onMessage.addListener((message: { type?: string; raw?: unknown }, { tab }) => {
      if (message?.type === 'page' && tab?.id !== undefined) readings[tab.id] = message.raw;
      return undefined;
    });
  });
}

async function readIn(session: Session, source: Source): Promise<ReadResult> {
  const worker = await session.worker();
  const { page, tab } = await openTab(session);
  try {
    await pretend(session, page, source);
    await page.goto(source.url, { waitUntil: 'domcontentloaded' });
    const found = await settled(
      () => worker.evaluate((id) => (globalThis as { readings?: Record<number, Raw> }).readings?.[id], tab),
      () => hasLooked(session, tab),
      () => askAgain(session, tab),
      source.html === undefined ? SILENT_LIVE : SILENT,
    );
    return resultOf(source, found);
  } finally {
    await page.close();
  }
}

/** The browser's own number of a new tab is the one that was not there before: tabs are opened one after another. */
function openTab(session: Session): Promise<{ page: Page; tab: number }> {
  const tabs = async () =>
    (await session.worker()).evaluate(async () => (await chrome.tabs.query({})).flatMap((t) => t.id ?? []));
  const open = async () => {
    const before = await tabs();
    const page = await session.newPage();
    const tab = (await tabs()).find((id) => !before.includes(id));
    if (tab === undefined) throw new Error('the browser opened no tab');
    return { page, tab };
  };
  const opened = (opening.get(session) ?? Promise.resolve()).then(open);
  opening.set(
    session,
    opened.catch(() => undefined),
  );
  return opened;
}
const opening = new WeakMap<Session, Promise<unknown>>();

/** The browser's language and zone, and a saved page in the place of its address; all else is refused. */
export async function pretend(
  session: Session,
  page: Page,
  { url, html, locale, timeZone }: Source,
): Promise<void> {
  if (locale) await session.speak(page, locale);
  if (timeZone) await page.emulateTimezone(timeZone);
  if (html === undefined) return;
  const address = url.replace(/#.*$/, '');
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.url().replace(/#.*$/, '') !== address)
      return request.abort();
    // A saved page holds what its scripts made; run again, they would make something else of it.
    const headers = { 'content-security-policy': "script-src 'none'" };
    return request.respond({ contentType: 'text/html; charset=utf-8', headers, body: html });
  });
}

/**
 * Whether the content script has read the page for the first time, which it does as it begins, or may not run there. A
 * page that does not answer in time has not been looked at.
 */
async function hasLooked(session: Session, tab: number): Promise<boolean> {
  const asked = (await session.worker()).evaluate(async (tabId) => {
    const func = () => '__fourfold' in globalThis;
    // A frame that is just being replaced can be asked later; where scripts may not run they never look.
    return chrome.scripting
      .executeScript({ target: { tabId }, func })
      .then(([frame]) => frame?.result ?? false)
      .catch((error) => !/\b(removed|no frame|no tab)\b/i.test(String(error)));
  }, tab);
  return Promise.race([asked, wait(SILENT).then(() => false)]);
}

/** Before a page counts as no CRM's it is read once more: what was read may have been lost on the way. */
async function askAgain(session: Session, tab: number): Promise<void> {
  await (await session.worker()).evaluate(
    (id) => chrome.tabs.sendMessage(id, { type: 'read' }).catch(() => undefined),
    tab,
  );
}

/** The last reading once it has stopped changing; `undefined` when the page was looked at and there is none. */
async function settled(
  look: () => Promise<Raw | undefined>,
  hasBegun: () => Promise<boolean>,
  ask: () => Promise<void>,
  silent: number,
): Promise<Raw | undefined> {
  const begun = Date.now();
  let last: Raw | undefined;
  let isAsked = false;
  let since = begun;
  for (;;) {
    const now = await look();
    // Silence says nothing before the content script has looked.
    if (JSON.stringify(now) !== JSON.stringify(last) || !(now || (await hasBegun()))) since = Date.now();
    last = now;
    const quiet = Date.now() - since;
    if (last && quiet > (last.unready ? SILENT : SETTLED)) return last;
    if (!last && isAsked && quiet > SILENT) return undefined;
    if (!last && !isAsked && quiet > silent) {
      isAsked = true;
      await ask();
      since = Date.now();
    }
    if (last && Date.now() - begun > LONGEST) return last;
    if (Date.now() - begun > SLOWEST) throw new Error('The page took too long: nothing has looked at it.');
    await wait(50);
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function resultOf(source: Source, found: Raw | undefined): ReadResult {
  const now = source.now ?? found?.readAt ?? Date.now();
  const timeZone = source.timeZone ?? found?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const history = (records: Records) =>
    ({ format: 'fourfold-history', version: 1, exportedAt: now, ...records, settings: {} }) as const;
  if (!found) {
    const nothing = { seen: {}, announced: {}, complete: false, collapsed: 0, filter: null, locale: null };
    return {
      adapter: null,
      page: { kind: 'other', url: source.url },
      history: history(noRecords()),
      coverage: { ...nothing, timeZone, readAt: now },
      unread: [],
    };
  }
  const raw = rawSchema.parse({ ...found, readAt: now, timeZone });
  const { records, sighting } = interpret(raw);
  return {
    adapter: raw.adapter,
    page: { kind: raw.kind, url: raw.url },
    history: history(records),
    coverage: sighting.coverage,
    unread: sighting.unread,
  };
}
