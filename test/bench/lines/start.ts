import type { Page } from 'puppeteer-core';
import { eventually } from '../../e2e/browser.ts';
import { type Browser, openExtension } from '../extension.ts';
import type { Line } from '../line.ts';
import { startPages } from '../pages.ts';

/** A script for nothing, and one that notes when it is its turn: both come as ours do. */
const files = {
  'empty.js': '(function(){})();',
  'after.js': 'document.documentElement.dataset.after = String(performance.now());',
};
const OURS = 'src/collect/content/own.js';

/**
 * Milliseconds from the end of the page's parsing until its content script is done for the first time. Not from
 * DOMContentLoaded: Firefox has that wait for the scripts in one run, and the scripts for that in the next.
 */
async function startOf(bench: Page, page: Page, url: string, script: string): Promise<number> {
  await bench.evaluate(register, script);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => document.documentElement.dataset.after !== undefined);
  return page.evaluate(() => {
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return Number(document.documentElement.dataset.after) - (load?.domInteractive ?? Number.NaN);
  });
}

/** Runs in the extension. */
async function isSetUp(): Promise<void> {
  const registered = await chrome.scripting.getRegisteredContentScripts();
  if (registered.length === 0) throw new Error('no content script is registered yet');
}

/** Runs in the extension. */
async function register(script: string): Promise<void> {
  await chrome.scripting.unregisterContentScripts();
  const matches = ['http://127.0.0.1/*'];
  await chrome.scripting.registerContentScripts([
    { id: 'bench', js: [`/${script}`, '/after.js'], matches, runAt: 'document_idle' },
  ]);
}

const startIn = (browser: Browser): Line => ({
  what: `content script in ${browser}: from the end of parsing to done, page without CRM data`,
  beside: 'an empty script in its place',
  unit: 'ms',
  limit: { times: 1.5 },
  runs: 31,
  open: async () => {
    const session = await openExtension(browser, { grant: ['http://127.0.0.1/*'], files });
    const pages = await startPages();
    const bench = await session.openFace('bench');
    // Once the extension has registered its own, it leaves what is registered alone.
    await eventually(() => bench.evaluate(isSetUp), 30_000);
    const page = await session.newPage();
    return {
      floor: () => startOf(bench, page, pages.url, 'empty.js'),
      ours: () => startOf(bench, page, pages.url, OURS),
      close: () => Promise.all([session.close(), pages.close()]),
    };
  },
});

export const lines: Record<string, Line> = {
  'start-chromium': startIn('Chromium'),
  'start-firefox': startIn('Firefox'),
};
