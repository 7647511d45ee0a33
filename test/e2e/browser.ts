import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch as launchBrowser, type Page, type WebWorker } from 'puppeteer-core';
import { browser as findBrowser, quietArgs } from '../../scripts/chromium.ts';
import type { Records } from '../../src/contract/records.ts';

export const EXTENSION_ID = 'pahkhnokicmommcdohopmdbkhdflnajp';

export interface Options {
  /** Match patterns of hosts that count as granted, for no test can answer the browser's own question. */
  grant?: string[];
  /** Optional permissions that count as granted. */
  permissions?: string[];
  args?: string[];
  headless?: boolean;
  /** X display for a browser with windows; else the machine's. */
  display?: string;
  /** IANA zone of the browser. */
  timeZone?: string;
  locale?: string;
  /** Folder of a browser profile to use; else a new one that is thrown away. */
  profile?: string | undefined;
}

type Kept = Records & { sightings: unknown[]; problems: { what: string; why: string; count: number }[] };

export interface Session {
  browser: Browser;
  newPage(url?: string): Promise<Page>;
  worker(): Promise<WebWorker>;
  /** Everything in the extension's database, table by table. */
  stored(): Promise<Kept>;
  /** Clicks the toolbar icon with this page in front: the real popup, with the access that the click gives. */
  openPopup(page: Page): Promise<Page>;
  badge(): Promise<string>;
  close(): Promise<void>;
}

/** A copy of the built extension in which hosts and permissions are granted; the build itself stays as it ships. */
function granted({ grant: hosts = [], permissions = [] }: Options, dir: string): string {
  const folder = join(dir, 'extension');
  cpSync('dist/chrome', folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  if (hosts.length > 0) manifest.host_permissions = hosts;
  manifest.permissions.push(...permissions);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

function profileIn(dir: string): string {
  const profile = join(dir, 'profile');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  // Without developer mode a reload leaves an unpacked extension disabled.
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  return profile;
}

/** Real Chromium with the built extension. */
export async function launch(options: Options = {}): Promise<Session> {
  const dir = mkdtempSync(join(tmpdir(), 'fourfold-'));
  const extension = granted(options, dir);
  const browser = await launchBrowser({
    executablePath: await findBrowser(),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: [extension],
    userDataDir: options.profile ?? profileIn(dir),
    // In a window the page is as wide as the window, and no bar says that a test is running.
    defaultViewport: options.headless === false ? null : { width: 1280, height: 900 },
    handleSIGINT: options.headless !== false,
    ignoreDefaultArgs: options.headless === false ? ['--enable-automation'] : false,
    args: [...quietArgs, `--lang=${options.locale ?? 'en-US'}`, ...(options.args ?? [])],
    env: {
      ...process.env,
      TZ: options.timeZone ?? process.env.TZ ?? 'UTC',
      LANGUAGE: options.locale ?? 'en-US',
      ...(options.display ? { DISPLAY: options.display } : {}),
    },
  });
  const worker = async (): Promise<WebWorker> => {
    const target = await browser.waitForTarget(
      (t) => t.type() === 'service_worker' && t.url().includes(EXTENSION_ID),
    );
    const found = await target.worker();
    if (!found) throw new Error('the extension has no worker');
    return found;
  };
  await worker();
  return {
    browser,
    worker,
    newPage: async (url) => {
      const page = await browser.newPage();
      if (url) await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    stored: async () => (await worker()).evaluate(dump) as Promise<Kept>,
    openPopup: (page) => openPopup(browser, page),
    badge: async () => (await worker()).evaluate(() => chrome.action.getBadgeText({})),
    close: async () => {
      await browser.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPopup(browser: Browser, page: Page): Promise<Page> {
  await page.bringToFront();
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const url = page.url();
  const tab = targetInfos.find((t) => t.url === url);
  if (!tab) throw new Error(`no tab shows ${url}`);
  const opened = browser.waitForTarget((t) => t.url().includes('/show/popup/'), { timeout: 10_000 });
  // Not in the protocol's published types yet.
  await session.send(
    'Extensions.triggerAction' as never,
    { id: EXTENSION_ID, targetId: tab.targetId } as never,
  );
  const popup = await (await opened).asPage();
  await session.detach();
  return popup;
}

/** Runs in the worker. */
async function dump(): Promise<Record<string, unknown[]>> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('fourfold');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows: Record<string, unknown[]> = {};
  for (const name of db.objectStoreNames)
    rows[name] = await new Promise((resolve, reject) => {
      const request = db.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  db.close();
  return rows;
}

/** Asks again until `check` gives something, or fails with the last error after `ms`. */
export async function eventually<T>(check: () => Promise<T> | T, ms = 8000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
