import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { eventually, type Session } from '../test/e2e/browser.ts';
import { openSheet } from '../test/e2e/fill.ts';
import { build } from './build.ts';
import { hasApt, install } from './chromium.ts';
import { openDemo, openRecord, picture } from './demo.ts';
import { progress } from './step.ts';

const LANGUAGES = readdirSync('public/_locales');
/** The pages of a CRM are shown in one language of either direction. */
const LOCALES = ['en-US', 'ar'];
const SCHEMES = ['light', 'dark'] as const;
const REP = 'Mara Ellison';
const POPUP = 360;

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

/** Before anything was read, on the first day, and beside the pages of the demo CRMs. */
async function shootCrm(locale: string): Promise<void> {
  const end = progress(`taking pictures beside a CRM in ${locale}`);
  const { demo, session } = await openDemo({ locale });
  try {
    const empty = await session.openFace('popup');
    await inSchemes(empty, `${locale}-empty-popup`, POPUP, '[data-part="no-crm"]');
    await empty.close();
    const noor = await openRecord(demo, session, 'salesforce', 'lead', 'noor');
    await shootPopup(await session.openPopup(noor), `${locale}-first-day`);
    for (const lead of demo.story.leads)
      await (await openRecord(demo, session, 'salesforce', 'lead', lead.key)).close();
    await shootPopup(await session.openPopup(noor), `${locale}-first`);
    await noor.bringToFront();
    await noor.screenshot({ path: picture(`${locale}-page`) });
    const options = await session.openFace('options');
    await options.evaluate(
      (name) => chrome.runtime.sendMessage({ type: 'settings', patch: { me: { names: [name] } } }),
      REP,
    );
    await options.close();
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

/** The real popup, which is as high as it likes. */
async function shootPopup(popup: Page, name: string): Promise<void> {
  await popup.waitForSelector('[data-part="record"]');
  for (const scheme of SCHEMES) {
    await drawn(popup, scheme);
    await popup.screenshot({ path: picture(`${name}-popup-${scheme}`) });
  }
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
  await inSchemes(panel, `${locale}-panel-deal`, 420, '[data-part="deal-check"]');
  await panel.close();
}

/** With an invented team, in all languages. */
async function shootTeam(): Promise<void> {
  const { demo, session } = await openDemo({ locale: 'en-US' });
  try {
    const popup = await session.openFace('popup');
    await (await popup.waitForSelector('[data-part="try-demo"]'))?.click();
    await popup.waitForSelector('[data-part="demo"]');
    const panel = await session.openFace('panel');
    await unfolded(panel);
    const sheet = await openSheet(session, REP);
    const options = await session.openFace('options');
    const welcome = await session.openFace('welcome');
    const snooze = await session.openFace('snooze', '?org=demo&kind=lead&id=none');
    const faces = [popup, panel, sheet, options, welcome];
    const sections = await options.$$eval('.wide-nav a', (all) =>
      all.map((a) => a.getAttribute('href') ?? ''),
    );
    for (const language of LANGUAGES) {
      const end = progress(`taking pictures in ${language}`);
      await speak(faces, language);
      await inSchemes(popup, `${language}-popup`, POPUP, ':has([data-page="none"]) [data-part="waiting"]');
      await inSchemes(panel, `${language}-panel`, 420, ':has([data-page="none"]) .people-grid');
      await inSchemes(sheet, `${language}-sheet`, 720, '[data-part="sheet"]');
      await inSchemes(welcome, `${language}-welcome`, 720, '[data-part="demo"]');
      await snooze.reload();
      await inSchemes(snooze, `${language}-snooze`, 400, 'button');
      for (const section of sections) {
        await options.bringToFront();
        await options.evaluate((hash) => Object.assign(location, { hash }), section);
        const name = section.replace('#', '');
        await inSchemes(options, `${language}-options-${name}`, 1000, `main[data-section="${name}"] .card`);
      }
      end();
    }
  } finally {
    await session.close();
    await demo.stop();
  }
}

/** Everything that the panel can show, and one evidence; people are set side by side. */
async function unfolded(panel: Page): Promise<void> {
  await panel.waitForSelector('[data-part="section-figures"]');
  const click = (selector: string) =>
    panel.$$eval(selector, (all) => {
      for (const one of all) (one as HTMLElement).click();
    });
  await click('details.fold:not([open]) > summary');
  await panel.waitForSelector('[data-part="people-switch"]');
  await click('[data-part="people-switch"]');
  await panel.waitForSelector('.people-grid');
  await click('[aria-controls="evidence-win-rate"]');
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

/** All of a face that is so wide, and once more as it looks at 200 %: with half the room, but for the popup, which grows. */
async function inSchemes(face: Page, name: string, width: number, content: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await whole(face, width, 1, scheme, content);
    await face.screenshot({ path: picture(`${name}-${scheme}`) });
  }
  await whole(face, width === POPUP ? width : width / 2, 2, 'light', content);
  await face.screenshot({ path: picture(`${name}-zoomed`) });
}

/** In a window as high as its content: a picture of more than the window is not always drawn where it stands. */
async function whole(
  face: Page,
  width: number,
  deviceScaleFactor: number,
  scheme: (typeof SCHEMES)[number],
  content: string,
): Promise<void> {
  await face.setViewport({ width, height: 480, deviceScaleFactor });
  // A page that is not in front is not drawn.
  await face.bringToFront();
  await face.waitForSelector(content, { visible: true, timeout: 15_000 });
  await drawn(face, scheme);
  const height = await face.evaluate(() => document.documentElement.scrollHeight);
  await face.setViewport({ width, height, deviceScaleFactor });
  await drawn(face, scheme);
  // A face that follows the page in front has looked at another one meanwhile: itself.
  await face.waitForSelector(content, { visible: true, timeout: 15_000 });
  await drawn(face, scheme);
}

/** Two frames later everything stands where it belongs, for with reduced motion nothing is on its way. */
async function drawn(face: Page, scheme: (typeof SCHEMES)[number]): Promise<void> {
  await face.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await face.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
