import type { Page } from 'puppeteer-core';
import { eventually } from '../test/e2e/browser.ts';
import { build } from './build.ts';
import { openDemo, openRecord, picture } from './demo.ts';
import { progress } from './step.ts';

const LOCALES = ['en-US', 'ar'];
const SCHEMES = ['light', 'dark'] as const;

/** Pictures of every face, in every language, light and dark, made from the demo; they land in dist/screenshots. */
export default async function main(): Promise<void> {
  await build('chrome');
  for (const locale of LOCALES) await shoot(locale);
}

async function shoot(locale: string): Promise<void> {
  const end = progress(`taking pictures in ${locale}`);
  const { demo, session } = await openDemo({ locale });
  try {
    for (const lead of demo.story.leads)
      await (await openRecord(demo, session, 'salesforce', 'lead', lead.key)).close();
    const page = await openRecord(demo, session, 'salesforce', 'lead', 'noor');
    await page.screenshot({ path: picture(`${locale}-page`) });
    await shootPopup(await session.openPopup(page), `${locale}-first`);
    const options = await session.openFace('options');
    await options.evaluate(() =>
      chrome.runtime.sendMessage({ type: 'settings', patch: { me: { names: ['Mara Ellison'] } } }),
    );
    await inSchemes(options, `${locale}-options`);
    for (const [crm, kind, key] of [
      ['salesforce', 'lead', 'sean'],
      ['hubspot', 'deal', 'oconnell'],
    ] as const) {
      const record = await openRecord(demo, session, crm, kind, key);
      await shootPopup(await session.openPopup(record), `${locale}-${crm}-${key}`);
      if (crm === 'hubspot') await record.screenshot({ path: picture(`${locale}-page-hubspot`) });
      await record.close();
    }
    const tab = await (await session.worker()).evaluate(
      async () => (await chrome.tabs.query({ url: 'https://fourfold-demo.lightning.force.com/*' }))[0]?.id,
    );
    const panel = await session.openFace('panel', `?tab=${tab}`);
    await panel.setViewport({ width: 420, height: 900 });
    await inSchemes(panel, `${locale}-panel`);
    end();
  } finally {
    await session.close();
    await demo.stop();
  }
}

async function shootPopup(popup: Page, name: string): Promise<void> {
  await popup.waitForSelector('[data-part="record"]');
  await inSchemes(popup, `${name}-popup`);
  await popup.close();
}

async function inSchemes(face: Page, name: string): Promise<void> {
  await eventually(() =>
    face.$eval('body', (body) => body.innerText.length > 0 || Promise.reject(new Error('empty'))),
  );
  for (const scheme of SCHEMES) {
    await face.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await face.screenshot({ path: picture(`${name}-${scheme}`), fullPage: true });
  }
}
