import type { Page, Target } from 'puppeteer-core';
import { launch, type Session } from '../e2e/browser.ts';
import type { Options } from '../e2e/driver.ts';
import { bundle } from './bundle.ts';
import type { Inside } from './inside.ts';

export type Browser = 'Chromium' | 'Firefox';

/** A page of nothing, which takes the place of the popup. */
export const BLANK = 'src/show/popup/blank.html';
const blank = '<!doctype html><meta charset="utf-8"><title>blank</title><body>blank</body>';
const HOME = 'src/show/bench';

/** The shipped extension in a real browser, with a page beside its own that holds inside.ts. */
export async function openExtension(browser: Browser, options: Options = {}): Promise<Session> {
  const files = {
    [BLANK]: blank,
    [`${HOME}/index.html`]: '<!doctype html><script type="module" src="inside.js"></script>',
    [`${HOME}/inside.js`]: await bundle('test/bench/inside.ts'),
    ...options.files,
  };
  // Else its clock goes in steps of a whole millisecond, with chance added.
  const preferences = { 'privacy.reduceTimerPrecision': false };
  return launch({ ...options, files, preferences }, browser === 'Firefox');
}

/** Runs one function of inside.ts. */
export const insideOf =
  (page: Page) =>
  <K extends keyof Inside>(name: K, ...args: Parameters<Inside[K]>): ReturnType<Inside[K]> =>
    page.evaluate(
      (called, given) =>
        (globalThis as unknown as { inside: Record<string, (...all: unknown[]) => unknown> }).inside[
          called
        ]?.(...given),
      name as string,
      args as unknown[],
    ) as ReturnType<Inside[K]>;

/** With the bench's page open, and a history of so many activities stored. */
export async function openFilled(browser: Browser, activities: number, soldOf = 1) {
  const session = await openExtension(browser);
  const page = await session.openFace('bench');
  await page.waitForFunction(() => 'inside' in globalThis);
  const inside = insideOf(page);
  if (activities > 0) {
    await inside('startFill', activities / 10, 50, soldOf);
    const filled = await page.waitForFunction(() => (globalThis as { filled?: true | string }).filled, {
      timeout: 900_000,
      polling: 500,
    });
    const how = await filled.jsonValue();
    if (how !== true) throw new Error(how);
  }
  return { session, page, inside, close: () => session.close() };
}

/** Ends the background, as the browser does when it is idle; where it sleeps already it is left asleep. */
export async function sleep(session: Session): Promise<void> {
  const isWorker = (target: Target) => target.type() === 'service_worker';
  if (session.browser.process()?.spawnfile.includes('firefox')) return (await session.worker()).close();
  const target = session.browser.targets().find(isWorker);
  // It may be just going by itself.
  await target
    ?.worker()
    .then((worker) => worker?.close())
    .catch(() => undefined);
}
