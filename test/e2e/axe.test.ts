import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from './browser.ts';

/* Every face, with an invented team in it, held against the rules of WCAG and of good practice. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let session: Session;
beforeAll(async () => {
  session = await launch();
  const popup = await session.openFace('popup');
  await (await popup.waitForSelector('[data-part="try-demo"]', { timeout: 20_000 }))?.click();
  await popup.waitForSelector('[data-part="demo"]', { timeout: 30_000 });
  await popup.close();
});
afterAll(() => session?.close());

/** What axe finds, a line each. Its script runs beside the page's own, which our policy does not let in otherwise. */
async function found(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document),
  )) as axe.AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} ${target.join(' ')} ${html.slice(0, 200)}`),
  );
}

async function inSchemes(page: Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await session.show(page, scheme);
    expect(await found(page), scheme).toEqual([]);
  }
  await page.close();
}

describe('axe finds nothing', () => {
  it('on the popup', async () => {
    const page = await session.openFace('popup');
    await page.waitForSelector('[data-part="meter"]');
    await inSchemes(page);
  });

  it('on the panel, everything unfolded', async () => {
    const page = await session.openFace('panel');
    await page.setViewport({ width: 420, height: 900 });
    await page.waitForSelector('[data-part="section-plan"]', { timeout: 30_000 });
    await page.$$eval('details', (all) => {
      for (const one of all) one.open = true;
    });
    await page.waitForSelector('[data-part="section-figures"] [data-kpi]');
    await page.$$eval('details', (all) => {
      for (const one of all) one.open = true;
    });
    await inSchemes(page);
  });

  it('on the options, section by section', async () => {
    const page = await session.openFace('options');
    await page.waitForSelector('main .card');
    const sections = await page.$$eval('nav a[href^="#"]', (all) =>
      all.map((one) => one.getAttribute('href')),
    );
    expect(sections.length).toBeGreaterThan(8);
    for (const section of sections) {
      await page.evaluate((hash) => {
        location.hash = hash ?? '';
      }, section);
      await page.waitForSelector(`main[data-section="${section?.slice(1)}"] .card`);
      expect(await found(page), String(section)).toEqual([]);
    }
    await inSchemes(page);
  });

  it('on the welcome', async () => {
    const page = await session.openFace('welcome');
    await page.waitForSelector('.steps');
    await inSchemes(page);
  });
});
