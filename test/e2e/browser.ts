import type { Browser, Page } from 'puppeteer-core';
import type { Records } from '../../src/contract/records.ts';
import { launchChromium } from './chromium.ts';
import { type Driver, eventually, type Options } from './driver.ts';
import { launchFirefox } from './firefox.ts';

export { eventually, type Options } from './driver.ts';

/** The end-to-end tests run in Chromium, and once more in Firefox; see vitest.config.ts. */
export const isFirefox = process.env.FOURFOLD_E2E === 'firefox';

type Kept = Records & { sightings: unknown[]; problems: { what: string; why: string; count: number }[] };

export interface Session extends Driver {
  newPage(url?: string): Promise<Page>;
  /** Everything in the extension's database, table by table. */
  stored(): Promise<Kept>;
  /** As a user does it: the popup, and in it the panel's button. */
  openPanel(page: Page): Promise<Page>;
  badge(): Promise<string>;
}

const sessions = new WeakMap<Browser, Session>();

/** The session that a page belongs to. */
export function sessionOf(page: Page): Session {
  const session = sessions.get(page.browser());
  if (!session) throw new Error('the page is of no session');
  return session;
}

/** A real browser with the built extension. */
export async function launch(options: Options = {}, inFirefox = isFirefox): Promise<Session> {
  const driver = await (inFirefox ? launchFirefox(options) : launchChromium(options));
  const { browser, worker } = driver;
  if (!options.grant?.length) await closeWelcome(browser);
  const session: Session = {
    ...driver,
    newPage: async (url) => {
      const page = await browser.newPage();
      if (url) await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    stored: async () => JSON.parse(await (await worker()).evaluate(dump)) as Kept,
    openPanel: async (page) => {
      const popup = await driver.openPopup(page);
      const button = await popup.waitForSelector('[data-part="panel"]');
      // The popup goes with the click, at times before the driver has heard of it.
      await button?.click().catch((error: Error) => {
        if (!error.message.includes('Target closed')) throw error;
      });
      return driver.panel();
    },
    badge: async () => (await worker()).evaluate(() => chrome.action.getBadgeText({})),
  };
  sessions.set(browser, session);
  return session;
}

/** Who installs it sees the welcome in front; the tests of other faces begin after it. */
async function closeWelcome(browser: Browser): Promise<void> {
  const welcome = await eventually(async () => {
    // Firefox's driver does not know where an extension's page is.
    for (const page of await browser.pages())
      if (await page.evaluate(() => location.pathname.includes('/show/welcome/'))) return page;
    throw new Error('no welcome was opened');
  }, 60_000);
  await welcome.close();
}

/** Runs in the background. As a text, for Firefox's driver hands over only so much of what lies within each other. */
async function dump(): Promise<string> {
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
  return JSON.stringify(rows);
}
