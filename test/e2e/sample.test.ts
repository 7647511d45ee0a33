import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, type Session } from './browser.ts';

/* The redacted sample: a page's hooks, and no word of the page. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  ({ demo, session } = await openDemo());
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

/** Words of user interfaces that every page of the kind has; see src/collect/sample.ts. */
async function plainWords(): Promise<Set<string>> {
  const { readFileSync } = await import('node:fs');
  const list = /new Set\(\s*`([^`]+)`/.exec(readFileSync('src/collect/sample.ts', 'utf8'))?.[1] ?? '';
  return new Set(list.split(/\s+/));
}

it.each([
  ['salesforce', 'lead', 'ada', 'data-target-selection-name'],
  ['hubspot', 'deal', 'oconnell', 'data-selenium-test="timeline-card"'],
] as const)(
  '%s: keeps what readers hold on to, and no word, name, number or address of the page',
  async (crm, kind, key, hook) => {
    const page = await openRecord(demo, session, crm, kind, key);
    await eventually(async () =>
      expect(await page.$('[data-selenium-test="timeline-card"], .subjectLink')).not.toBeNull(),
    );
    const face = await session.openFace('options');
    const { sample } = (await face.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({ url: `${new URL(url).origin}/*` });
      return chrome.runtime.sendMessage({ type: 'sample', tab: tabs.at(-1)?.id });
    }, page.url())) as { sample: string };
    await face.close();
    expect(sample).toContain(hook);
    expect(sample.length).toBeGreaterThan(5000);
    const plain = await plainWords();
    const shown = await page.evaluate(() => `${document.title} ${document.body.innerText}`);
    const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}{3,}|\d{3,}/gu));
    // Tag and attribute names are the CRM's own vocabulary, not the page's words.
    const values = [...sample.matchAll(/="([^"]*)"|>([^<]*)</g)].map((m) => m[1] ?? m[2]).join(' ');
    const survived = [...words(shown)].filter(
      (word) => words(values).has(word) && !plain.has(word) && !/^(9+|x+)$/.test(word),
    );
    expect(survived).toEqual([]);
    await page.close();
  },
);

it('is saved as a file with one click', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'ada');
  const popup = await session.openPopup(page);
  await (await popup.waitForSelector('[data-part="gaps"]'))?.evaluate((el) => (el as HTMLElement).click());
  const button = await popup.waitForSelector('[data-part="sample"]');
  await popup.evaluate(() => {
    const saved: string[] = [];
    Object.assign(globalThis, { saved });
    HTMLAnchorElement.prototype.click = function click() {
      saved.push(this.download, this.href.slice(0, 5));
    };
  });
  await button?.evaluate((el) => (el as HTMLElement).click());
  await eventually(async () =>
    expect(await popup.evaluate(() => (globalThis as unknown as { saved: string[] }).saved)).toEqual([
      'fourfold-sample.html',
      'blob:',
    ]),
  );
  await popup.close();
  await page.close();
});
