import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pretend } from '../../scripts/reader.ts';
import { eventually, isFirefox, launch, type Session } from './browser.ts';
import { oursIn } from './calm/trace.ts';
import { longList } from './property/many.ts';

/* A list of thousands of rows is read in slices, too: in front, and in a tab that shares its thread with the one in front. */

/** Longest (ms) that a script of ours may hold a page up. */
const LONGEST = 50;
const source = longList(1500);

let session: Session;
beforeAll(async () => {
  session = await launch({ grant: [`${new URL(source.url).origin}/*`] });
});
afterAll(() => session?.close());

const isKept = (name: string) =>
  eventually(async () => {
    const { deals } = await session.stored();
    expect(deals.map((deal) => deal.name)).toContain(name);
  }, 60_000);

/** Nothing of ours holds the page up while `run` runs; Firefox tells nobody how long anything took. */
async function inSlices(page: Page, run: () => Promise<unknown>): Promise<void> {
  if (isFirefox) return void (await run());
  const { stretches } = await oursIn(page, run);
  expect(
    stretches.reduce((a, b) => a + b, 0),
    'it was at work',
  ).toBeGreaterThan(LONGEST);
  expect(Math.max(...stretches)).toBeLessThan(LONGEST);
}

it('a long list is read in slices, in front and behind another tab', async () => {
  const page = await session.newPage();
  await pretend(session, page, source);
  const rename = (name: string) =>
    page.evaluate((to) => {
      const row = [...document.querySelectorAll('[role="row"]')].at(-1);
      const link = row?.querySelector('a');
      if (link) link.textContent = to;
    }, name);
  await inSlices(page, async () => {
    await page.goto(source.url, { waitUntil: 'domcontentloaded' });
    await rename('Seen in front');
    await isKept('Seen in front');
  });
  // What is not drawn is laid out at the first question, which is then long.
  await session.newPage();
  expect(await page.evaluate(() => document.hidden)).toBe(true);
  await inSlices(page, async () => {
    await rename('Seen behind');
    await isKept('Seen behind');
  });
}, 180_000);
