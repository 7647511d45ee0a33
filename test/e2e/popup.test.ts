import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, LOG_CALL, startDemo } from '../crm/demo/server.ts';
import type { Crm } from '../crm/demo/story.ts';
import { eventually, launch, type Session } from './browser.ts';

/* The real popup, opened by a click on the icon, beside a stand-in CRM whose record changes. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  demo = await startDemo();
  session = await launch({
    grant: demo.hosts.map((host) => `https://${host}/*`),
    args: [
      `--host-resolver-rules=${demo.resolverRules}`,
      `--ignore-certificate-errors-spki-list=${demo.spki}`,
    ],
  });
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

const textOf = (popup: Page, part: string) =>
  popup.$eval(`[data-part="${part}"]`, (el) => (el as HTMLElement).innerText);

/** Logs a call as a person's hand would, but without moving the focus, which would close the popup. */
async function logCall(page: Page, crm: Crm, subject: string): Promise<void> {
  const at = LOG_CALL[crm];
  await page.$eval(at.open, (el) => (el as HTMLElement).click());
  await page.waitForSelector(at.save);
  await page.$eval(
    at.subject,
    (el, value) => {
      (el as HTMLInputElement).value = value;
    },
    subject,
  );
  await page.$eval(at.result, (el) => {
    (el as HTMLSelectElement).value = 'voicemail';
  });
  await page.$eval(at.save, (el) => (el as HTMLElement).click());
}

for (const crm of ['salesforce', 'hubspot'] as const)
  it(`${crm}: a call that is logged on the page changes the open popup in under a second`, async () => {
    const page = await session.newPage(demo.urlOf(crm, 'lead', 'noor'));
    await eventually(async () =>
      expect(
        (await session.stored()).leads.some((l) => l.name === 'Noor Haddad' && l.org.startsWith(crm)),
      ).toBe(true),
    );
    const popup = await session.openPopup(page);
    await eventually(async () => expect(await textOf(popup, 'record')).toContain('Noor Haddad'));
    console.log(await popup.$eval('body', (b) => b.innerText));
    await popup.screenshot({ path: `/tmp/popup-${crm}-1.png` });
    const begun = Date.now();
    await logCall(page, crm, 'First call');
    await eventually(async () => expect(await textOf(popup, 'last-touch')).toMatch(/call/i), 3000);
    const took = Date.now() - begun;
    console.log(crm, took, 'ms');
    console.log(await popup.$eval('body', (b) => b.innerText));
    await popup.screenshot({ path: `/tmp/popup-${crm}-2.png` });
    expect(took).toBeLessThan(1000);
    await popup.close();
    await page.close();
  });
