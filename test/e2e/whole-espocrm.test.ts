import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, launch, type Session } from './browser.ts';

/* Reading the whole record in EspoCRM, whose panels show a few rows and bring the rest page by page. */

const FIXTURE = readFileSync(new URL('../fixtures/espocrm/german/page.html', import.meta.url), 'utf8');
const RECORD = '/#Opportunity/view/64f0c2a91b7d3e5a803';

/** What the page does by itself: two more rows of the history a click, a moment later, until none is left. */
function live(): void {
  const clicked: string[] = [];
  Object.assign(globalThis, { clicked });
  document.body.style.minHeight = '4000px';
  const panel = document.querySelector('.panel[data-name="history"]');
  const first = panel?.querySelector('.list-row');
  let shown = 1;
  const add = (): void => {
    const row = first?.cloneNode(true) as Element;
    row.setAttribute('data-id', `call${++shown}`);
    const link = row.querySelector('[data-name="name"] a') as Element;
    link.setAttribute('href', `#Call/view/call${shown}`);
    link.textContent = `Rückruf ${shown}`;
    first?.parentElement?.append(row);
  };
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-action]');
    clicked.push(button?.getAttribute('data-action') ?? '?');
    if (!button?.matches('[data-action="showMore"]')) return;
    setTimeout(() => {
      add();
      add();
      const left = 5 - shown;
      (button.querySelector('.more-count') as Element).textContent = String(left);
      button.parentElement?.classList.toggle('hidden', left === 0);
      if (left === 0) (button.parentElement as HTMLElement).style.display = 'none';
    }, 200);
  });
}

const server = createServer((_, answer) => {
  answer.setHeader('content-type', 'text/html; charset=utf-8');
  answer.end(FIXTURE.replace('</body>', `<script>(${live})()</script></body>`));
});

let session: Session;
let page: Page;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  session = await launch({ grant: ['http://127.0.0.1/*'] });
  page = await session.newPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}${RECORD}`);
});
afterAll(async () => {
  await session?.close();
  server.close();
});

const calls = async () =>
  (await session.stored()).activities
    .filter((a) => a.kind === 'call')
    .map((a) => a.subject)
    .sort();
const clicks = () => page.evaluate(() => (globalThis as unknown as { clicked: string[] }).clicked);
const click = async (popup: Page, part: string) =>
  (await popup.waitForSelector(`[data-part="${part}"]`))?.evaluate((el) => (el as HTMLElement).click());

it('asks for more until there is none, on the user’s click alone, and leaves all else as it was', async () => {
  await eventually(async () => expect(await calls()).toEqual(['Rückruf']), 15_000);
  await page.evaluate(() => scrollTo(0, 300));
  const popup = await session.openPopup(page);
  await click(popup, 'gaps');
  expect(await clicks()).toEqual([]);
  await click(popup, 'whole');
  await popup.waitForSelector('[data-part="whole-progress"]');
  await eventually(
    async () =>
      expect(await calls()).toEqual(['Rückruf', 'Rückruf 2', 'Rückruf 3', 'Rückruf 4', 'Rückruf 5']),
    15_000,
  );
  await eventually(async () => expect(await popup.$('[data-part="whole-progress"]')).toBeNull(), 15_000);
  // Only the history had more to give, in two pages; no other button was touched, and the page stands where it stood.
  expect(await clicks()).toEqual(['showMore', 'showMore']);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await popup.close();
});
