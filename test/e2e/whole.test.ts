import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, type Session } from './browser.ts';

/* Reading the whole record: on the user's click alone, and the page is given back as it was. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  ({ demo, session } = await openDemo());
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

it.each([
  ['salesforce', 'sean'],
  ['hubspot', 'sean'],
] as const)('%s: what was folded is read, then folded again', async (crm, key) => {
  const page = await openRecord(demo, session, crm, 'lead', key);
  const item =
    crm === 'salesforce' ? 'li .toggleDetails' : '[data-test-id="crm-events-viz-timeline"] [role="button"]';
  await page.waitForSelector(item);
  const folds = () => page.$$eval(item, (els) => els.map((el) => el.getAttribute('aria-expanded')));
  const before = await folds();
  expect(before).toContain('false');
  const personal = async () =>
    (await session.stored()).activities.filter((a) => a.org.startsWith(crm) && a.personal).length;
  const known = await personal();
  const popup = await session.openPopup(page);
  const click = async (part: string) =>
    (await popup.waitForSelector(`[data-part="${part}"]`))?.evaluate((el) => (el as HTMLElement).click());
  await click('gaps');
  expect(await folds()).toEqual(before);
  await click('whole');
  await popup.waitForSelector('[data-part="whole-progress"]');
  await eventually(async () => expect(await personal()).toBeGreaterThan(known));
  await popup.waitForSelector('[data-part="whole"]', { timeout: 15_000 });
  await eventually(async () => expect(await folds()).toEqual(before));
  // Folded again, the page shows less than before, and nothing of what was read is lost.
  expect(await personal()).toBeGreaterThan(known);
  expect(JSON.stringify(await session.stored())).not.toContain(
    demo.story.leads
      .flatMap((l) => l.activities)
      .find((a) => a.body)
      ?.body?.slice(8, 40),
  );
  await popup.close();
  await page.close();
});
