import type { Page } from 'puppeteer-core';
import { serverLog } from '../crm/odoo/odoo.ts';
import { launch, type Session } from '../e2e/browser.ts';

/** How long (ms) a busy machine may take for a page, and for what is then kept of it. */
export const PATIENCE = 60_000;
/** The button for older messages. */
export const OLDER = '.o-mail-Thread > div > button.btn-link';
/** How long (ms) the web client may take to start, and in how many browsers it may try. */
const START = 40_000;
const BROWSERS = 3;

export interface Opened {
  session: Session;
  page: Page;
}

/**
 * A browser of its own, with the web client in it. A page that is left while it sets up its own store leaves a lock
 * behind, and then the web client never starts in that browser, however often it is loaded anew. On a host that is not
 * granted the extension is not.
 */
export async function openOdoo(
  url: string,
  login: string,
  { timeZone = 'UTC', host = '127.0.0.1' } = {},
): Promise<Opened> {
  let shown = '';
  for (let attempt = 0; attempt < BROWSERS; attempt++) {
    const session = await launch({ grant: [`http://${host}/*`], timeZone });
    const page = await session.newPage();
    await signIn(page, url, login);
    const started = await page.waitForSelector('.o_main_navbar', { timeout: START }).catch(() => null);
    if (started) return { session, page };
    shown = await page.evaluate(() => `${location.href}: "${document.body?.innerText.trim()}"`);
    await session.close();
  }
  throw new Error(`Odoo's web client does not start. ${shown}\n${serverLog()}`);
}

/** From a page without scripts, for that of the login would be left while it starts. */
async function signIn(tab: Page, url: string, login: string): Promise<void> {
  tab.setDefaultTimeout(PATIENCE);
  await tab.goto(`${url}/web/health`, { waitUntil: 'domcontentloaded' });
  await tab.evaluate(async (name) => {
    const form = new DOMParser().parseFromString(await (await fetch('/web/login')).text(), 'text/html');
    const token = form.querySelector<HTMLInputElement>('[name=csrf_token]')?.value ?? '';
    const body = new URLSearchParams({ csrf_token: token, login: name, password: name });
    await fetch('/web/login', { method: 'POST', body });
  }, login);
  await tab.goto(`${url}/odoo`, { waitUntil: 'domcontentloaded' });
}
