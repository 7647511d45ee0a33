import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, type Session } from './browser.ts';

/* Nothing is granted: the very first click on the icon. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  ({ demo, session } = await openDemo({ grant: [] }));
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

it('runs nowhere before the click', async () => {
  const page = await session.newPage(demo.urlOf('salesforce', 'lead', 'noor'));
  await page.waitForNetworkIdle();
  expect(await (await session.worker()).evaluate(() => chrome.storage.session.get())).toEqual({});
  expect((await session.stored()).leads).toEqual([]);
  await page.close();
});

it('the click reads the page in front of the user, shows it, and keeps nothing until the CRM is enabled', async () => {
  const page = await session.newPage(demo.urlOf('salesforce', 'lead', 'noor'));
  await page.waitForNetworkIdle();
  const popup = await session.openPopup(page);
  const shown = await eventually(async () => {
    const text = await popup.$eval('body', (el) => el.innerText);
    expect(text).toContain('Noor Haddad');
    return text;
  });
  expect(shown).toMatch(/preview/i);
  const stored = await session.stored();
  for (const table of [stored.leads, stored.deals, stored.activities, stored.sightings])
    expect(table).toEqual([]);
  await popup.close();
  await page.close();
});

it('enabling asks for this CRM’s own host and no other', async () => {
  const page = await session.newPage(demo.urlOf('hubspot', 'deal', 'oconnell'));
  await page.waitForNetworkIdle();
  const popup = await session.openPopup(page);
  // No test can answer the browser's own dialog without a screen; what is asked of it can be seen.
  await popup.evaluate(() => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    chrome.permissions.request = async (permissions) => Boolean(asked.push(permissions)) && false;
  });
  const enable = await popup.waitForSelector('[data-part="enable"] button, button[data-part="enable"]');
  await enable?.evaluate((el) => (el as HTMLElement).click());
  const asked = await eventually(async () => {
    const list = await popup.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked);
    expect(list).toHaveLength(1);
    return list;
  });
  expect(asked).toEqual([{ origins: ['https://app.hubspot.com/*'] }]);
  await popup.close();
  await page.close();
});
