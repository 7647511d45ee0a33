import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { eventually, type Session } from '../test/e2e/browser.ts';
import { build } from './build.ts';
import { hasApt, install } from './chromium.ts';
import { openDemo, openRecord, picture } from './demo.ts';
import { progress } from './step.ts';

const LANGUAGES = readdirSync('public/_locales');
/** The pages of a CRM are shown in one language of either direction. */
const LOCALES = ['en-US', 'ar'];
const SCHEMES = ['light', 'dark'] as const;
const OPTIONS = ['you', 'targets', 'import'];

/** Pictures of every face, in every language, light and dark, made from what is invented; they land in dist/screenshots. */
export default async function main(): Promise<void> {
  await build('chrome');
  if (hasApt && !hasFontFor('ja')) await install(['fonts-vlgothic']);
  for (const locale of LOCALES) await shootCrm(locale);
  await shootTeam();
}

/** Without one, every character would be an empty box. */
const hasFontFor = (language: string): boolean =>
  spawnSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' }).stdout?.trim() !== '';

/** Beside the pages of the demo CRMs. */
async function shootCrm(locale: string): Promise<void> {
  const end = progress(`taking pictures beside a CRM in ${locale}`);
  const { demo, session } = await openDemo({ locale });
  try {
    for (const lead of demo.story.leads)
      await (await openRecord(demo, session, 'salesforce', 'lead', lead.key)).close();
    const page = await openRecord(demo, session, 'salesforce', 'lead', 'noor');
    await shootPopup(await session.openPopup(page), `${locale}-first`);
    const options = await session.openFace('options');
    await options.evaluate(() =>
      chrome.runtime.sendMessage({ type: 'settings', patch: { me: { names: ['Mara Ellison'] } } }),
    );
    await options.close();
    await page.screenshot({ path: picture(`${locale}-page`) });
    for (const [crm, kind, key] of [
      ['salesforce', 'lead', 'sean'],
      ['hubspot', 'deal', 'oconnell'],
    ] as const) {
      const record = await openRecord(demo, session, crm, kind, key);
      await shootPopup(await session.openPopup(record), `${locale}-${crm}-${key}`);
      if (crm === 'hubspot') await shootPanel(session, record, locale);
      await record.close();
    }
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

/** The panel beside a deal: its check in full. */
async function shootPanel(session: Session, record: Page, locale: string): Promise<void> {
  const { host } = new URL(record.url());
  const tab = await (await session.worker()).evaluate(
    async (url) => (await chrome.tabs.query({ url }))[0]?.id,
    `https://${host}/*`,
  );
  const panel = await session.openFace('panel', `?tab=${tab}`);
  await panel.setViewport({ width: 420, height: 900 });
  await panel.waitForSelector('[data-part="deal-check"]');
  await inSchemes(panel, `${locale}-panel-deal`);
  await panel.close();
}

/** With an invented team, in all languages. */
async function shootTeam(): Promise<void> {
  const { demo, session } = await openDemo({ locale: 'en-US' });
  try {
    const popup = await session.openFace('popup');
    await popup.setViewport({ width: 360, height: 480 });
    await (await popup.waitForSelector('[data-part="try-demo"]'))?.click();
    await popup.waitForSelector('[data-part="demo"]');
    const panel = await session.openFace('panel');
    await panel.setViewport({ width: 420, height: 900 });
    await panel.waitForSelector('[data-part="section-figures"]');
    await panel.$$eval('details.fold:not([open]) > summary', (all) => {
      for (const one of all) (one as HTMLElement).click();
    });
    const options = await session.openFace('options');
    await options.setViewport({ width: 1000, height: 700 });
    const welcome = await session.openFace('welcome');
    await welcome.setViewport({ width: 720, height: 700 });
    for (const language of LANGUAGES) {
      const end = progress(`taking pictures in ${language}`);
      await speak([popup, panel, options, welcome], language);
      await inSchemes(popup, `${language}-popup`);
      await inSchemes(panel, `${language}-panel`);
      await inSchemes(welcome, `${language}-welcome`);
      await options.bringToFront();
      for (const section of OPTIONS) {
        await options.evaluate((hash) => {
          location.hash = hash;
        }, section);
        await options.waitForSelector(`main[data-section="${section}"] .card`);
        await inSchemes(options, `${language}-options-${section}`);
      }
      end();
    }
  } finally {
    await session.close();
    await demo.stop();
  }
}

/** Chosen as in the options; every open face follows. */
async function speak(faces: Page[], language: string): Promise<void> {
  await faces[0]?.evaluate(
    (chosen) => chrome.runtime.sendMessage({ type: 'settings', patch: { language: chosen } }),
    language,
  );
  for (const face of faces)
    await eventually(
      () =>
        face.$eval(
          'html',
          (html, wanted) => html.lang.split('-')[0] === wanted || Promise.reject(new Error(html.lang)),
          language,
        ),
      15_000,
    );
}

async function inSchemes(face: Page, name: string): Promise<void> {
  // A page that is not in front is not drawn.
  await face.bringToFront();
  await face.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await eventually(() =>
    face.$eval('body', (body) => body.innerText.length > 0 || Promise.reject(new Error('empty'))),
  );
  for (const scheme of SCHEMES) {
    await face.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await face.screenshot({ path: picture(`${name}-${scheme}`), fullPage: true });
  }
}
