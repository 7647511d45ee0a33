import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, isFirefox, type Session } from './browser.ts';

/* The real side panel, in Firefox the real sidebar, opened as the user does. Chromium takes keys only in a window. */

const DISPLAY = ':78';
const hasScreen = ['/usr/bin/Xvfb', '/usr/bin/xdotool'].every((file) => existsSync(file));
const inWindow = !isFirefox && hasScreen;

let screen: ReturnType<typeof spawn> | undefined;
let demo: Demo;
let session: Session;
beforeAll(async () => {
  if (inWindow) screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1400x1000x24'], { stdio: 'ignore' });
  await eventually(() => {
    if (inWindow && !existsSync(`/tmp/.X11-unix/X${DISPLAY.slice(1)}`)) throw new Error('no screen yet');
  });
  ({ demo, session } = await openDemo(inWindow ? { headless: false, display: DISPLAY } : {}));
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
  screen?.kill();
});

const text = (panel: Page) => panel.$eval('body', (body) => body.innerText);

it('opens with a click in the popup and follows the user from tab to tab', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'noor');
  const panel = await session.openPanel(page);
  await eventually(async () => expect(await text(panel)).toContain('Noor Haddad'));
  const other = await openRecord(demo, session, 'hubspot', 'lead', 'olivier');
  await other.bringToFront();
  const record = () => panel.$eval('[data-part="record"]', (el) => (el as HTMLElement).innerText);
  await eventually(async () => expect(await record()).toContain("Olivier D'Aubigné"));
  await page.bringToFront();
  await eventually(async () => expect(await record()).toContain('Noor Haddad'));
  await panel.close();
  await other.close();
  await page.close();
});

it.skipIf(!isFirefox && !hasScreen)(
  'opens with its key, Alt+Shift+5 (Chromium: needs Xvfb and xdotool)',
  async () => {
    const page = await openRecord(demo, session, 'salesforce', 'lead', 'noor');
    await page.bringToFront();
    await session.press(page, ['Alt', 'Shift', '5']);
    const panel = await session.panel();
    await eventually(async () => expect(await text(panel)).toContain('Noor Haddad'));
    await panel.close();
    await page.close();
  },
);
