import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logCall, logEmail, openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, type Session } from './browser.ts';

/* The real popup, opened by a click on the icon, beside a stand-in CRM whose record changes. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  ({ demo, session } = await openDemo());
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

const part = (popup: Page, name: string) =>
  popup.$eval(`[data-part="${name}"]`, (el) => (el as HTMLElement).innerText);

/** Runs in the popup, whose own clock is free of what the driver takes: when it shows the call. */
function follows(name: string): number | false {
  const text = (part: string) =>
    document.querySelector<HTMLElement>(`[data-part="${part}"]`)?.innerText ?? '';
  const shows = /\b1\b/.test(text('attempts')) && /call/i.test(text('last-touch'));
  return shows && !text('waiting').includes(name) && Date.now();
}

for (const [crm, key, name] of [
  ['salesforce', 'noor', 'Noor Haddad'],
  ['hubspot', 'olivier', "Olivier D'Aubigné"],
] as const)
  it(`${crm}: a call that is logged on the page changes the open popup in under a second, without a click`, async () => {
    const page = await openRecord(demo, session, crm, 'lead', key);
    const popup = await session.openPopup(page);
    await eventually(async () => expect(await part(popup, 'record')).toContain(name));
    expect(await part(popup, 'attempts')).toMatch(/\b0\b/);
    expect(await part(popup, 'last-touch')).toContain('none seen');
    expect(await part(popup, 'waiting')).toContain(name);
    const followed = popup.waitForFunction(follows, { polling: 'mutation', timeout: 3000 }, name);
    const saved = await logCall(page, crm, 'First call');
    expect(((await (await followed).jsonValue()) || Infinity) - saved).toBeLessThan(1000);
    await popup.close();
    await page.close();
  });

it('an e-mail that is logged follows as well; its text is counted and kept nowhere', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'greta');
  const popup = await session.openPopup(page);
  await eventually(async () => expect(await part(popup, 'last-touch')).toContain('none seen'));
  const body =
    'Dear Greta,\n\nwould Tuesday 10:30 suit you for Fjordline? CANARY-7391\n\nMara Ellison\n+1 555 010 0100';
  await logEmail(page, 'hubspot', 'Your request', body);
  await eventually(async () => expect(await part(popup, 'last-touch')).toMatch(/e-mail/i), 3000);
  const stored = await session.stored();
  const email = stored.activities.find((a) => a.subject === 'Your request');
  expect(email?.personal).toEqual({
    greeting: true,
    sender: true,
    signature: true,
    relevance: true,
    forward: true,
  });
  expect(JSON.stringify(stored)).not.toContain('CANARY');
  await popup.close();
  await page.close();
});

it('ticks: the waiting time and the countdown run on by themselves', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'layla');
  const popup = await session.openPopup(page);
  const before = await eventually(() => part(popup, 'response'));
  const label = await popup.$eval('[data-part="freshness"]', (el) => (el as HTMLElement).innerText);
  await eventually(async () => expect(await part(popup, 'freshness')).not.toBe(label), 4000);
  expect(before).toMatch(/day/);
  await popup.close();
  await page.close();
});

it('is 360 px wide, and in its usual state nothing scrolls at 480 px', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'bea');
  const popup = await session.openPopup(page);
  const who = await popup.waitForSelector('[data-part="who"] button');
  await who?.evaluate((el) => (el as HTMLElement).click());
  await eventually(async () => expect(await popup.$('[data-part="who"]')).toBeNull());
  const size = await popup.evaluate(() => [document.body.scrollWidth, document.documentElement.scrollHeight]);
  expect(size[0]).toBeLessThanOrEqual(360);
  expect(size[1]).toBeLessThanOrEqual(480);
  await popup.close();
  await page.close();
});

it('shows names as text, whatever markup they hold', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'ada');
  const popup = await session.openPopup(page);
  await eventually(async () => expect(await part(popup, 'record')).toContain('<i>Söhnlein</i>'));
  expect(await part(popup, 'record')).toContain('<b>Ada</b> & Söhne');
  const made = await popup.$$eval('i, b, script', (els) => els.map((el) => el.textContent));
  expect(made.filter((text) => /Söhnlein|Ada|alert/.test(text ?? ''))).toEqual([]);
  await popup.close();
  await page.close();
});

it('every control is reached with the keyboard and shows it', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'olena');
  const popup = await session.openPopup(page);
  await popup.waitForSelector('[data-part="record"]');
  const controls = await popup.$$eval(
    'a[href], button, summary, input, select',
    (els) => els.filter((el) => el.checkVisibility()).length,
  );
  const reached = new Set<string>();
  for (let i = 0; i < controls; i++) {
    await popup.keyboard.press('Tab');
    const seen = await popup.evaluate(() => {
      const el = document.activeElement as HTMLElement;
      const style = getComputedStyle(el);
      const isShown = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return isShown ? `${el.tagName} ${el.getAttribute('aria-label') ?? ''} ${el.innerText}` : '';
    });
    expect(seen, `control ${i + 1} shows the focus`).not.toBe('');
    reached.add(seen);
  }
  expect(reached.size).toBe(controls);
  await popup.close();
  await page.close();
});
