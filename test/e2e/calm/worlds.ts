import type { Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../chromium.ts';

/** A world in which a version of the extension runs in a page. */
export interface World {
  /** How often its script has looked for elements since the first call of this. */
  reads(): Promise<number>;
}

/** The extension's worlds in a page, the oldest first, one more after each update. Chromium alone tells of them. */
export async function worldsIn(page: Page): Promise<() => World[]> {
  const cdp = await page.createCDPSession();
  const found: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${EXTENSION_ID}`) found.push(context.id);
  });
  await cdp.send('Runtime.enable');
  return () =>
    found.map((contextId) => ({
      reads: async () => {
        const expression = `(${count})()`;
        const { result } = await cdp.send('Runtime.evaluate', { contextId, expression });
        return Number(result.value);
      },
    }));
}

/** Runs in that world. */
function count(): number {
  const counted = globalThis as { reads?: number };
  if (counted.reads !== undefined) return counted.reads;
  counted.reads = 0;
  const original = Document.prototype.querySelectorAll as (...args: unknown[]) => unknown;
  Object.assign(Document.prototype, {
    querySelectorAll(this: Document, ...args: unknown[]) {
      counted.reads = (counted.reads ?? 0) + 1;
      return original.apply(this, args);
    },
  });
  return 0;
}
