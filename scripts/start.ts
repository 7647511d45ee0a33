import type { Page } from 'puppeteer-core';
import { build } from './build.ts';
import { browser } from './chromium.ts';
import { logCall, openDemo, openRecord, openStart, picture } from './demo.ts';
import { progress } from './step.ts';

const hasDisplay = process.platform !== 'linux' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Shows the demo: in a window where there is one, else by walking through it and printing what the popup shows. */
export default async function main(): Promise<number> {
  await browser();
  await build('chrome');
  return hasDisplay ? inWindow() : walk();
}

async function inWindow(): Promise<number> {
  const end = progress('opening the demo CRM with the extension');
  const { demo, session, page } = await openStart({ headless: false, args: ['--start-maximized'] });
  end();
  for (const blank of (await session.browser.pages()).filter((p) => p !== page && p.url() === 'about:blank'))
    await blank.close();
  await session.openPopup(page).catch(() => undefined);
  console.log(`
The demo CRM is open; every name in it is invented. Click the Fourfold icon in the toolbar (behind the puzzle piece),
log a call on the page, and watch the popup. The same demo in HubSpot's shape: ${demo.start.hubspot}
Close the browser or press Ctrl-C to end.`);
  process.once('SIGINT', () => session.browser.close());
  await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
  await session.close();
  await demo.stop();
  return 0;
}

async function walk(): Promise<number> {
  console.log('There is no display, so the demo runs without a window.\n');
  const end = progress('starting the demo CRMs and the browser');
  const { demo, session } = await openDemo();
  end();
  try {
    for (const [crm, kind, key] of [
      ['salesforce', 'lead', 'olivier'],
      ['salesforce', 'deal', 'oconnell'],
      ['hubspot', 'lead', 'sean'],
    ] as const) {
      const end = progress(`reading ${kind} “${key}” in the stand-in ${crm}`);
      const page = await openRecord(demo, session, crm, kind, key);
      end();
      await show(await session.openPopup(page), `${crm}-${key}`);
      await page.screenshot({ path: picture(`page-${crm}-${key}`) });
      await page.close();
    }
    const page = await openRecord(demo, session, 'salesforce', 'lead', 'noor');
    const popup = await session.openPopup(page);
    await show(popup, 'salesforce-noor-waiting', false);
    console.log('A call is logged on the page; the popup follows by itself:\n');
    const begun = Date.now();
    await logCall(page, 'salesforce', 'First call');
    await popup.waitForFunction(() => !document.body.innerText.includes('none seen'), {
      polling: 20,
      timeout: 10_000,
    });
    console.log(`(${Date.now() - begun} ms later)`);
    await show(popup, 'salesforce-noor-answered');
    console.log(
      `The toolbar badge reads “${await session.badge()}”. Pictures: ${picture('*').replace('*.png', '')}`,
    );
    return 0;
  } finally {
    await session.close();
    await demo.stop();
  }
}

/** Prints what the popup shows and keeps a picture of it. */
async function show(popup: Page, name: string, isLast = true): Promise<void> {
  await popup.waitForSelector('[data-part="record"]');
  const lines = (await popup.$eval('body', (body) => body.innerText))
    .split('\n')
    .filter((line) => line.trim());
  console.log(`┌ popup: ${name}\n${lines.map((line) => `│ ${line}`).join('\n')}\n└\n`);
  await popup.screenshot({ path: picture(`popup-${name}`) });
  if (isLast) await popup.close();
}
