import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, type Session } from './browser.ts';

/* The panel beside the page of a deal, and beside a list of deals. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  ({ demo, session } = await openDemo());
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

/** The panel as it stands beside that page. */
async function panelBeside(page: Page): Promise<Page> {
  const url = page.url();
  const tab = await (await session.worker()).evaluate(
    async (wanted) => (await chrome.tabs.query({})).find((one) => one.url === wanted)?.id,
    url,
  );
  const panel = await session.openFace('panel', `?tab=${tab}`);
  await panel.setViewport({ width: 400, height: 900 });
  return panel;
}
const text = (panel: Page, selector: string) =>
  panel.$eval(selector, (el) => (el as HTMLElement).innerText.replace(/\s+/g, ' '));
const click = (panel: Page, selector: string) => panel.$eval(selector, (el) => (el as HTMLElement).click());

it('a check is put aside with a reason, stays visible, counts no longer, and comes back', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'deal', 'oconnell');
  const panel = await panelBeside(page);
  await panel.waitForSelector('[data-part="deal-check"] .check[data-state="fail"]', { timeout: 20_000 });
  expect(await panel.$$eval('.check', (els) => els.length)).toBe(10);
  const failed = Number(
    await panel.$eval('[data-part="deal-check"]', (el) => el.getAttribute('data-failed')),
  );
  const [id] = await panel.$$eval('.check[data-state="fail"]', (els) =>
    els.map((el) => el.getAttribute('data-check') ?? ''),
  );
  const check = `.check[data-check="${id}"]`;
  await click(panel, `${check} .snooze`);
  await panel.type(`${check} input[type="text"]`, 'Waiting for the board');
  await click(panel, `${check} button[type="submit"]`);
  await eventually(async () => {
    expect(await text(panel, check)).toContain('Waiting for the board');
    expect(await panel.$eval('[data-part="deal-check"]', (el) => el.getAttribute('data-failed'))).toBe(
      String(failed - 1),
    );
  }, 15_000);
  expect(await text(panel, '.snoozed summary')).toBe('1 put aside');
  await click(panel, `${check} .link`);
  await eventually(async () => expect(await text(panel, check)).not.toContain('board'), 15_000);
  await panel.close();
  await page.close();
});

it('beside a list it names what fails on each deal that stands there', async () => {
  for (const key of ['halden', 'tern'])
    await (await openRecord(demo, session, 'hubspot', 'deal', key)).close();
  const list = demo
    .urlOf('hubspot', 'deal', 'oconnell')
    .replace(/record\/0-3\/.*/, 'objects/0-3/views/all/list');
  const page = await session.newPage(list);
  await page.waitForNetworkIdle();
  const panel = await panelBeside(page);
  await panel.waitForSelector('[data-part="visible"] .row-checks', { timeout: 20_000 });
  await eventually(async () =>
    expect(await panel.$$eval('[data-part="visible"] tbody tr', (els) => els.length)).toBeGreaterThan(2),
  );
  expect(await panel.$('[data-part="deal-check"]')).toBeNull();
  await panel.close();
  await page.close();
});
