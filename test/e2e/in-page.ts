import type { Page } from 'puppeteer-core';
import { eventually, sessionOf } from './browser.ts';

/* The chip as a user meets it. Its root is closed to the page; to our own scripts there the browser opens it. */

export interface InPage {
  letters: string[];
  response: string;
  warning: string;
  label: string;
  lang: string;
  dir: string;
  state: string;
  closed: boolean;
}

/** Runs a function where our scripts run in the page. It stands alone, and what goes in and out is JSON. */
async function inOurWorld<A extends unknown[], R>(
  page: Page,
  run: (...args: A) => R,
  ...args: A
): Promise<R | undefined> {
  const address = await page.evaluate(() => location.href);
  const worker = await sessionOf(page).worker();
  const found = await worker.evaluate(
    `(${inject})(${JSON.stringify(address)}, ${run}, ${JSON.stringify(args)})`,
  );
  return (found as R | null) ?? undefined;
}

/** Runs in the background. */
async function inject(address: string, func: (...args: unknown[]) => unknown, args: unknown[]) {
  const tab = (await chrome.tabs.query({})).findLast(({ url }) => url === address);
  const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func, args });
  return frame?.result;
}

/** Runs in our world. */
function read(): InPage | undefined {
  const host = [...document.documentElement.children].findLast((el) => el.localName === 'div');
  if (!(host instanceof HTMLElement)) return undefined;
  const own = (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
  const root = own ?? chrome.dom.openOrClosedShadowRoot(host);
  if (!root) return undefined;
  const named = (name: string) => [...root.querySelectorAll(`[class="${name}"]`)];
  const text = (name: string) =>
    named(name)
      .map((el) => el.textContent)
      .join('');
  const box = named('chip')[0];
  return {
    letters: [...(named('letters')[0]?.children ?? [])].map((el) => el.textContent ?? ''),
    response: text('response'),
    warning: text('warning'),
    label: named('open')[0]?.getAttribute('aria-label') ?? '',
    lang: box?.getAttribute('lang') ?? '',
    dir: box?.getAttribute('dir') ?? '',
    state: box?.getAttribute('data-state') ?? '',
    closed: root.mode === 'closed',
  };
}

/** Runs in our world. */
function place(name: string) {
  const host = [...document.documentElement.children].findLast((el) => el.localName === 'div') as HTMLElement;
  const own = (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
  const el = (own ?? chrome.dom.openOrClosedShadowRoot(host))?.querySelector(`[class="${name}"]`);
  const { x, y, right, bottom } = el?.getBoundingClientRect() ?? new DOMRect();
  return { x, y, right, bottom };
}

/** What the chip of the page says; `undefined` where there is none. */
export const chipIn = (page: Page): Promise<InPage | undefined> => inOurWorld(page, read);

/** The same, as soon as there is one. */
export const chipOf = (page: Page): Promise<InPage> =>
  eventually(async () => {
    const chip = await chipIn(page);
    if (!chip) throw new Error('no chip');
    return chip;
  }, 15_000);

/** Where a part of it stands in the window: `chip`, `open` or `hide`. */
export async function boxOf(page: Page, name: string): Promise<ReturnType<typeof place>> {
  const box = await inOurWorld(page, place, name);
  if (!box) throw new Error(`no ${name}`);
  return box;
}

/** Clicks it with the mouse. */
export async function clickOn(page: Page, name: 'open' | 'hide'): Promise<void> {
  const { x, y, right, bottom } = await boxOf(page, name);
  await page.mouse.click((x + right) / 2, (y + bottom) / 2);
}

/** From now on, how often our script in the page looked for elements; no page can see that. */
export async function countReads(page: Page): Promise<() => Promise<number>> {
  await inOurWorld(page, () => {
    const counted = globalThis as { reads?: number };
    counted.reads = 0;
    for (const name of ['querySelectorAll', 'querySelector'] as const) {
      const original = Document.prototype[name] as (...args: unknown[]) => unknown;
      Object.assign(Document.prototype, {
        [name](this: Document, ...args: unknown[]) {
          counted.reads = (counted.reads ?? 0) + 1;
          return original.apply(this, args);
        },
      });
    }
  });
  return async () => (await inOurWorld(page, () => (globalThis as { reads?: number }).reads)) ?? Number.NaN;
}
