import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, isFirefox, type Session } from './browser.ts';

/* The browser's own question, answered as a user does. Chromium asks only in a window, on a screen of its own here. */

const DISPLAY = ':77';
const needsScreen = !isFirefox;
const hasScreen = ['/usr/bin/Xvfb', '/usr/bin/xdotool'].every((file) => existsSync(file));
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let screen: ReturnType<typeof spawn> | undefined;
let demo: Demo;
let session: Session;
beforeAll(async () => {
  if (needsScreen && !hasScreen) return;
  if (needsScreen) {
    screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1400x1000x24'], { stdio: 'ignore' });
    await rest(800);
  }
  const window = needsScreen ? { headless: false, display: DISPLAY } : {};
  ({ demo, session } = await openDemo({ grant: [], ...window }));
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
  screen?.kill();
});

const granted = async () =>
  (await (await session.worker()).evaluate(() => chrome.permissions.getAll())).origins;

it.skipIf(needsScreen && !hasScreen)(
  'one click and the browser’s Allow enable a CRM; withdrawing it ends all reading (Chromium: needs Xvfb and xdotool)',
  async () => {
    const page = await session.newPage(demo.urlOf('salesforce', 'lead', 'noor'));
    await page.waitForNetworkIdle();
    const popup = await session.openPopup(page);
    const enable = await popup.waitForSelector('[data-part="enable-button"]');
    expect((await session.stored()).leads).toEqual([]);
    await enable?.click();
    await rest(1500);
    await session.allow();
    await eventually(async () =>
      expect(await granted()).toEqual(['https://fourfold-demo.lightning.force.com/*']),
    );
    await eventually(async () =>
      expect((await session.stored()).leads.map((l) => l.name)).toEqual(['Noor Haddad']),
    );

    const next = await session.newPage(demo.urlOf('salesforce', 'lead', 'sean'));
    await eventually(async () => expect((await session.stored()).leads).toHaveLength(2));
    await (await session.worker()).evaluate(() =>
      chrome.permissions.remove({ origins: ['https://fourfold-demo.lightning.force.com/*'] }),
    );
    await rest(1000);
    const before = JSON.stringify(await session.stored());
    await next.goto(demo.urlOf('salesforce', 'lead', 'bea'));
    await next.waitForNetworkIdle();
    await rest(1000);
    expect(JSON.stringify(await session.stored())).toBe(before);
    expect(
      await (await session.worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts()),
    ).toEqual([]);
  },
);
